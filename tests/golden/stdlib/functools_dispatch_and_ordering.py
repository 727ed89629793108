from collections.abc import Iterable, Mapping, Sized
from functools import *


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


@singledispatch
def kind(value, *rest):
    return f"object {rest}"


@kind.register
def _(value: int | float):
    return "number"


@kind.register(list)
@kind.register(tuple)
def sequence(value):
    return "sequence"


@kind.register(Mapping)
def _(value):
    return "mapping"


kind.register(str, lambda value: "text")


class Stack(list): ...


print(kind(1), kind(2.5), kind(True), kind([]), kind(()), kind({}), kind("x"), kind(None, 1), kind(Stack()), kind.__name__)
print(kind.dispatch(bool)(0), sorted(cls.__name__ for cls in kind.registry), sequence.__name__)
show(lambda: kind())
show(lambda: kind.register(5))
show(lambda: kind.register("int"))
kind.register(Stack)(lambda value: "stack")
print(kind(Stack()))


@singledispatch
def ambiguous(x): return "object"
@ambiguous.register(Iterable)
def _(x): return "iterable"
@ambiguous.register(Sized)
def _(x): return "sized"


show(lambda: ambiguous([]))


class Printer:
    @singledispatchmethod
    def show(self, value): return f"? {value}"
    @show.register
    def _(self, value: int): return f"int {value}"
    @show.register(str)
    def _(self, value): return f"str {value}"
    @singledispatchmethod
    @classmethod
    def make(cls, value): return cls.__name__, value
    @make.register
    @classmethod
    def _(cls, value: list): return cls.__name__, len(value)


print(Printer().show(1), Printer().show("s"), Printer().show(2.5), Printer.make(3), Printer.make([1, 2]))


def versions(**methods):
    namespace = {"__init__": lambda self, n: setattr(self, "n", n), "__eq__": lambda self, o: self.n == o.n}
    return total_ordering(type("V", (), {**namespace, **methods}))


for name, method in {"__lt__": lambda a, b: a.n < b.n, "__le__": lambda a, b: a.n <= b.n,
                     "__gt__": lambda a, b: a.n > b.n, "__ge__": lambda a, b: a.n >= b.n}.items():
    V = versions(**{name: method})
    print(name, [[a < b, a <= b, a > b, a >= b] for a in (V(1), V(2)) for b in (V(1), V(2))])
show(lambda: total_ordering(type("Nothing", (), {})))
V = versions(__lt__=lambda a, b: NotImplemented)
show(lambda: V(1) >= V(2))
