class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.missing = need - have
class Account:
    _next = 1
    def __init__(self, owner, balance=0):
        self.owner, self.__balance = owner, balance
        self.id, Account._next = Account._next, Account._next + 1
        self.history = []
    @property
    def balance(self):
        return self.__balance
    def deposit(self, n):
        if n <= 0:
            raise ValueError("amount must be positive")
        self.__balance += n
        self.history.append(("in", n))
    def withdraw(self, n):
        if n > self.__balance:
            raise InsufficientFunds(n, self.__balance)
        self.__balance -= n
        self.history.append(("out", n))
    def __repr__(self):
        return f"<Account {self.id} {self.owner}: {self.balance:.2f}>"
a, b = Account("Ann", 100), Account("Bob")
a.withdraw(30)
b.deposit(30.5)
print(a, b, a.history)
for f in (lambda: a.withdraw(500), lambda: b.deposit(-1), lambda: setattr(a, "balance", 5)):
    try:
        f()
    except (InsufficientFunds, ValueError, AttributeError) as e:
        print(type(e).__name__, e, getattr(e, "missing", ""))
