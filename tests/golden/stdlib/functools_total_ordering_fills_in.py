import functools


@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts


a, b = Version(1, 2), Version(1, 3)
print(a < b, a <= b, a > b, a >= b, a == b, a != b, a <= Version(1, 2), a >= Version(1, 2))
print(sorted([b, a, Version(0)], reverse=True)[0].parts, max(a, b).parts)
for op in ("<", "<=", ">", ">="):
    try:
        print(eval(f"a {op} 5"))
    except TypeError as error:
        print(error)
try:
    @functools.total_ordering
    class Nothing:
        pass
except ValueError as error:
    print(error)
for given in ("__gt__", "__le__", "__ge__"):
    cls = type("C", (), {
        "__init__": lambda self, v: setattr(self, "v", v),
        "__eq__": lambda self, o: self.v == o.v,
        "__gt__": lambda self, o: self.v > o.v,
        "__le__": lambda self, o: self.v <= o.v,
        "__ge__": lambda self, o: self.v >= o.v,
    })
    for other in ("__gt__", "__le__", "__ge__"):
        if other != given:
            delattr(cls, other)
    cls = functools.total_ordering(cls)
    x, y = cls(1), cls(2)
    print(given, x < y, x <= y, x > y, x >= y, cls(2) <= y, cls(2) >= y, cls(2) < y, cls(2) > y)
print(Version.__le__.__name__, Version.__gt__.__qualname__, hasattr(Version, "__hash__"),
      Version.__hash__)


for root in ("__lt__", "__le__", "__gt__", "__ge__"):
    ordered = functools.total_ordering(type("Ordered", (), {root: lambda self, other: True}))
    for name in ("__lt__", "__le__", "__gt__", "__ge__"):
        method = vars(ordered)[name]
        print(name, method.__name__, method.__qualname__, method.__doc__)
