from contextlib import contextmanager
from decimal import Decimal, ROUND_HALF_EVEN
from enum import Enum, auto


class Kind(Enum):
    DEPOSIT = auto()
    WITHDRAWAL = auto()
    INTEREST = auto()


class InsufficientFunds(Exception):
    def __init__(self, account, missing):
        self.account, self.missing = account, missing

    def __str__(self):
        return f"{self.account.owner} lacks {self.missing}"


class Frozen(Exception):
    pass


class Account:
    rate = Decimal("0.0125")
    _count = 0

    def __init__(self, owner, balance=0):
        type(self)._count += 1
        self.number = f"{type(self).__name__[0]}{self._count:03}"
        self.owner = owner
        self._balance = Decimal(balance)
        self.history = []
        self.frozen = False

    balance = property(lambda self: self._balance)

    def _record(self, kind, amount):
        if self.frozen:
            raise Frozen(self.number)
        self._balance += amount
        self.history.append((kind, amount, self._balance))

    def deposit(self, amount):
        amount = Decimal(str(amount))
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount}")
        self._record(Kind.DEPOSIT, amount)

    def withdraw(self, amount):
        amount = Decimal(str(amount))
        if amount > self.available():
            raise InsufficientFunds(self, amount - self.available())
        self._record(Kind.WITHDRAWAL, -amount)

    def available(self):
        return self.balance

    def month(self):
        interest = (self._balance * self.rate).quantize(Decimal("0.01"), ROUND_HALF_EVEN)
        self._record(Kind.INTEREST, interest)


class Credit(Account):
    rate = Decimal("0.02")
    _count = 0
    limit = Decimal(500)

    def available(self):
        return super().available() + self.limit


@contextmanager
def transaction(*accounts):
    saved = [(a, a._balance, len(a.history)) for a in accounts]
    try:
        yield
    except (InsufficientFunds, Frozen) as error:
        for account, balance, length in saved:
            account._balance = balance
            del account.history[length:]
        print("rolled back:", type(error).__name__, error)


ada, bob = Account("Ada", "100.50"), Credit("Bob")
with transaction(ada, bob):
    ada.withdraw("50.25")
    bob.deposit("50.25")
print(ada.balance, bob.balance, ada.number, bob.number)
with transaction(ada, bob):
    bob.deposit(10)
    ada.withdraw(1000)
print(ada.balance, bob.balance, len(bob.history))
bob.withdraw(500)
with transaction(bob):
    bob.withdraw(100)
ada.frozen = True
with transaction(ada):
    ada.month()
ada.frozen = False
for account in (ada, bob):
    account.month()
    for kind, amount, after in account.history:
        print(f"{account.number} {kind.name:<10} {amount:>+9} {after:>9.2f}")
try:
    with transaction(ada):
        ada.deposit(-5)
except ValueError as error:
    print(error)
print(Account("C").number, Account._count, Credit._count)
try:
    ada.balance = 5
except AttributeError as error:
    print(error)
