from typing import List, Dict, Optional, Union, Any, Callable, TypeVar, Generic, NamedTuple, TypedDict, Protocol, cast, Final, Literal, ClassVar, get_type_hints, TYPE_CHECKING, runtime_checkable
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
print(Box[int](5).v, Optional[int], Union[int, str], List[int], Dict[str, Any], Callable[[int], str], cast(int, "x"), TYPE_CHECKING, T, Literal["a", 1])
class Emp(NamedTuple):
    name: str
    id: int = 3
print(Emp("a"), Emp("b", 4).id, Emp._fields)
class TD(TypedDict):
    x: int
print(TD(x=1))
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
print(isinstance([], HasLen), isinstance(5, HasLen))
def f(a: int, b: "str" = "") -> Optional[int]: ...
print(get_type_hints(f))
