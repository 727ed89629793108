from collections import UserDict, UserList, UserString


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        if key != key.lower():
            return self[key.lower()]
        raise KeyError(key)


d = Lower({"A": 1}, B=2)
d.update(C=3)
d.setdefault("D", 4)
print(d, d["A"], "A" in d, "a" in d, len(d), d | {"E": 5}, {"E": 5} | d, type(d | {}).__name__)
try:
    d["zz"]
except KeyError as error:
    print(error)
print(Lower.fromkeys(["X"], 0), d == {"a": 1, "b": 2, "c": 3, "d": 4}, d.pop("a"), d.get("nope"), d.data)


class Ints(UserList):
    def append(self, item):
        super().append(int(item))


x = Ints([1, 2])
x.append("3")
print(x, x + [4], [0] + x, x * 2, x[1:], type(x[1:]).__name__, type(x + []).__name__, x == [1, 2, 3], x < [2], x.data)
x += (9,)
x.insert(0, 5)
x.sort(reverse=True)
print(x, x.pop(), x.index(3), x.count(2), 9 in x, list(reversed(x)), x.copy() is x)
x[0:2] = [7]
del x[-1]
print(x, len(x), max(x))


class Name(UserString):
    pass


n = Name("Ada")
print(n, repr(n), n + " L", "x" + n, n * 2, n.upper(), type(n.upper()).__name__, n == "Ada", n[0], type(n[0]).__name__,
      n in ["Ada"], "d" in n, hash(n) == hash("Ada"), n.replace("a", "o"), n % (), Name("%s!") % "hi", n.split("d"),
      n.encode(), len(n), int(Name("12")), float(Name("1.5")), n < "B", n.join(["1", "2"]), n.center(7, "*"))
for call in (lambda: n + 5, lambda: n[9], lambda: UserList(5), lambda: x < 5, lambda: UserDict(1), lambda: n.index("z")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
