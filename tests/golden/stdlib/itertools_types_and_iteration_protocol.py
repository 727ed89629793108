import itertools

names = "accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile " \
    "filterfalse groupby islice pairwise permutations product repeat starmap takewhile zip_longest".split()
makers = {
    "accumulate": ([1],), "batched": ([1], 2), "chain": (), "combinations": ("a", 1), "compress": ("a", [1]),
    "combinations_with_replacement": ("a", 1), "count": (), "cycle": ([1],), "dropwhile": (None, []),
    "filterfalse": (None, [0, 1]), "groupby": ([],), "islice": ([], 1), "pairwise": ([],), "permutations": ("a",),
    "product": (), "repeat": (1,), "starmap": (max, []), "takewhile": (bool, []), "zip_longest": (),
}
for name in names:
    cls = getattr(itertools, name)
    it = cls(*makers[name])
    print(name, isinstance(cls, type), iter(it) is it, cls.__module__, repr(it).startswith(f"<itertools.{name} obj"),
          hasattr(it, "__length_hint__"), hasattr(it, "foo"))
print(itertools.count.__doc__.splitlines()[0] != "", list(itertools.filterfalse(None, [0, 1, "", "a"])))


class Mine(itertools.chain):
    def __init__(self, *parts):
        self.parts = parts


mine = Mine("ab", "c")
print(list(mine), mine.parts, type(mine).__name__)
for name in ("chain", "count", "groupby"):
    try:
        getattr(itertools, name)().extra = 1
    except (AttributeError, TypeError) as error:
        print(name, type(error).__name__, error)
print(list(itertools.batched("abcdefg", 3)))
for args, kw in ((("abcde", 2), {"strict": True}), (("abcd", 2), {"strict": True}), (("a", 0), {}), (("a", "x"), {})):
    try:
        print(list(itertools.batched(*args, **kw)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
pairs = itertools.pairwise(itertools.chain("abc", 5))
try:
    print(next(pairs), next(pairs), next(pairs))
except TypeError as error:
    print(error)
