# What typing's objects tell at run time: origins, arguments, parameters, substitutions, hints.
import collections.abc
import typing
from typing import (
    Annotated, Any, Callable, ClassVar, Concatenate, Generic, Literal, NamedTuple, NotRequired, Optional, ParamSpec,
        Protocol,
    Required, TypedDict, TypeVar, Union, get_args, get_origin, get_type_hints, runtime_checkable,
)

T, K = TypeVar("T"), TypeVar("K", bound=str)
P = ParamSpec("P")


class Box(Generic[T]):
    item: T

    def put(self, item: "T", *more: "Optional[Box[T]]") -> "Box[int]": ...


class Pair(Box[T], Generic[T, K]):
    other: Annotated[K, "meta"]


for kind in [Box[int], Pair[int, K], Pair[T, str][float], Union[int, None, str], Callable[[int], str], Callable[P, T],
             Callable[Concatenate[int, P], T], Literal[1, "a", None], list[T][int], dict[K, list[T]],
             Optional[Box[T]][int],
             Annotated[int, 1, 2], type[Any], collections.abc.Callable[[int], T][str], tuple[int, ...], Box[T] | None]:
    print(kind, get_origin(kind), get_args(kind), getattr(kind, "__parameters__", None))
print(get_type_hints(Box.put), get_type_hints(Pair), get_type_hints(Pair, include_extras=True))


class Movie(TypedDict, total=False):
    title: Required[str]
    year: int
    note: NotRequired[str]


class Point(NamedTuple, Generic[T]):
    x: T
    y: int = 0


@runtime_checkable
class Closes(Protocol):
    level: int

    def close(self) -> None: ...


class File:
    level = 1

    def close(self): ...


print(sorted(Movie.__required_keys__), sorted(Movie.__optional_keys__), Movie(title="x"), Point[int](1),
    Point.__orig_bases__[1:])
print(isinstance(File(), Closes), isinstance(3, Closes), typing.get_protocol_members(Closes) == {"level", "close"})
for attempt in [lambda: Box[int, str], lambda: Pair[int], lambda: Box[int][str], lambda: isinstance(1, Box[int]),
                lambda: issubclass(File, Closes), lambda: Union[1], lambda: Literal[()], lambda: Optional[int, str],
                lambda: Box[int]().x,
                lambda: TypeVar("T", int), lambda: Generic[int], lambda: isinstance({}, Movie)]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
