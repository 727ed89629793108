"""strict zips, maps over several iterables, filters with None, and enumerations that start anywhere."""


def attempt(function):
    try:
        print(type(function()).__name__)
    except Exception as error:
        print(type(error).__name__, error)

print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip("ab", (1, 2), strict=True)), list(map(lambda *a: a, "ab", [1, 2, 3])), list(filter(None, [0, 1, "", "a", None])), list(enumerate("ab", -1)), list(enumerate("a", 2**70)))
for bad in ((lambda: list(zip("ab", "a", strict=True))), (lambda: list(zip("a", "ab", strict=True))), (lambda: list(zip("ab", "ab", "a", strict=True))), (lambda: list(zip("a", "a", "ab", strict=True))), (lambda: zip(5)), (lambda: zip("a", 5)), (lambda: map()), (lambda: map(len)), (lambda: map(len, 5)),
            (lambda: list(map(5, [1]))), (lambda: list(map(len, [1]))), (lambda: filter(None)), (lambda: filter(None, 5)), (lambda: list(filter(5, [1]))), (lambda: filter(None, [], [])), (lambda: enumerate()), (lambda: enumerate(5)), (lambda: enumerate([], "a")), (lambda: enumerate([], 1.0)), (lambda: list(enumerate(iterable="a", start=5))), (lambda: enumerate([], 1, 2)), (lambda: len(zip())),
            (lambda: zip("a")[0]), (lambda: list(map(None, [1]))), (lambda: list(map(str, [1], [2]))), (lambda: reversed(zip())), (lambda: next(map(int, ["x"])))):
    attempt(bad)
it = iter([1, 2, 3, 4, 5])
print(list(zip(it, it)), list(it))
z = zip([1, 2, 3], iter([1]))
print(next(z), next(z, "end"), next(z, "end"))


def boom():
    yield 1
    raise KeyError("boom")


z = zip(boom(), boom())
print(next(z))
attempt(lambda: next(z))
attempt(lambda: next(z))
m = map(lambda x: 1 // x, [1, 0, 2])
print(next(m))
attempt(lambda: next(m))
print(list(m), iter(m) is m, type(m).__name__, repr(enumerate([]))[:17])
