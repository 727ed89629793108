"""Tuples: concatenation, repetition, comparison, item and slice access, count and index."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

t = (1, 2, 3)
print(t + (), () + t is t or "copied", t * 0, t * -1, 2 * (1,), t[:] is t, t[::-1], t[1:100], t[-2:], t.count(1), t.index(3), t == (1.0, 2.0, 3.0), t < (1, 2, 4), () < (0,), (1,) > (0, 5), hash(t) == hash((1.0, 2, True + 2)))
for bad in ((lambda: t + [1]), (lambda: t + 1), (lambda: t * 1.5), (lambda: t[3]), (lambda: t["a"]), (lambda: t[1.0]), (lambda: t.index(9)), (lambda: t.index(1, 1)), (lambda: t < [1]), (lambda: t.__setitem__), (lambda: t.append),
            (lambda: (1, "a") < (1, 2)), (lambda: hash((1, []))), (lambda: tuple(5)), (lambda: tuple(1, 2)), (lambda: tuple(iterable=[1])), (lambda: t.count()), (lambda: max(())), (lambda: t[::0])):
    attempt(bad)


def assign():
    t[0] = 5


def delete():
    del t[0]


attempt(assign)
attempt(delete)
print(tuple("ab"), tuple({1: 2}), tuple(x for x in "q"), tuple(t) is t, tuple([]) is (), repr((1,)), repr(((),)), (1,) + (2,), *t)


class T(tuple):
    def __new__(cls, *args):
        return super().__new__(cls, args)

    def __repr__(self):
        return f"T{super().__repr__()}"


s = T(1, 2)
print(s, type(s[:]).__name__, type(s + ()).__name__, type(s * 1).__name__, tuple(s) == s, s == (1, 2), s.__getnewargs__())
s.attr = 5
print(s.attr, hash(s) == hash((1, 2)), {s: 1}[(1, 2)])
