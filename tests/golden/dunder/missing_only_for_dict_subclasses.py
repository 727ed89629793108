class D(dict):
    def __missing__(self, key):
        print("missing", key)
        if key == "bad": raise KeyError("own message")
        return key * 2
d = D(a=1)
print(d["a"], d["b"], d.get("c"), "d" in d, d.setdefault("e", 5), d.pop("f", 6), len(d))
try:
    d["bad"]
except KeyError as e:
    print(repr(e))
class Broken(dict):
    __missing__ = 5
try:
    Broken()["x"]
except TypeError as e:
    print(e)
d2 = {}
try:
    d2.__missing__ = 1
except AttributeError as e:
    print(e)
print("{x}".format_map(D()), eval("nam", {}, D()))
