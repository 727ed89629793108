# What libraries that extend typing rest on: defaults in their order, names with modules, protocols without `__init__`.
import sys
import typing
from typing import (
    Any, Callable, Concatenate, ForwardRef, Generic, NewType, NoDefault, ParamSpec, Protocol, Tuple, TypedDict, TypeVar,
    TypeVarTuple, Unpack, get_type_hints,
)

T = TypeVar("T")
D = TypeVar("D", default=str)
Ts = TypeVarTuple("Ts")
Ds = TypeVarTuple("Ds", default=Unpack[Tuple[str, int]])
P = ParamSpec("P")


def attempt(make):
    try:
        print(make())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Shape(Protocol[T]): ...


class Plain(Shape[int]): ...


class Base:
    def __init__(self, x):
        self.x = x


class Both(Shape[int], Base): ...


class Below(Both): ...


print("__init__" in Plain.__dict__, "__init__" in Both.__dict__, Both(3).x, Below(4).x, type(Plain()).__name__)
attempt(lambda: Plain(1))
attempt(Shape)
Plain.__init__ = lambda self, y: setattr(self, "y", y)
print(Plain(5).y)
attempt(lambda: Generic[D, T])
attempt(lambda: type("X", (), {}) and Generic[Unpack[Ts], D])
attempt(lambda: Generic[T, D, Unpack[Ts]])
attempt(lambda: Concatenate[(str,), P])
attempt(lambda: Unpack[Ts][str])
attempt(lambda: Concatenate[str, P][Unpack[Unpack[Ts]]])
attempt(lambda: Callable[Concatenate[int, P], Any][int, str])


class Pair(Generic[T, D]): ...


attempt(lambda: Pair[int].__args__)
attempt(lambda: Pair[int, bytes].__args__)
attempt(lambda: Pair[int, int, int])


class Fields(TypedDict):
    a: "int"
    b: None


print(Fields.__annotations__, get_type_hints(Fields))
print("__forward_is_class__" in ForwardRef.__slots__, ForwardRef("x", module="m"))


class Meta(type):
    o: "int"


print(get_type_hints(Meta))
attempt(lambda: setattr(NoDefault, "foo", 1))
attempt(lambda: setattr(type(NoDefault), "foo", 1))
attempt(lambda: type(NoDefault)(1))
print(type(NoDefault)() is NoDefault, NoDefault)
real, sys._getframe = sys._getframe, None
del sys._getframe
sys._getframemodulename, kept = None, getattr(sys, "_getframemodulename", None)
try:
    print(typing.is_protocol(Shape), typing.is_protocol(Protocol), typing.is_protocol(Plain))
finally:
    sys._getframe, sys._getframemodulename = real, kept
print(Pair[int] is Pair[int], Pair[int, str] is Pair[int], Pair[int] == Pair[int, str], Shape[T] is Shape[T], Generic[T] is Generic[T])
