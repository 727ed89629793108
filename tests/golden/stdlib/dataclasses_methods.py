import inspect
from dataclasses import *


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class A:
    x: int
    y: str = "a"
    z: list = field(default_factory=list, repr=False)


@dataclass(frozen=True, order=True)
class F:
    x: int
    y: int = field(default=3, compare=False)


@dataclass(slots=True, kw_only=True)
class S:
    a: int
    b: int = 2


@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int
    c: InitVar[int] = 3

    def __post_init__(self, c):
        self.s = self.a + self.b + c


@dataclass
class Node:
    next: "Node" = None


@dataclass
class Sub(A):
    y: str = "zz"
    w: int = 4


@dataclass
class Own:
    a: int = 1
    def __repr__(self): return "own"
    def __eq__(self, other): return 5


print(A(1), A(1, "b", [2]) == A(1, "b", [2]), A(1) == A(2), A(1) != 1, A.__match_args__, A.__doc__, A.__hash__, A(1).z is A(1).z)
for wrong in (lambda: A(), lambda: A(1, 2, 3, 4), lambda: A(1, q=3), lambda: F(1) < 3, lambda: setattr(F(1), "x", 2),
              lambda: setattr(F(1), "q", 2), lambda: delattr(F(1), "x"), lambda: S(1), lambda: S(), lambda: setattr(S(a=1), "zz", 1),
              lambda: K(1, 2)):
    show(wrong)
print(hash(F(1, 2)) == hash(F(1)) == hash((1,)), F(1) < F(2), sorted([F(3), F(1)]), F(1) == F(1, 9), F(2) >= F(2))
print(S(a=1), S.__slots__, S.__match_args__, hasattr(S(a=1), "__dict__"), K(1, b=2).s, K(1, b=2, c=5).s, K(1, b=2))
n = Node()
n.next = n
print(n, Sub(1), [f.name for f in fields(Sub)], Own(), Own() == 1, Own.__hash__)
print(inspect.signature(A), inspect.signature(K), A.__init__.__qualname__, A.__eq__.__name__, A.__dataclass_params__)
match A(1, "q"):
    case A(1, y):
        print("matched", y)


class Base:
    def __init__(self): self.base = "made"


@dataclass
class Late(Base):
    n: int = field(init=False)
    m: int = field(init=False, default=9)
    def __post_init__(self):
        super().__init__()
        self.n = 7


print(Late(), Late().base, is_dataclass(Late), is_dataclass(Late()), is_dataclass(Base))
