"""Messages of operators name library types with their module."""
import collections
import datetime
import decimal
import fractions


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


delta = datetime.timedelta(1)
attempt(lambda: delta + 1)
attempt(lambda: 1 + delta)
attempt(lambda: delta < 1)
attempt(lambda: delta @ delta)
attempt(lambda: datetime.date(2020, 1, 1) + datetime.date(2020, 1, 1))
attempt(lambda: datetime.datetime(2020, 1, 1) - 5)
attempt(lambda: collections.deque() + [])
attempt(lambda: collections.deque() < [])
attempt(lambda: -collections.deque())
attempt(lambda: len(delta))
attempt(lambda: delta[0])
attempt(lambda: delta())
attempt(lambda: iter(delta))
attempt(lambda: hash(collections.deque()))
attempt(lambda: int(delta))
attempt(lambda: float(delta))
attempt(lambda: [][delta])
attempt(lambda: "x" * delta)
attempt(lambda: decimal.Decimal(1) + "a")
attempt(lambda: decimal.Decimal(1) < "a")
attempt(lambda: decimal.Decimal(1) + 1.5)
attempt(lambda: fractions.Fraction(1) + "a")
attempt(lambda: collections.OrderedDict() + 1)
attempt(lambda: collections.defaultdict(int) + 1)
attempt(lambda: "".join([delta]))
attempt(lambda: collections.deque.append(1, 2))
