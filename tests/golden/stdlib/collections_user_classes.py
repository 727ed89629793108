"""UserDict, UserList and UserString keep their data outside, and their methods give their own kind."""
import collections


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

class D(collections.UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(str(key), value)

    def __missing__(self, key):
        if isinstance(key, str):
            raise KeyError(key)
        return self[str(key)]


d = D({1: "a"}, b=2)
d.update({3: 4})
print(d, d[1], d.data, 1 in d, "1" in d, d | {5: 6}, type(d | {}).__name__, type(d.copy()).__name__, len(d), list(d), d.get(3), d.pop("b"), d == {"1": "a", "3": 4})
l = collections.UserList([3, 1, 2])
l += [5]
l.sort()
print(l, l + [1], [1] + l, l * 2, l[1:], type(l[1:]).__name__, l == [1, 2, 3, 5], l < [2], 3 in l, l.index(3), l.data, l.copy(), max(l))
s = collections.UserString("hello")
print(s, repr(s), s.upper(), type(s.upper()).__name__, s + " w", "x " + s, s[1], s * 2, s == "hello", s < "i", "ell" in s, s.split("l"), s.encode(), hash(s) == hash("hello"), int(collections.UserString("5")), s % (), s.join(["a", "b"]), s.count("l"), s.find(collections.UserString("l")))
for bad in ((lambda: d["q"]), (lambda: d[9]), (lambda: collections.UserDict([1])), (lambda: l["a"]), (lambda: l + 5), (lambda: l < 5), (lambda: s + 5), (lambda: s["a"]), (lambda: collections.UserList(5)), (lambda: collections.UserString(5)), (lambda: hash(l)), (lambda: collections.UserDict({}, {})), (lambda: s.index("z")), (lambda: l.remove(9)), (lambda: isinstance(d, dict)), (lambda: isinstance(l, list)), (lambda: l.extend(5)), (lambda: s.replace("l", collections.UserString("L")))):
    attempt(bad)
