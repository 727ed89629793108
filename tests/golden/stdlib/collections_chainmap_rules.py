"""ChainMap: lookups, writes to the first map, new_child, parents, missing keys, unions and order."""
import collections


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

M = collections.ChainMap
a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
m = M(a, b)
print(m["y"], m["z"], len(m), list(m), dict(m), m, m.maps, m.parents, m.new_child({"n": 0}), m.new_child(k=5), "z" in m, m.get("q", 9), bool(M()), M().maps)
m["z"] = 10
m["new"] = 11
del m["y"]
print(a, b, m["y"], m.pop("new"), m.setdefault("z", 1), m.setdefault("w", 2), a)
for bad in ((lambda: m["nope"]), (lambda: m.__delitem__("y")), (lambda: m.pop("y")), (lambda: M({}).popitem()), (lambda: m.popitem()), (lambda: M(5)["a"]), (lambda: m | {"u": 1}), (lambda: {"u": 1} | m), (lambda: m | 5), (lambda: m == dict(m)), (lambda: m == M(dict(m))), (lambda: hash(m)), (lambda: M.fromkeys("ab", 1)), (lambda: m.copy().maps[1] is b), (lambda: list(reversed(m))), (lambda: m.keys() & {"z"}), (lambda: m.clear()), (lambda: m.items())):
    attempt(bad)


class D(M):
    def __missing__(self, key):
        return f"missing {key}"


d = D({})
print(d["q"], "q" in d, d.get("q"), D({"k": 1}).new_child()["k"])
m |= {"v": 1}
print(m.maps[0], list(M({"b": 1, "a": 2}, {"c": 3, "b": 4})))
