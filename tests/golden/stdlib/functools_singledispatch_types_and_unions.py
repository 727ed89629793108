import functools
from collections.abc import Mapping, Sequence, Sized
from typing import Union


@functools.singledispatch
def show(value, indent=0):
    return f"object {value!r}"


@show.register
def _(value: int, indent=0):
    return f"int {value}"


@show.register(list)
@show.register(tuple)
def _sequence(value, indent=0):
    return "seq " + ",".join(show(v) for v in value)


@show.register
def _(value: float | None, indent=0):
    return f"float or none {value}"


@show.register
def _(value: Union[bytes, bytearray], indent=0):
    return "bytes"


@show.register(Mapping)
def _(value, indent=0):
    return "mapping"


print(show(1), show(True), show([1, 2.5, "x"]), show((1,)), show(None), show(b""), show({}), show({1}), sep="\n")
print(show.dispatch(bool) is show.dispatch(int), show.dispatch(dict) is show.registry[Mapping],
      sorted(c.__name__ for c in show.registry))


class Both(Sequence, Sized):
    def __getitem__(self, i):
        return i

    def __len__(self):
        return 0


@show.register(Sized)
def _(value, indent=0):
    return "sized"


print(show(Both()), show(set()), show("text"), show([]))


class Left:
    pass


class Right:
    pass


@functools.singledispatch
def amb(x):
    return "?"


class P(__import__("abc").ABC):
    pass


class Q(__import__("abc").ABC):
    pass


amb.register(P, lambda x: "p")
amb.register(Q, lambda x: "q")


class Neither:
    pass


P.register(Neither)
Q.register(Neither)
try:
    print(amb(Neither()))
except RuntimeError as error:
    print(error)
for call in (lambda: show(), lambda: show.register(5), lambda: show.register(lambda x: 1),
             lambda: show.register(int | "x"), lambda: show.register(list[int], lambda x: 1)):
    try:
        call()
    except TypeError as error:
        print(str(error).split(" at 0x")[0])
try:
    @show.register
    def _(value: "list[int]"):
        pass
except TypeError as error:
    print(error)


class Formatter:
    @functools.singledispatchmethod
    def fmt(self, arg):
        return "default"

    @fmt.register
    def _(self, arg: int):
        return f"int:{arg}"

    @functools.singledispatchmethod
    @classmethod
    def make(cls, arg):
        return cls.__name__, arg

    @make.register
    @classmethod
    def _(cls, arg: str):
        return cls.__name__, arg.upper()


print(Formatter().fmt(3), Formatter().fmt("x"), Formatter.make(1), Formatter.make("a"), Formatter().make("b"))
