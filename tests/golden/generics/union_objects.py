"""int | str: flattening, deduplication, equality, and what cannot be part of a union."""
import types
import typing


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

u = int | str
print(u, type(u), u.__args__, u == str | int, hash(u) == hash(str | int), int | int, int | None, None | int, u | float | int, (int | str) | (str | bytes), isinstance(5, u), issubclass(bool, u), list[int] | None, u.__parameters__, typing.Optional[int], typing.Union[int, str] == u, u == typing.Union[str, int])
for bad in ((lambda: int | 5), (lambda: 5 | int), (lambda: int | "str"), (lambda: "str" | int), (lambda: None | None), (lambda: u()), (lambda: u[int]), (lambda: isinstance(5, u | 5)), (lambda: types.UnionType()), (lambda: setattr(u, "x", 1)), (lambda: u.__origin__), (lambda: u < u), (lambda: int | ...), (lambda: int | []), (lambda: type("X", (u,), {})), (lambda: int | typing.Any), (lambda: typing.TypeVar("T") | int), (lambda: (list[typing.TypeVar("T")] | int)[str]), (lambda: typing.get_args(u)), (lambda: typing.get_origin(u)), (lambda: types.UnionType | int), (lambda: len(u)), (lambda: __import__("pickle").loads(__import__("pickle").dumps(u))), (lambda: repr(int | types.NoneType)), (lambda: type(None) | None),
            (lambda: isinstance(None, int | None)), (lambda: isinstance([], list | tuple)), (lambda: u | "text"), (lambda: u.__or__(float)), (lambda: u.__ror__(float)), (lambda: int.__or__(5, 6)), (lambda: type.__or__(int, str)), (lambda: type.__or__(int, 5))):
    attempt(bad)


class Meta(type):
    def __or__(cls, other):
        return "meta or"

    def __ror__(cls, other):
        return "meta ror"


class M(metaclass=Meta):
    pass


print(M | int, int | M, M | 5, 5 | M)
