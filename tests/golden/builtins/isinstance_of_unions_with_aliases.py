"""A union with a parametrized type is checked member by member, from left to right."""
import typing


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: isinstance(1, int | list[int]))
attempt(lambda: isinstance([], int | list[int]))
attempt(lambda: isinstance([], list[int] | int))
attempt(lambda: issubclass(int, int | list[int]))
attempt(lambda: issubclass(str, int | list[int]))
attempt(lambda: isinstance(1, list[int]))
attempt(lambda: issubclass(list, list[int]))
attempt(lambda: isinstance(None, int | None))
attempt(lambda: isinstance(1, (str, int | None)))
attempt(lambda: isinstance(1, (str, (list[int],))))
attempt(lambda: isinstance("a", (str, list[int])))
attempt(lambda: issubclass(type(None), int | None))
attempt(lambda: isinstance(1, typing.Union[int, str]))
attempt(lambda: isinstance(1, typing.Optional[int]))
attempt(lambda: isinstance(1, typing.Union[int, typing.List[int]]))
attempt(lambda: isinstance(1, typing.Any))
attempt(lambda: isinstance(1, "int"))
attempt(lambda: isinstance(1, int | "str"))
attempt(lambda: issubclass(1, int))
attempt(lambda: issubclass(int, 1))
attempt(lambda: isinstance(1, ()))
