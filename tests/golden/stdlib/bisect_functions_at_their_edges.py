"""bisect and insort: bounds, keys, odd sequences and errors."""
import bisect


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

a = [1, 2, 2, 3]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 0), bisect.bisect(a, 9), bisect.bisect([], 1), bisect.bisect_left(a, 2, 2), bisect.bisect_left(a, 2, 0, 1), bisect.bisect(a, 2.5), bisect.bisect_left(a, 2, hi=None), bisect.bisect("abd", "c"), bisect.bisect_left([(1, "a"), (2, "b")], 2, key=lambda p: p[0]), bisect.bisect([3, 2, 1], -2, key=lambda v: -v), bisect.bisect_left(a, 2, lo=1, hi=3))
bisect.insort(a, 2)
bisect.insort_left(a, 0)
bisect.insort(a, 5, lo=1, hi=2)
print(a)
b = [(1, "x"), (3, "y")]
bisect.insort(b, (2, "z"), key=lambda p: p[0])
print(b)
for bad in ((lambda: bisect.bisect(a)), (lambda: bisect.bisect(a, "x")), (lambda: bisect.bisect(a, 1, -1)), (lambda: bisect.bisect(a, 1, 0, 100)), (lambda: bisect.bisect(5, 1)), (lambda: bisect.insort((1,), 1)), (lambda: bisect.bisect(a, 1, "a")), (lambda: bisect.bisect(a, 1, key=5)), (lambda: bisect.bisect(a, x=1)), (lambda: bisect.bisect(a=a, x=1)), (lambda: bisect.insort(range(3), 1)), (lambda: bisect.bisect(iter(a), 1))):
    attempt(bad)


class S:
    def __len__(self): return 3
    def __getitem__(self, i):
        print("get", i, end=" ")
        return i * 10
    def insert(self, i, v): print("insert", i, v)


print(bisect.bisect(S(), 15))
bisect.insort(S(), 5)
