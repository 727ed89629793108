"""range: arguments, negative steps, huge ends, slices, membership, index, count, equality and hash."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for args in ((5,), (2, 5), (0, 10, 3), (10, 0, -3), (0,), (5, 2), (0, -5, -1), (-5, 5, 5), (2**70, 2**70 + 3), (0, 2**70, 2**69), (True,), (3, 3)):
    r = range(*args)
    print(r, len(r) if abs(args[-1]) < 2**62 or len(args) != 1 else "?", list(r)[:4], r[-1] if r else None, r[::-1], r[1:], bool(r))
r = range(0, 20, 3)
print(r[2], r[-2], r[1:4], r[::-2], r[100:], r.index(9), r.count(9), r.count(10), 9 in r, 9.0 in r, 9.5 in r, "a" in r, r.start, r.stop, r.step, r == range(0, 21, 3), range(0) == range(5, 5), range(1, 2) == range(1, 3, 2), hash(r) == hash(range(0, 21, 3)), r != [0])
for bad in ((lambda: range()), (lambda: range(1, 2, 0)), (lambda: range(1.0)), (lambda: range("5")), (lambda: range(1, 2, 3, 4)), (lambda: range(None)), (lambda: r[7]), (lambda: r[-8]), (lambda: r["a"]), (lambda: r[1.0]), (lambda: r.index(10)), (lambda: r.index("a")), (lambda: r.index()), (lambda: r + r), (lambda: r * 2), (lambda: r < r), (lambda: setattr(r, "start", 1)),
            (lambda: r.__setitem__), (lambda: len(range(2**100))), (lambda: range(2**100)[2**99] == 2**99), (lambda: range(stop=5)), (lambda: r[::0]), (lambda: range(5, step=2)), (lambda: 2**99 in range(2**100)), (lambda: range(2**100).index(2**99) == 2**99)):
    attempt(bad)


class Index:
    def __index__(self):
        return 3


print(list(range(Index())), r[Index()], range(Index(), 10, Index()), reversed(range(3)).__length_hint__(), list(reversed(range(0, 10, 4))))
it = iter(range(3))
next(it)
import copy
import pickle

print(list(copy.copy(it)), pickle.loads(pickle.dumps(r)), list(pickle.loads(pickle.dumps(it))))
