import threading

counter = 0
lock = threading.Lock()
table = {}


class Account:
    balance = 0

    def deposit(self, amount):
        self.balance += amount

    def copy_from(self, other):
        self.balance = other.balance + 1


def count():
    global counter
    counter += 1
    now = counter
    table["n"] = table.get("n", 0) + now
    counter = now + 1


def own(number):
    number += 1
    return number


def closed():
    total = 0

    def add():
        nonlocal total
        total += 1

    return add
