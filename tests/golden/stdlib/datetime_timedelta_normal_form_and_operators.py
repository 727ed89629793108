from datetime import timedelta
from fractions import Fraction

T = timedelta
for text in """
T(), T(1), T(-1), T(hours=-1), T(weeks=1, days=-6, hours=25), T(microseconds=-1)
repr(T()), repr(T(microseconds=1)), repr(T(days=-1, seconds=5)), repr(T(1, 2, 3))
str(T(days=1)), str(T(days=-2, hours=3)), str(T(microseconds=10)), str(T(days=1000, microseconds=1))
T(0.5), T(hours=1.5), T(microseconds=0.5), T(microseconds=1.5), T(milliseconds=0.0005), T(seconds=1e-7)
T(days=999999999), T.min, T.max, T.resolution
T(days=1000000000)
T.max + T.resolution
-T.min
-T.max == T.min + T(days=1) - T.resolution
T(1) * 2, 2 * T(1), T(1) * 1.5, T(1) * 0.1, T(3) / 2, T(3) / T(2), T(3) // T(2), T(3) // 2, T(3) % T(2)
divmod(T(5), T(2)), T(-5) // T(2), T(-5) % T(2), T(microseconds=7) / 2, T(microseconds=5) / 2, T(microseconds=7) // 2
T(1) / 0
T(1) / 0.0
T(1) // 0
T(1) // T(0)
T(1) % T(0)
T(1) * "a"
T(1) + 1
T(1) - 1
1 - T(1)
T(1) // 1.5
T(1) % 2
T(1) < 1
T(1) == 1
T(1) == T(hours=24), hash(T(1)) == hash(T(hours=24)), T(1) > T(hours=23), bool(T(0)), bool(T(microseconds=1))
abs(T(-1)), +T(1), -T(1), T(-1).days, T(microseconds=-1).seconds, T(microseconds=-1).microseconds
T(days=1, seconds=1).total_seconds(), T(microseconds=1).total_seconds(), T.max.total_seconds()
T("a")
T(days=None)
T(1, 2, 3, 4, 5, 6, 7), T(1) * Fraction(1, 2)
T(float("nan"))
T(float("inf"))
T(1) * float("nan")
T(1) * float("inf")
T(True), sum([T(1), T(2)], T()), max(T(1), T(2)), sorted([T(3), T(-1)])
round(T(1))
T(1).__reduce__()
T(days=0.1, seconds=0.1), T(seconds=0.1) * 3 == T(seconds=0.3)
T(1) // T(microseconds=1), T.max // T.resolution
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


class Mine(timedelta):
    def __new__(cls, *args, label="", **kw):
        self = super().__new__(cls, *args, **kw)
        self.label = label
        return self


m = Mine(1, label="x")
print(m, repr(m), type(m + m).__name__, type(-m).__name__, type(m * 2).__name__, m.label, m == timedelta(1), repr(Mine()))
