from functools import singledispatch, singledispatchmethod
from collections.abc import Sequence


@singledispatch
def show(value, extra=None):
    return f"object {value!r}"


@show.register
def _(value: int, extra=None):
    return f"int {value}"


@show.register(list)
@show.register(tuple)
def _(value, extra=None):
    return f"{type(value).__name__} of {len(value)}"


@show.register
def _(value: Sequence):
    return "some sequence"


@show.register
def _(value: float | complex):
    return "inexact"


print(show("text"), show(3), show(True), show([1]), show((1, 2)), show(1.5), show(2j), show(None), show(range(3)), show({}))
print(show.dispatch(bool) is show.dispatch(int), len(show.registry), show.dispatch(dict)(5))


class Shower:
    @singledispatchmethod
    def show(self, value):
        return "any"

    @show.register
    @classmethod
    def _(cls, value: str):
        return f"{cls.__name__} str"


print(Shower().show(1), Shower().show("s"), Shower.show("t"))
for call in (lambda: show(), lambda: show.register(5), lambda: show.register(lambda value: 0), lambda: singledispatchmethod(5), lambda: show.register("int", len)):
    try:
        print(call())
    except TypeError as error:
        print(str(error).split(" at 0x")[0])
