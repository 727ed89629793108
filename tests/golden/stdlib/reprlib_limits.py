import reprlib
from reprlib import Repr, recursive_repr

r = Repr()
for value in (list(range(10)), tuple(range(10)), (1,), {1, 2, 3, 4, 5, 6, 7, 8}, frozenset("a"), {i: i for i in range(9)}, "x" * 100,
              10**100, [[[[[[[[1]]]]]]]], b"y" * 100, __import__("collections").deque(range(10)), __import__("array").array("i", range(9)),
              set(), frozenset(), {}, (), "short", {"b": 1, "a": 2}, ["a" * 50] * 3):
    print(r.repr(value))
print(Repr(maxlist=2, maxstring=10, fillvalue="~").repr([1, 2, 3, "abcdefghijklmnop"]), Repr(maxlevel=1).repr([[1]]), Repr(maxlevel=0).repr([1]))
print(Repr(indent=2).repr([1, [2, 3], {"a": (4,)}]), Repr(indent="->").repr({"k": [1]}), Repr(indent=0).repr([1, 2]), sep="\n")
print(reprlib.repr("z" * 50), reprlib.aRepr.maxother, r.maxdict, r.maxlong)


class Long:
    def __repr__(self):
        return "<" + "long" * 20 + ">"


class Broken:
    def __repr__(self):
        raise ValueError("no repr")


print(r.repr(Long()), r.repr(Broken()).split(" at ")[0], r.repr([Broken()]).split(" at ")[0])


class Mine(Repr):
    def repr_int(self, x, level):
        return f"int:{x}"

    def repr_Long(self, x, level):
        return f"LONG at level {level}"


print(Mine().repr([1, [Long()]]), Mine().repr({"a": True}))


class Tree:
    def __init__(self, name):
        self.name, self.children = name, []

    @recursive_repr("<...>")
    def __repr__(self):
        """doc"""
        return f"Tree({self.name!r}, {self.children!r})"


t = Tree("root")
t.children += [t, Tree("leaf")]
print(t, Tree.__repr__.__doc__, Tree.__repr__.__name__, Tree.__repr__.__wrapped__.__name__)


class Other:
    @recursive_repr()
    def __repr__(self):
        return f"Other({[self, self]})"


print(Other())
loop = {"k": []}
loop["k"].append(loop)
print(r.repr(loop), repr(loop))
