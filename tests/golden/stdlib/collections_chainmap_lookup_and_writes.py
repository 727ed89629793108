from collections import ChainMap, OrderedDict, defaultdict

base, over = {"a": 1, "b": 2}, {"b": 20, "c": 30}
m = ChainMap(over, base)
print(m, m["b"], m["a"], list(m), dict(m), len(m), "a" in m, "z" in m, m.get("z", 0), bool(ChainMap()), ChainMap())
m["a"] = 100
print(over, base, m.maps)
del m["a"]
print(m["a"])
for call in (lambda: m.pop("a"), lambda: m.__delitem__("zz"), lambda: m["zz"], lambda: ChainMap({}).popitem(),
             lambda: hash(m), lambda: ChainMap(5)["a"], lambda: m.parents.parents["a"]):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
child = m.new_child({"d": 4})
print(child, child.parents == m, child.new_child(x=1), child.parents.maps[0] is over, list(child.items()))
print(m.pop("b"), m.popitem(), m, m.setdefault("new", 7), over)
print(ChainMap({"x": 1}) | {"y": 2}, {"y": 2} | ChainMap({"x": 1}), ChainMap({"x": 1}) == {"x": 1})
m |= {"q": 0}
try:
    print(m, list(reversed(ChainMap({"k": 1}, {"l": 2}))))
except TypeError as error:
    print(error)
m.clear()
print(m, m.copy().maps[0] is m.maps[0], m.copy().maps[1] is m.maps[1], ChainMap.fromkeys("ab", 1))
d = ChainMap({}, defaultdict(list))
print(d["any"], d, "any" in d)


class Deep(ChainMap):
    def __setitem__(self, key, value):
        for mapping in self.maps:
            if key in mapping:
                mapping[key] = value
                return
        self.maps[0][key] = value

    def __missing__(self, key):
        return f"<{key}>"


deep = Deep({"zebra": "black"}, {"elephant": "blue"}, {"lion": "yellow"})
deep["lion"] = "orange"
deep["snake"] = "red"
print(deep, deep["nothing"], deep.get("nothing"), type(deep.new_child()).__name__)
scopes = ChainMap({})
for name in "xy":
    scopes = scopes.new_child({name: len(scopes.maps)})
print(scopes, scopes["x"], list(scopes), [*scopes.keys()], sorted(scopes.values()), repr(ChainMap(OrderedDict(a=1))))
