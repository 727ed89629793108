"""list[int] and its like: attributes, equality, calls, substitution, and what they refuse."""
import types
import typing


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

T, U = typing.TypeVar("T"), typing.TypeVar("U")
a = list[int]
print(a, a.__origin__, a.__args__, a.__parameters__, a == list[int], a != list[str], hash(a) == hash(list[int]), a is list[int], type(a), a([1]), dict[str, int](x=1), tuple[int, ...], tuple[()], list[T], list[T][int], dict[T, U][int, str], dict[T, list[U]][int, bytes].__args__)
print(type[int], set[int]().add, frozenset[T].__parameters__, list[list[T]][int], a.append.__name__ if False else a.__class__, a.copy, list[int].__mro_entries__(()), repr(list["text"]), list[None], list[...], list[[1, 2]], list[int, str], tuple[T, ...][int], (list[int] | None), list[int] | list[str]) if False else print(type[int], list[list[T]][int], list[int].__mro_entries__(()), list["text"], list[None], list[...], tuple[T, ...][int], list[int] | None)
for bad in ((lambda: int[str]), (lambda: list[T][int, str]), (lambda: list[int][str]), (lambda: isinstance([], list[int])), (lambda: issubclass(list, list[int])), (lambda: list[int].nope), (lambda: setattr(list[int], "x", 1)), (lambda: list[()]), (lambda: types.GenericAlias(list)), (lambda: types.GenericAlias(5, int)), (lambda: types.GenericAlias(list, (int,))), (lambda: list[int]()), (lambda: str[int]), (lambda: len(list[int])), (lambda: list(iter(list[int]))), (lambda: [*tuple[int]]), (lambda: next(iter(tuple[int])).__unpacked__),
            (lambda: list[int] < list[str]), (lambda: list[T].__parameters__), (lambda: list[int].__doc__ == list.__doc__), (lambda: __import__("copy").copy(list[int])), (lambda: __import__("pickle").loads(__import__("pickle").dumps(list[int]))), (lambda: list[int].__reduce__()[0]), (lambda: collections_deque()), (lambda: type[T][int]), (lambda: callable(list[int]))):
    attempt(bad)


class S(list[int], dict if False else object):
    pass


print(S.__bases__, S.__orig_bases__, S([1]))
