"""get, setdefault, pop, popitem, update, fromkeys and the constructor at their limits."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

d = {"a": 1, "b": 2}
print(d.get("z"), d.get("z", 5), d.setdefault("c"), d.setdefault("a", 9), d.pop("c"), d.pop("zz", None), d.popitem(), d)
for bad in ((lambda: d.pop("q")), (lambda: {}.popitem()), (lambda: d["q"]), (lambda: d[[]]), (lambda: d.get([])), (lambda: d.pop([])), (lambda: {}.pop([])), (lambda: d.setdefault([], 1)), (lambda: [] in d), (lambda: d.get()),
            (lambda: d.get("a", 1, 2)), (lambda: d.get("a", default=1)), (lambda: d.pop()), (lambda: d.update(5)), (lambda: d.update([1])), (lambda: d.update([(1,)])), (lambda: d.update([(1, 2, 3)])), (lambda: d.update(["ab", "c"])),
            (lambda: d.update({}, {})), (lambda: dict(5)), (lambda: dict([1])), (lambda: dict(None)), (lambda: dict.fromkeys(5)), (lambda: dict.fromkeys()), (lambda: dict.fromkeys([[]])), (lambda: d < d), (lambda: hash(d)),
            (lambda: d + d), (lambda: d | [1]), (lambda: d | None), (lambda: d.popitem(last=True)), (lambda: {**{1: 2}, [1]: 3}), (lambda: d.keys()[0]), (lambda: d.__delitem__("q")), (lambda: dict(**{1: 2})), (lambda: dict(a=1, **{"a": 2}))):
    attempt(bad)
d.update(b=3, self=4)
d.update(["xy", ("k", "v")], z=0)
d.update({"a": 10}.items())
print(d, dict.fromkeys("ab"), dict.fromkeys("ab", []), dict([("a", 1)], a=2), dict({"a": 1}, b=2), dict(zip("ab", (1, 2))), {1: "a", 1.0: "b", True: "c"})
e = {"x": 1}
e |= [("y", 2)]
e |= {"x": 3}
print(e, e | {"z": 1}, {"z": 1} | e, list(reversed(e)), list(e.items()), len(e), e == {"y": 2, "x": 3}, e != {}, "y" in e)


class K(dict):
    def __missing__(self, key):
        return key * 2


k = K(a=1)
print(k["b"], k.get("b"), "b" in k, k | {"c": 1}, type(k | {}).__name__, type(k.copy()).__name__, type(K.fromkeys("a")).__name__)
