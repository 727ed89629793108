from types import GenericAlias, UnionType
from typing import TypeVar, Union, Optional, get_args, get_origin

T = TypeVar("T")
a = list[int]
print(a, repr(a), a.__origin__, a.__args__, a == list[int], hash(a) == hash(list[int]), a(), a("xy"), type(a).__name__, dict[str, T][int], dict[str, T].__parameters__, tuple[int, ...], tuple[()], list[list[T]][str], GenericAlias(list, (int, "x")), list["forward"], isinstance([], a.__origin__), type[int], a.append.__name__, [*tuple[int, str]], a | None)
u = int | str
print(u, type(u), u.__args__, u == str | int, u == Union[int, str], hash(u) == hash(str | int), isinstance(1, u), issubclass(bool, u), int | int, int | None | int, (int | list[int]).__args__, u | float, None | int, Optional[int], Union[int], Union[int, None], get_args(u), get_origin(list[int]), get_origin(u) is UnionType, list[T] | None, (list[T] | int)[str])
for call in (lambda: list[int][str], lambda: int[str], lambda: isinstance([], a), lambda: issubclass(list, a), lambda: int | 5, lambda: "a" | int, lambda: a.nothing, lambda: dict[str, T][int, str], lambda: int | "x", lambda: GenericAlias(), lambda: UnionType(), lambda: u[int], lambda: None | None, lambda: type("X", (u,), {})):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Box(list[int]):
    pass


print(Box.__mro__, Box.__orig_bases__)
