# Classes that have only one of setting and deleting of their own; the other is the base's.
from collections import Counter


class Keeps(dict):
    def __delitem__(self, key):
        print("kept", key)


class Doubles(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)


class Stays(list):
    def __delitem__(self, place):
        self[place] = None


class Swapped(dict):
    __setitem__ = lambda self, key, value: dict.__delitem__(self, key)


class Borrowed:
    __setitem__ = dict.__setitem__
    __delitem__ = dict.__delitem__


class Neither(dict):
    __setitem__ = None


class Under(Keeps):
    pass


k = Keeps(a=1)
k["b"] = 2
k["b"] += 1
del k["a"]
print(k)
u = Under()
u["x"] = 1
del u["x"]
print(u)
Under.__delitem__ = dict.__delitem__
del u["x"]
Under.__setitem__ = lambda self, key, value: dict.__setitem__(self, key, [value])
u["y"] = 1
print(u)
del Under.__setitem__
u["z"] = 1
print(u)
d = Doubles()
d["a"] = 2
d["b"] = "x"
del d["a"]
print(d)
s = Stays("abc")
s[0] = "z"
del s[1]
s[2:] = "xy"
print(s)
w = Swapped(a=1)
w["a"] = 3
print(w)
c = Counter("aab")
c["a"] += 1
c["new"] += 5
del c["missing"], c["b"]
print(c)


def attempt(action):
    try:
        action()
    except (TypeError, KeyError, IndexError) as error:
        print(type(error).__name__, error)


attempt(lambda: Borrowed().__setitem__(1, 2))
attempt(lambda: exec("b[1] = 2", {"b": Borrowed()}))
attempt(lambda: exec("del b[1]", {"b": Borrowed()}))
attempt(lambda: exec("n[1] = 2", {"n": Neither()}))
attempt(lambda: exec("k[[]] = 2", {"k": k}))
attempt(lambda: exec("s[9] = 2", {"s": s}))
attempt(lambda: exec("del d[9]", {"d": d}))
attempt(lambda: dict.__setitem__())
attempt(lambda: dict.__setitem__(1, 2, 3))
