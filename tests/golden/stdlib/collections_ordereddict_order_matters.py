from collections import OrderedDict

d = OrderedDict(a=1, b=2, c=3)
d.move_to_end("a")
print(d, list(reversed(d)), d.popitem(), d.popitem(last=False), d)
d.move_to_end("c", last=False)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1},
      {"a": 1} == OrderedDict(a=1), OrderedDict(a=1) != OrderedDict(a=1))
d = OrderedDict([("x", 1), ("y", 2)])
d["x"] = 5
d.setdefault("z", 9)
del d["y"]
d["y"] = 0
print(d, d.pop("x"), d.pop("q", None), d.copy(), OrderedDict.fromkeys("ab", 0), d | {"n": 1}, {"n": 1} | d)
print(type(d | {}).__name__, type({} | d).__name__, list(reversed(d.items())), list(reversed(d.values())),
      d.keys(), d.values(), d.items())
for call in (lambda: OrderedDict().popitem(), lambda: d.move_to_end("no"), lambda: d.pop("no"), 
             lambda: d["no"], lambda: OrderedDict.fromkeys(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
r = OrderedDict()
r["self"] = r
print(r)


class Lru(OrderedDict):
    def __init__(self, n):
        self.n = n
        super().__init__()

    def __setitem__(self, k, v):
        super().__setitem__(k, v)
        self.move_to_end(k)
        if len(self) > self.n:
            self.popitem(last=False)

    def __getitem__(self, k):
        v = super().__getitem__(k)
        self.move_to_end(k)
        return v


c = Lru(2)
c["a"] = 1
c["b"] = 2
c["a"]
c["c"] = 3
print(c, c.__dict__, c.get("a"), list(c.items()))
o = OrderedDict(a=1)
o.attr = 5
print(o.__dict__, OrderedDict(o), o.__reduce__()[0].__name__)
o |= [("b", 2)]
print(o, sum(o.values()))
