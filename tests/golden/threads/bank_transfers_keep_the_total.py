import random
import threading
from concurrent.futures import ThreadPoolExecutor


class Account:
    def __init__(self, number, balance):
        self.number, self.balance = number, balance
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)

    def add(self, amount):
        with self.changed:
            self.balance += amount
            self.changed.notify_all()

    def take(self, amount, timeout=None):
        with self.changed:
            if not self.changed.wait_for(lambda: self.balance >= amount, timeout):
                raise TimeoutError(f"account {self.number} has {self.balance}, not {amount}")
            self.balance -= amount


class Bank:
    def __init__(self, n):
        self.accounts = [Account(i, 100) for i in range(n)]
        self.log, self.log_lock = [], threading.Lock()

    def transfer(self, a, b, amount):
        if a == b:
            return
        first, second = sorted((self.accounts[a], self.accounts[b]), key=lambda acc: acc.number)
        with first.lock, second.lock:
            if self.accounts[a].balance < amount:
                return
            self.accounts[a].take(amount)
            self.accounts[b].add(amount)
        with self.log_lock:
            self.log.append((a, b, amount))

    def total(self):
        return sum(a.balance for a in self.accounts)


bank = Bank(5)


def worker(seed):
    rng = random.Random(seed)
    for _ in range(200):
        bank.transfer(rng.randrange(5), rng.randrange(5), rng.randrange(1, 60))
    return seed


with ThreadPoolExecutor(6) as pool:
    print(list(pool.map(worker, range(6))))
print(bank.total(), min(a.balance for a in bank.accounts) >= 0, len(bank.log) > 100)
replayed = [100] * 5
for a, b, amount in bank.log:
    replayed[a] -= amount
    replayed[b] += amount
print(replayed == [a.balance for a in bank.accounts])
account = Account(9, 0)
try:
    account.take(5, timeout=0.01)
except TimeoutError as error:
    print(error)
with ThreadPoolExecutor(3) as pool:
    waiting = [pool.submit(account.take, 10) for _ in range(2)]
    for _ in range(4):
        account.add(5)
    print([f.result() for f in waiting], account.balance)
