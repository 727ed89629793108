from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, replace


@dataclass(order=True)
class Item:
    name: str
    price: float = 0.0
    tags: list = field(default_factory=list, compare=False)
    hidden: int = field(default=1, repr=False)
    scale: InitVar[int] = 2

    def __post_init__(self, scale):
        self.price *= scale


a, b = Item("a", 1.5), Item("b", scale=3)
a.tags.append("x")
print(a, b, a < b, a == Item("a", 1.5), asdict(a), astuple(b), replace(a, name="c", scale=1), [f.name for f in fields(Item)], Item.__match_args__, Item.__hash__)


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    _: KW_ONLY
    y: int = 0


p = Point(1, y=2)
print(p, hash(p) == hash(Point(1, y=2)), {p: 1}[Point(1, y=2)], Point.__slots__, hasattr(p, "__dict__"))
for call in (lambda: setattr(p, "x", 5), lambda: delattr(p, "x"), lambda: Point(1, 2), lambda: Point(), lambda: Item("a") < 5, lambda: asdict(5), lambda: fields(int), lambda: replace(p, z=1), lambda: dataclass(type("A", (), {"__annotations__": {"x": list}, "x": []})), lambda: dataclass(type("B", (), {"__annotations__": {"x": int, "y": int}, "x": 1})), lambda: dataclass(order=True, eq=False)(type("C", (), {})), lambda: dataclass(frozen=True)(type("D", (Item,), {})), lambda: field(default=1, default_factory=list), lambda: dataclass(slots=True)(type("E", (), {"__slots__": ()}))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
