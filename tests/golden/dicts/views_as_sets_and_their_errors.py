"""Keys and items act like sets, values do not; views follow the dict."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
print(k & {"a", "z"}, k | ["z"], k - {"a"}, k ^ {"a", "c"}, {"a"} & k, k == {"a", "b"}, k >= {"a"}, k.isdisjoint(["q"]), i & {("a", 1)}, i == {("a", 1), ("b", 2)}, ("a", 1) in i, 2 in v, len(v))
d["c"] = 3
print(list(k), list(v), list(i), list(reversed(k)), list(reversed(v)), list(reversed(i)), k.mapping, type(k.mapping).__name__)
for bad in ((lambda: v & {1}), (lambda: v == d.values()), (lambda: v == v), (lambda: k + k), (lambda: k[0]), (lambda: i & 5), (lambda: k < ["a"]), (lambda: hash(k)), (lambda: hash(v) != 0), (lambda: {"a": []}.items() & {1}), (lambda: {"a": []}.items() | []),
            (lambda: [] in k), (lambda: ([], 1) in i), (lambda: 5 in i), (lambda: ("a",) in i), (lambda: k.isdisjoint(5)), (lambda: k == d), (lambda: k == ["a", "b", "c"]), (lambda: type(k)()), (lambda: next(k)), (lambda: len(iter(k)))):
    attempt(bad)
it = iter(d)
print(next(it), it.__length_hint__())
d["d"] = 4
try:
    next(it)
except RuntimeError as error:
    print(error, it.__length_hint__())
print(k, v, i, {}.keys(), {}.items())


def change():
    for key in d:
        d[key + key] = 1


attempt(change)
for key in d:
    d[key] = 0
print(d)
print(sorted(k ^ k), sorted(k - k), k <= k, k < k, {1: 2}.items() - {(1, 2)}, {1: 2}.keys() - [1.0])
