import collections.abc
import typing
from typing import (Annotated, Any, Callable, ClassVar, Concatenate, Final, ForwardRef, Generic, Literal, NamedTuple, NewType, Never, NoReturn, Optional,
                    ParamSpec, Protocol, Self, TypeAlias, TypedDict, TypeGuard, TypeVar, TypeVarTuple, Union, Unpack, cast, final, get_args, get_origin,
                    get_overloads, get_type_hints, is_typeddict, overload, override, reveal_type, runtime_checkable)

T, U = TypeVar("T"), TypeVar("U", int, str)
P, Ts = ParamSpec("P"), TypeVarTuple("Ts")
for text in """
Union[int, str], Union[int], Union[int, int], Union[int, None], Optional[Union[int, str]], Union[int, Union[str, bytes]], int | None, Optional[None]
list[int] == typing.List[int], typing.List[int], typing.Dict[str, T][int], list[T][int], dict[T, U][int, str], typing.Tuple[()], tuple[()], typing.Tuple[int, ...]
get_origin(typing.List[int]), get_args(typing.Dict[int, str]), get_origin(list), get_origin(Callable[[int], str]), get_args(Callable[[int], str]), get_args(Callable[..., T])
Literal[1, "a", None, True], Literal[1, 1], Literal[1, True] == Literal[1, 1], get_args(Literal[Literal[1, 2], 3]), Literal[0] == Literal[False]
Annotated[int, "x", 5], Annotated[Annotated[int, 1], 2], Annotated[int, 1].__metadata__, get_origin(Annotated[int, 1]), Annotated[int, 1].__origin__, Annotated[T, 1][int]
Callable[P, T], Callable[Concatenate[int, P], T], Callable[P, int][[str, bytes]], Callable[[int, T], U][str, int], Callable[P, T][..., int]
Generic[T], T, U.__constraints__, TypeVar("B", bound=int, covariant=True), TypeVar("D", default=int).__default__, P.args, P.kwargs, Ts, Unpack[Ts], tuple[int, *Ts]
Any, Never, NoReturn, Self, ClassVar[int], Final[str], TypeGuard[int], Unpack[tuple[int, ...]], typing.Type[int], typing.Text, typing.AnyStr, typing.Pattern[str]
Union[int, "str"], ForwardRef("X"), ForwardRef("X") == ForwardRef("X"), Optional["Y"], list["Z"], typing.Required[int], typing.ReadOnly[int]
typing.Counter[int], typing.Iterable[int], typing.Awaitable[T], typing.Generator[int, str, float], typing.Deque
hash(Union[int, str]) == hash(Union[str, int]), Union[int, str] == Union[str, int], Union[int, str] == int | str, repr(int | typing.List[int]), isinstance(5, Union[int, str])
typing.List.__origin__, typing.List.__name__, typing.List[int].__args__, typing.List[T].__parameters__, Union[T, U].__parameters__, typing.Callable.__module__
Union[1]
Union[()]
Optional[1, 2]
Literal
list[int]()
typing.List[int]([1])
typing.List[int, str]
typing.Dict[int]
Generic[int]
Generic[T, T]
Generic[()]
ClassVar[int][str]
Final[int, str]
Callable[[int]]
Annotated[int]
isinstance(1, list[int])
issubclass(int, typing.List[int])
isinstance(1, Any)
Any()
Union[int, str]()
TypeVar("X", int)
TypeVar("X", bound=int, covariant=True, contravariant=True)
ForwardRef("a b")
ForwardRef(5)
class_getitem(5)
NewType("Id", int)(5), NewType("Id", int), NewType("Id", int).__supertype__, NewType("Id", int).__name__
cast("int", "x"), typing.assert_type(5, str), typing.no_type_check(len) if 0 else 1
typing.assert_never(5)
list[int].append, list[int].__origin__, list[int].__class__, type(list[int]), list[int] == list[int], list[int].__args__, list[int] | None
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


class Stack(Generic[T, U]):
    items: "list[T]"

    def push(self: Self, x: T, *rest: "Stack[T, U]", key: Optional[int] = None) -> None: ...


class IntStack(Stack[int, U]):
    extra: ClassVar["int"] = 3


print(Stack[int, str], IntStack[str], IntStack.__parameters__, IntStack.__orig_bases__, Stack[int, str]().__orig_class__, get_type_hints(Stack.push), get_type_hints(IntStack))
for bad in (lambda: IntStack[int, str], lambda: Stack[int, str][int]):
    try:
        print(bad())
    except TypeError as error:
        print(error)


class Movie(TypedDict, total=False):
    name: typing.Required[str]
    year: int


class Sequel(Movie):
    part: int


print(Sequel(name="x", part=2), Sequel.__required_keys__ == {"name", "part"}, sorted(Sequel.__optional_keys__), Sequel.__total__, is_typeddict(Movie), Movie.__annotations__, type(Movie(name="a")))
N = NamedTuple("N", [("a", int), ("b", str)])


class Emp(NamedTuple):
    name: str
    id: int = 3

    def double(self):
        return self.id * 2


print(N(1, "x"), Emp("e").double(), Emp._field_defaults, Emp.__annotations__, Emp("a") == ("a", 3))
for body in ("_x: int", "def __new__(cls): pass\n    x: int"):
    try:
        exec(f"class Bad(NamedTuple):\n    {body}")
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


@runtime_checkable
class HasLen(Protocol):
    name: str

    def __len__(self) -> int: ...


class Impl:
    name = "n"

    def __len__(self):
        return 0


class Unchecked(Protocol):
    def go(self): ...


print(isinstance(Impl(), HasLen), isinstance([], HasLen), typing.is_protocol(HasLen), sorted(typing.get_protocol_members(HasLen)))
for bad in (lambda: HasLen(), lambda: isinstance(1, Unchecked), lambda: issubclass(Impl, HasLen)):
    try:
        print(bad())
    except TypeError as error:
        print(error)


@overload
def over(x: int) -> int: ...
@overload
def over(x: str) -> str: ...
def over(x):
    return x


try:
    @overload
    def lonely(): ...
    lonely()
except NotImplementedError as error:
    print(str(error)[:40])
print(len(get_overloads(over)), over(1), final(Impl).__final__, override(over).__override__)


def hints(a: "int", b: "List[int]" = None, *c: 'T', d: Annotated[str, 1]) -> "Missing": ...


for kw in ({"localns": {"List": list, "Missing": float}}, {"include_extras": True, "localns": {"List": list, "Missing": float}}, {}):
    try:
        print(get_type_hints(hints, **kw))
    except NameError as error:
        print(error)
type Alias[X] = list[X] | None
print(Alias, Alias.__value__, Alias[int], Alias.__type_params__, get_origin(Alias[int]), Alias[int].__args__, typing.TypeAliasType("A", int).__value__)
