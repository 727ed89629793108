"""slice: fields, indices(), comparison, hashing, and the errors of each."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, None), s == slice(1, 10, 2), slice(1) != slice(None, 1, 1), hash(s) == hash(slice(1, 10, 2)), {s: 1}[slice(1, 10, 2)])
for args in ((None, None, None), (1, 5, 2), (-3, None, None), (None, None, -1), (10, 0, -3), (-100, 100, 1), (100, -100, -1), (5, 2, None), (None, 2**70, None), (-2**70, None, 2**70), (True, 3, None)):
    print(args, [slice(*args).indices(n) for n in (0, 1, 5, 10)])
for bad in ((lambda: slice()), (lambda: slice(1, 2, 3, 4)), (lambda: slice(1, 2, 0).indices(5)), (lambda: slice("a").indices(5)), (lambda: slice(1.5, 2).indices(5)), (lambda: s.indices(-1)), (lambda: s.indices("5")), (lambda: s.indices()), (lambda: s.indices(2.0)), (lambda: setattr(s, "start", 2)), (lambda: hash(slice([]))), (lambda: s < 5), (lambda: slice(1, "a") < slice(1, 2)), (lambda: slice(stop=5)),
            (lambda: s[0]), (lambda: iter(s)), (lambda: type("S", (slice,), {})), (lambda: [1, 2, 3][s]), (lambda: "abc"[slice(None, None, -1)]), (lambda: [1][slice("a")]), (lambda: slice(1, 2).indices(2**70))):
    attempt(bad)


class See:
    def __getitem__(self, key):
        return key


print(See()[1:2, ::3, ...], See()[:][()] if False else See()[:], repr(slice("a", [], {})))
