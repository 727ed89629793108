"""What may be a protocol, and what is asked of classes; TypedDicts built on each other; hints of names in strings."""
import collections.abc
import typing
import warnings
from typing import *


def t(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


class Nominal: pass


def derive(*bases):
    return type(Protocol)("Made", bases, {}).__name__


t(lambda: derive(Nominal, Protocol))
t(lambda: derive(collections.abc.Mapping, Protocol))
t(lambda: derive(collections.abc.Sized, Protocol))
t(lambda: derive(Generic))


@runtime_checkable
class HasMethod(Protocol):
    def method(self): ...


@runtime_checkable
class HasField(Protocol):
    field: int


class Unchecked(collections.abc.Sized, Protocol): pass


class Hooked(HasField, Protocol):
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "field")


runtime_checkable(Hooked)


class Yes:
    field = 1
    def method(self): ...


class Annotated_(Generic[TypeVar("T")]):
    method: Callable[[], None]


class Wanted(Protocol):
    method: Callable[[], None]


for cls in Yes, Nominal, Annotated_, Wanted, object, str:
    for protocol in HasMethod, HasField, Hooked, Unchecked, Protocol:
        t(lambda: (cls.__name__, protocol.__name__, issubclass(cls, protocol)))
    if cls is not Wanted:
        for protocol in HasMethod, HasField, Hooked, Protocol:
            t(lambda: (cls.__name__, protocol.__name__, isinstance(cls(), protocol)))
t(lambda: isinstance(1, collections.abc.Sized))
t(lambda: issubclass(1, HasMethod))
HasField.register(Nominal)
t(lambda: isinstance(Nominal(), HasField))
t(lambda: issubclass(type(lambda: 0), HasMethod))


class Base(TypedDict):
    a: NotRequired[int]
    r: ReadOnly[int]


class Other(TypedDict):
    a: Required[str]


class Both(Base, Other):
    r: int


print(Both.__annotations__, sorted(Both.__required_keys__), sorted(Both.__optional_keys__))
print(sorted(Both.__readonly_keys__), sorted(Both.__mutable_keys__), Both.__orig_bases__ == (Base, Other))
t(lambda: type(Base)("Refused", (Both,), {"__annotations__": {"r": ReadOnly[int]}}))
t(lambda: TypedDict("Hi", [("x", int)], y=int))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(TypedDict("Empty").__annotations__, TypedDict("None_", None).__annotations__)
for warning in caught:
    print(warning.message)


class Shadows[x, y]:
    x: "x"
    y: "y"
    x = int


print(get_type_hints(Shadows))
Ts = TypeVarTuple("Ts")


def unpacks(*args: "*Ts"): ...
def unpacks_tuple(*args: *tuple[int, str]): ...


print(get_type_hints(unpacks), get_type_hints(unpacks_tuple))
print(get_args(Union[str, Annotated[int, {}], Annotated[int, set()], Annotated[int, {}]]))
print(Union[Annotated[int, {}], str] == Union[str, Annotated[int, {}]])
for form in Union, Union[int, str], Callable, Callable[[int], str], Annotated[int, 1], List, ClassVar:
    print(isinstance(form, collections.abc.Iterable))
    t(lambda: list(form))
