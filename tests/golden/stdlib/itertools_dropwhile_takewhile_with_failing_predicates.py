import itertools


def below(n):
    def test(x):
        print("test", x)
        if x == "bad":
            raise LookupError("bad one")
        return x < n
    return test


print(list(itertools.dropwhile(below(3), [1, 2, 5, 1, 2])))
print(list(itertools.takewhile(below(3), [1, 2, 5, 1, 2])))
it = iter([1, 9, 2, 3])
t = itertools.takewhile(below(5), it)
print(list(t), list(t), list(it))
for kind in (itertools.takewhile, itertools.dropwhile, itertools.filterfalse):
    it = kind(below(3), iter([1, "bad", 7, 8]))
    got = []
    for _ in range(3):
        try:
            got.append(next(it))
        except (LookupError, StopIteration) as error:
            got.append(repr(error))
    print(kind.__name__, got)
groups = itertools.groupby([1, 1, 2], key=lambda x: 1 // (x - 2))
print(next(groups)[0])
try:
    next(groups)
except ZeroDivisionError as error:
    print(error)
g = itertools.groupby("AAB")
k1, first = next(g)
print(k1, next(first))
k2, second = next(g)
print(k2, list(first), list(second))
print([(k, len(list(v))) for k, v in itertools.groupby([1, 1.0, True, "a", "a", None], key=lambda x: x)])


class Odd:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        raise RuntimeError("no comparing")


try:
    print(sum(1 for _ in itertools.groupby([Odd(1), Odd(2)])))
except RuntimeError as error:
    print(error)
