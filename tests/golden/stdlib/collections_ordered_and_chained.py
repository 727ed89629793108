from collections import ChainMap, OrderedDict, UserDict, UserList, UserString


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
print(o, list(reversed(o)), o == {"c": 3, "b": 2, "a": 1}, o == OrderedDict([("c", 3), ("b", 2), ("a", 1)]), OrderedDict())
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), o, o.keys(), o.items(), o.values())
o |= {"z": 26}
print(o | {"y": 25}, {"x": 24} | o, type({} | o).__name__, o.pop("b"), o.pop("b", None), o.setdefault("k", 5), o.copy() is o)
show(lambda: o.move_to_end("none"))
show(lambda: OrderedDict().popitem())
show(lambda: o.pop("none"))
print(OrderedDict.fromkeys("ab", 0), list(o.items()), [*reversed(o.items())], o != OrderedDict(o))
o["self"] = o
print(o)


class Upper(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


print(Upper(a=1), Upper({"q": 2}))

base, top = {"a": 1, "b": 2}, {"b": 20}
m = ChainMap(top, base)
print(m, m["a"], m["b"], list(m), len(m), "a" in m, m.get("q", 0), dict(m), m.parents, m.new_child({"n": 1}), m.maps[0])
m["c"] = 3
del m["b"]
print(top, m, m | {"z": 0}, bool(ChainMap()), m.pop("c"))
show(lambda: m["none"])
show(lambda: m.__delitem__("a"))
show(lambda: m.pop("a"))
show(lambda: m.popitem())


class Lower(UserDict):
    def __setitem__(self, key, value):
        self.data[key.lower()] = value
    def __missing__(self, key):
        return f"no {key}"


d = Lower({"A": 1}, B=2)
d.update(C=3)
print(d, d["a"], d["q"], "a" in d, d.get("q"), len(d), d | {"Z": 1}, d.copy(), type(d.copy()).__name__, d == {"a": 1, "b": 2, "c": 3})
u = UserList([3, 1, 2])
u += [5]
u.sort()
print(u, u[1:], u + [9], [0] + u, u * 2, u == [1, 2, 3, 5], u.index(3), type(u[:1]).__name__, u < [2], u.pop(), len(u))
s = UserString("hello")
print(s, s.upper(), s + " x", s[1:3], s == "hello", "ell" in s, s.split("l"), s.center(9, "*"), s.startswith("he"), type(s.title()).__name__)
