"""compress, dropwhile, takewhile, filterfalse, groupby, starmap, zip_longest and tee."""
import itertools as it


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

print(list(it.compress("abcd", [1, 0, 1])), list(it.dropwhile(lambda x: x < 2, [1, 2, 1])), list(it.takewhile(lambda x: x < 2, [1, 2, 1])), list(it.filterfalse(None, [0, 1, ""])), list(it.filterfalse(lambda x: x > 1, [1, 2])), list(it.starmap(pow, [(2, 3), [3, 2]])), list(it.zip_longest("ab", "c", fillvalue="-")), list(it.zip_longest()), [(k, list(g)) for k, g in it.groupby("aabBA", str.lower)])
for bad in ((lambda: it.compress("a")), (lambda: it.compress(5, [])), (lambda: list(it.dropwhile(5, [1]))), (lambda: it.takewhile(None)), (lambda: list(it.takewhile(None, [1]))), (lambda: list(it.starmap(pow, [5]))), (lambda: list(it.starmap(pow, [(1,)]))), (lambda: it.zip_longest("a", fill=1)), (lambda: it.groupby()), (lambda: list(it.groupby([1], 5))), (lambda: it.tee()), (lambda: it.tee("a", -1)), (lambda: it.tee(5)), (lambda: it.tee("ab", 0)), (lambda: len(it.tee("ab", 3))), (lambda: it.filterfalse(None)), (lambda: it.groupby("a", key=None) and "fine")):
    attempt(bad)
groups = it.groupby([1, 1, 2, 2, 3])
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, next(g2), next(groups)[0], list(g2))
a, b = it.tee(iter([1, 2, 3]))
print(next(a), next(a), next(b), list(a), list(b))
t = it.takewhile(lambda x: x < 3, iter([1, 5, 2]))
print(list(t), list(t))
class Eq:
    def __init__(self, v): self.v = v
    def __eq__(self, other): return self.v == other.v
    def __repr__(self): return f"Eq({self.v})"


print([(k, len(list(g))) for k, g in it.groupby([Eq(1), Eq(1), Eq(2)])])
