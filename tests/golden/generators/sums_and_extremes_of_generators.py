# sum, min and max of generator expressions, whatever the items turn out to be on the way
from fractions import Fraction


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __radd__(self, other):
        return Money(other + self.cents)

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __lt__(self, other):
        return self.cents < other.cents

    def __gt__(self, other):
        return self.cents > other.cents


def steps(items, log):
    for item in items:
        log.append(item)
        yield item
    log.append("end")


print(sum(n for n in range(5)), sum(n for n in ()), sum(n > 2 for n in range(5)))
print(sum(n for n in [1, 2.5, 3]), sum(0.1 for _ in range(10)), sum(2**49 for _ in range(6)))
print(sum(n for n in [1, Fraction(1, 3), 2]), sum(Money(n) for n in (5, 6)).cents)
print(min(n for n in (3, 1, 2)), max(n for n in (3, 1, 2)), min(n for n in (3, True, 0.5)))
print(max(n for n in (1, 1.0)), max(n for n in (1.0, 1)), max(c for c in "abc"), min(2**70 + n for n in (2, 1)))
print(min(Money(n) for n in (7, 4, 9)).cents, max(Money(n) for n in (7, 4, 9)).cents)
print(min((n for n in ()), default="none"), max((abs(n) for n in (-3, 2)), key=lambda n: -n), sum((n for n in (1,)), 2))

for items in ([1, "a", 2], [1, NotImplemented, 2], [NotImplemented], ["a", 1, 2], [1, None]):
    for function in (sum, min, max):
        log = []
        try:
            print(function.__name__, function(n for n in steps(items, log)), log)
        except TypeError as error:
            print(function.__name__, error, log)

for function in (min, max):
    try:
        function(n for n in ())
    except ValueError as error:
        print(error)

started = steps([10, 20, 30], [])
next(started)
print(sum(started), any(n for n in (0, None, "")), all(n for n in (1, True, "x")), all(n for n in (True, 0, 1)))
broken = (10 // n for n in (5, 2, 0, 1))
try:
    sum(broken)
except ZeroDivisionError as error:
    print(error, list(broken))
