from bisect import bisect_left, bisect_right
from datetime import date, datetime, timedelta
from functools import reduce


class Intervals:
    def __init__(self, *pairs):
        self.points = []
        for a, b in pairs:
            self.add(a, b)

    def add(self, a, b):
        if not a < b:
            raise ValueError(f"empty interval {a}..{b}")
        i, j = bisect_left(self.points, a), bisect_right(self.points, b)
        self.points[i:j] = [a] * (i % 2 == 0) + [b] * (j % 2 == 0)

    def discard(self, a, b):
        i, j = bisect_left(self.points, a), bisect_right(self.points, b)
        self.points[i:j] = [a] * (i % 2) + [b] * (j % 2)

    def __iter__(self):
        it = iter(self.points)
        return zip(it, it)

    def __contains__(self, x):
        return bisect_right(self.points, x) % 2 == 1

    def __or__(self, other):
        return Intervals(*self, *other)

    def __sub__(self, other):
        result = Intervals(*self)
        for a, b in other:
            result.discard(a, b)
        return result

    def __and__(self, other):
        return self - (self - other)

    def __eq__(self, other):
        return isinstance(other, Intervals) and self.points == other.points

    def __len__(self):
        return len(self.points) // 2

    def __bool__(self):
        return bool(self.points)

    def __repr__(self):
        return " ".join(f"[{a},{b})" for a, b in self) or "nothing"


a, b = Intervals((1, 4), (6, 9)), Intervals((3, 7))
print(a, b, a | b, a - b, b - a, a & b, 4 in a, 6 in a, len(a | b), a == Intervals((6, 9), (1, 4)), bool(a - a))
a.add(4, 6)
print(a, Intervals((1, 2), (2, 3)), Intervals((1, 5)) - Intervals((2, 3)), a.discard(0, 100), a)
try:
    a.add(3, 3)
except ValueError as error:
    print(error)
import random
r = random.Random(3)
for _ in range(50):
    x, y = ([(p, p + r.randrange(1, 9)) for p in r.sample(range(40), 6)] for _ in "ab")
    sx, sy = ({n for p, q in s for n in range(p, q)} for s in (x, y))
    ix, iy = Intervals(*x), Intervals(*y)
    for f in (lambda p, q: p | q, lambda p, q: p & q, lambda p, q: p - q):
        assert {n for p, q in f(ix, iy) for n in range(p, q)} == f(sx, sy)
meetings = {"ann": [(9, 30, 45), (13, 0, 90)], "bob": [(10, 0, 60), (16, 15, 30)], "cy": [(8, 0, 75), (12, 30, 45)]}
day = datetime(2024, 2, 29)
at = lambda h, m=0: day + timedelta(hours=h, minutes=m)
busy = {n: Intervals(*((at(h, m), at(h, m) + timedelta(minutes=d)) for h, m, d in slots)) for n, slots in meetings.items()}
free = Intervals((at(9), at(17))) - reduce(lambda p, q: p | q, busy.values())
print([(f"{p:%H:%M}-{q:%H:%M}", (q - p) // timedelta(minutes=1)) for p, q in free])
print(max(free, key=lambda p: p[1] - p[0])[0].isoformat(timespec="minutes"), at(10, 30) in busy["bob"])


def month(year, m):
    first = date(year, m, 1)
    start = first - timedelta(first.weekday())
    while start.month == m or start < first:
        yield " ".join(f"{d.day:2}" if d.month == m else "  " for d in (start + timedelta(i) for i in range(7))).rstrip()
        start += timedelta(7)


print(*month(2024, 2), sep="\n")
fridays = [d for d in (date(y, m, 13) for y in range(2023, 2027) for m in range(1, 13)) if d.weekday() == 4]
print(*fridays, sum((date(y + 1, 1, 1) - date(y, 1, 1)).days for y in range(2000, 2024)))
