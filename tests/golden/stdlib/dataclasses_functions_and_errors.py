import copy
from collections import defaultdict, namedtuple
from dataclasses import *
from typing import ClassVar


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class Box:
    item: object
    tags: list = field(default_factory=list)


@dataclass
class Var:
    a: int
    c: InitVar[int]
    k: ClassVar[int] = 3
    s: "ClassVar[str]" = "s"
    n: int = field(init=False, default=4, metadata={"unit": "m"})
    def __post_init__(self, c): ...


Pair = namedtuple("Pair", "a b")
print(asdict(Box(Box(1), [Box(2)])), astuple(Box(1, [Box(2)])), asdict(Box({"k": Pair(1, Box(2)), "d": defaultdict(list, {1: [Box(3)]})})))
print(asdict(Box(1), dict_factory=lambda pairs: pairs), replace(Box(1), item=5), copy.replace(Box(1), tags=7), copy.deepcopy(Box([1])))
original = Box([1])
print(asdict(original)["item"] is original.item, replace(original).item is original.item)
print(Var(1, 2), [f.name for f in fields(Var)], fields(Var)[1].metadata["unit"], InitVar[int], Var.s)
M = make_dataclass("M", ["x", ("y", int), ("z", int, field(default=5))], namespace={"f": lambda self: self.x}, frozen=True)
print(M(1, 2), M(1, 2).f(), M.__module__, M.__annotations__, M.__doc__)
for wrong in (lambda: fields(3), lambda: asdict(3), lambda: astuple(Box), lambda: replace(Box, item=1), lambda: replace(Box(1), q=5),
              lambda: replace(Var(1, 2), a=2), lambda: replace(Var(1, 2), c=1, n=3), lambda: field(default=1, default_factory=list),
              lambda: make_dataclass("M", ["x", "x"]), lambda: make_dataclass("M", ["def"]), lambda: make_dataclass("M", ["1"]),
              lambda: make_dataclass("M", [(1, 2, 3, 4)])):
    show(wrong)


def declare(body, base="", **parameters):
    scope = {**globals(), "parameters": parameters, "FrozenBox": make_dataclass("FrozenBox", ["x"], frozen=True)}
    exec(f"@dataclass(**parameters)\nclass New({base}):\n" + "\n".join(f"    {line}" for line in body.split("; ")), scope)
    return scope["New"]


show(lambda: declare("x: int = 1; y: int"))
show(lambda: declare("x: list = []"))
show(lambda: declare("y = field()"))
show(lambda: declare("z: int = 2", "FrozenBox"))
show(lambda: declare("z: int = 2", "Box", frozen=True))
show(lambda: declare("k: int", order=True, eq=False))
show(lambda: declare("k: int; def __lt__(self, o): ...", order=True))
show(lambda: declare("k: int; def __setattr__(self, o, v): ...", frozen=True))
show(lambda: declare("k: int; def __hash__(self): return 5", unsafe_hash=True))
show(lambda: declare("k: int", weakref_slot=True))
show(lambda: declare("a: InitVar[int] = field(default_factory=list)"))
show(lambda: declare("a: KW_ONLY; b: KW_ONLY"))
show(lambda: hash(declare("k: int = 3", unsafe_hash=True)()) == hash((3,)))
show(lambda: declare("k: int; def __hash__(self): return 5").__hash__(0))
show(lambda: copy.copy(declare("k: int = 3", frozen=True, slots=True)(8)).k)
