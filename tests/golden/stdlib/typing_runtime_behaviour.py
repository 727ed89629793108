import typing
from typing import Annotated, Any, Callable, ClassVar, Final, Generic, Literal, NamedTuple, NewType, Optional, Protocol, TypedDict, TypeVar, Union, cast, final, get_args, get_origin, get_type_hints, overload, runtime_checkable

T = TypeVar("T", bound=int)


class Stack(Generic[T]):
    def push(self, item: T) -> "Stack[T]":
        return self


class Row(NamedTuple):
    x: int
    y: str = "d"


class Movie(TypedDict, total=False):
    name: str
    year: int


@runtime_checkable
class Closes(Protocol):
    def close(self): ...


class File:
    def close(self):
        pass


UserId = NewType("UserId", int)
print(Stack[int], Stack[int]().push(1).__class__.__name__, Stack.__parameters__, Row(1), Row._field_defaults, Movie(name="a"), Movie.__optional_keys__ == {"name", "year"}, isinstance(File(), Closes), isinstance(5, Closes), UserId(5), UserId, get_type_hints(Stack.push)["item"], cast(int, "x"), T, T.__bound__)
print(Optional[int], Union[int, str, int], Union[int, None], Callable[[int], str], Callable[..., Any], Literal["a", 1], Annotated[int, "note"], get_args(Annotated[int, 5]), get_origin(Union[int, str]), get_args(Callable[[int], str]), ClassVar[int], Final[str], typing.List[int], typing.Dict[str, int], typing.Tuple[int, ...], typing.Type[int], Any)
for call in (lambda: Stack[int, str], lambda: Union[()], lambda: Union[1, 2], lambda: Optional[int, str], lambda: Any(), lambda: Union[int, str](), lambda: isinstance(1, Any), lambda: isinstance(1, typing.List[int]), lambda: isinstance(File(), type("P", (Protocol,), {})), lambda: Callable[int], lambda: TypeVar("T", int), lambda: Closes(), lambda: ClassVar[int, str], lambda: Row(), lambda: Annotated[int], lambda: isinstance({}, Movie)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
