from collections import ChainMap, UserDict, UserList, UserString

c = ChainMap({"a": 1}, {"a": 2, "b": 3})
c["b"] = 9
print(c, c["a"], c.maps, c.parents, len(c), sorted(c), c.new_child({"z": 0})["z"], c.get("no"), c | {"q": 1}, dict(c))
del c["b"]
print(c["b"])
for call in (lambda: c.__delitem__("b"), lambda: c["nope"], lambda: c.pop("nope"), lambda: ChainMap().popitem()):
    try:
        print(call())
    except KeyError as error:
        print(error)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


d = Lower({"A": 1}, B=2)
d.update(C=3)
print(d, d.data, d | {"D": 4}, d.setdefault("E", 5), "e" in d, type(d.copy()).__name__)
l = UserList([3, 1, 2])
l.sort()
print(l, l + [4], [0] + l, l[1:], type(l[1:]).__name__, l * 2, l == [1, 2, 3], l.index(2))
s = UserString("text")
print(s, s.upper(), type(s.upper()).__name__, s + "!", s[1:], "ex" in s, s == "text", hash(s) == hash("text"), s % () , int(UserString("5")))
