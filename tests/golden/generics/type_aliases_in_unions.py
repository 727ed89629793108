# `|` of what a `type` statement makes gives a plain union.
import copy
import pickle
import types
import typing

type A = int
type B[T] = list[T]

makers = [
    lambda: A | int, lambda: int | A, lambda: A | None, lambda: None | A, lambda: A | A, lambda: A | B,
    lambda: A | list[int], lambda: A | typing.Any, lambda: (A | int) | (str | A), lambda: typing.TypeVar("T") | A,
    lambda: A | "x", lambda: A | 3, lambda: 3 | A,
]
for make in makers:
    try:
        made = make()
        print(repr(made), type(made).__name__, getattr(made, "__args__", None))
    except TypeError as error:
        print(error)


class TypeAliasType:
    """One of this name that has nothing to do with aliases."""


try:
    int | TypeAliasType()
except TypeError as error:
    print(error)

starred = next(iter(tuple[int, ...]))
for alias in [starred, next(iter(tuple[int, str])), list[int], dict[str, list[int]], int | str]:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(alias, protocol))
        print(protocol, again, again == alias, getattr(again, "__unpacked__", None), end="; ")
    print(copy.copy(alias) == alias, copy.deepcopy(alias) == alias)
iterator = iter(tuple[int])
print(type(iterator).__name__, iterator.__reduce__()[1], pickle.loads(pickle.dumps(iterator)).__next__())
print(list(iterator), list(iterator), iterator.__reduce__()[1])
