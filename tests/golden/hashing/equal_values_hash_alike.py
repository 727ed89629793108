from collections import namedtuple
from datetime import date, timedelta, timezone
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction


class Level(IntEnum):
    ONE = 1


Point = namedtuple("Point", "x y")
pairs = [(1, 1.0), (1, True), (0, -0.0), (2**53, float(2**53)), (0.5, Fraction(1, 2)), (0.25, Decimal("0.25")), (1, Level.ONE), ((1, 2), Point(1, 2)), (b"ab", memoryview(b"ab")), (frozenset("ab"), frozenset("ba")), (timedelta(1), timedelta(hours=24)), (1, 1 + 0j), (range(0), range(3, 3)), (Decimal("1.0"), Decimal("1.00")), ("a", str("a")), (list[int], list[int]), (int | str, str | int), (slice(1), slice(None, 1)), (10**20, 1e20), (None, None)]
for a, b in pairs:
    print(a == b, hash(a) == hash(b), end=" ")
print()
print(hash(-1) == hash(-2), hash("") == hash(b"") == 0, hash(()) == hash(tuple()), hash((1, 2)) != hash((2, 1)), hash(float("nan")) == hash(float("nan")) or "by identity")
for value in ([], {}, set(), bytearray(), {}.keys(), {}.items(), slice([], 1), (1, []), memoryview(bytearray(b"a"))):
    try:
        hash(value)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(hash({}.values()) is not None)
