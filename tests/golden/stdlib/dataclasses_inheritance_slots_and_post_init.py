import dataclasses
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields
from typing import ClassVar


@dataclass
class Base:
    x: int
    y: int = 5
    count: ClassVar[int] = 0

    def __post_init__(self):
        Base.count += 1


@dataclass
class Child(Base):
    y: int = 7
    z: list = field(default_factory=list, repr=False)
    _: KW_ONLY
    name: str = "n"
    scale: InitVar[int] = 2
    total: int = field(init=False, default=-1)

    def __post_init__(self, scale):
        super().__post_init__()
        self.total = self.x * scale


print(Child(1), Child(1, 2, [3], name="m", scale=10), Base.count, [f.name for f in fields(Child)], Child(1) == Child(1), Child(1) == Base(1))
print(Child.__match_args__, Child.__init__.__annotations__, dataclasses.asdict(Child(1, z=[{"a": Base(1)}])), dataclasses.astuple(Base(3)))


@dataclass(frozen=True, order=True, slots=True, kw_only=True)
class Point:
    x: float
    y: float = 0.0
    tag: str = field(default="t", compare=False, hash=False, metadata={"doc": "a tag"})


p = Point(x=1)
print(p, hash(p) == hash(Point(x=1, tag="other")), p == Point(x=1, tag="z"), p < Point(x=2), sorted([Point(x=2), p])[0], Point.__slots__, hasattr(p, "__dict__"))
print(dataclasses.replace(p, y=5), fields(p)[2].metadata["doc"], dataclasses.is_dataclass(p), dataclasses.is_dataclass(Point), dataclasses.is_dataclass(int))
for text in """
setattr(p, "x", 5)
delattr(p, "x")
setattr(p, "new", 5)
Point(1)
Point()
p < 5
dataclasses.replace(p, q=1)
dataclasses.replace(Child(1), total=5)
dataclasses.fields(5)
dataclasses.asdict(Point)
Base(1) < Base(2)
hash(Base(1))
Child(1, 2, 3, 4)
Base()
dataclasses.make_dataclass("M", ["a", ("b", int), ("c", str, "d")])(1, 2)
dataclasses.make_dataclass("M", ["a", "a"])
dataclasses.make_dataclass("M", ["class"])
dataclasses.make_dataclass("M", [5])
dataclasses.make_dataclass("M", [("x", int)], bases=(Base,), namespace={"double": lambda self: self.x * 2})(4).double()
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
for body in ("x: list = []", "x: int = 1\n    y: int", "x: int = field(default=1, default_factory=int)", "x: int\n    x: int = 3", "x = field()", "x: int = field(kw_only=True)\n    y: int = 2",
             "x: int\n    def __lt__(self, o): pass", "x: 'ClassVar[int]' = 3\n    y: int = 1", "a: int = field(init=False)\n    b: int = 2", "x: dict = {}", "_: KW_ONLY\n    x: int\n    __: KW_ONLY",
             "x: ClassVar = field(default_factory=list)", "x: InitVar = 5", "x: int = property(lambda self: 3)"):
    try:
        scope = {}
        exec(f"from dataclasses import *\nfrom typing import ClassVar\n@dataclass(order={'__lt__' in body})\nclass C:\n    {body}", scope)
        print(repr(body), [(f.name, f.init, f.kw_only) for f in fields(scope["C"])])
    except Exception as error:
        print(repr(body), type(error).__name__, error)
for options in ("unsafe_hash=True", "eq=False", "frozen=True", "eq=False, order=True", "repr=False", "init=False", "match_args=False", "weakref_slot=True", "slots=True, weakref_slot=True"):
    try:
        exec(f"@dataclass({options})\nclass H:\n    x: int = 1")
        h = H()
        print(options, H.__hash__ is None, "__eq__" in vars(H), repr(h).startswith("<"), hasattr(H, "__match_args__"), getattr(H, "__slots__", "no slots"))
    except Exception as error:
        print(options, type(error).__name__, error)
try:
    @dataclass
    class NotFrozen(Point):
        z: int = 1
except TypeError as error:
    print(error)


@dataclass
class Loop:
    me: object = None


loop = Loop()
loop.me = loop
print(loop)


@dataclass
class Node:
    value: int
    next: "Node | None" = None


chain = None
for i in range(3000):
    chain = Node(i, chain)
for action in (repr, dataclasses.asdict, lambda c: c == dataclasses.replace(c), __import__("copy").deepcopy):
    try:
        action(chain)
        print("done")
    except RecursionError:
        print("RecursionError")


@dataclass(repr=False)
class Own:
    x: int

    def __repr__(self):
        return f"own {self.x}"

    def __eq__(self, other):
        return "own eq"


print(Own(1), Own(1) == 5, Own.__hash__, Own.__doc__, Base.__doc__, Point.__doc__)
