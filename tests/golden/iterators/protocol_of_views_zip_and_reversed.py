"""Iterators are their own iterators, end for good, and tell what is left where they can."""
import copy
sources = {"list": [1, 2, 3], "tuple": (1, 2, 3), "str": "abc", "bytes": b"abc", "range": range(3), "dict": {1: 1, 2: 2}, "keys": {1: 1, 2: 2}.keys(), "items": {1: 1}.items(), "set": {1, 2}, "enumerate": enumerate("ab"), "zip": zip("ab", "cd"), "map": map(str, [1, 2]), "filter": filter(None, [0, 1]), "reversed": reversed([1, 2]), "bytearray": bytearray(b"ab"), "frozenset": frozenset([1])}
for name, source in sources.items():
    it = iter(source)
    first = next(it)
    hint = getattr(it, "__length_hint__", lambda: "none")()
    rest = list(it)
    ended = [next(it, "end"), next(it, "end")]
    print(name, type(it).__name__, iter(it) is it, first, hint, len(rest), ended, hasattr(it, "__reduce__"))
it = iter([1, 2, 3, 4])
next(it)
c = copy.copy(it)
print(next(it), next(c), list(c), list(it))
x = [1, 2]
it = iter(x)
print(list(it))
x.append(3)
print(list(it), next(iter(x[2:])))
d = {1: 1}
it = iter(d)
d[2] = 2
for _ in range(2):
    try: next(it)
    except RuntimeError as error: print(error)
