# Fields of every kind: factories, keyword-only, init-only, class variables, replaced and matched.
import dataclasses
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar


@dataclass(order=True)
class Base:
    kind: ClassVar[str] = "base"
    ident: int
    tags: list[str] = field(default_factory=list, compare=False)
    _: KW_ONLY
    scale: InitVar[int] = 2
    size: int = field(init=False, repr=False)

    def __post_init__(self, scale):
        self.size = self.ident * scale


@dataclass(slots=True)
class Child(Base):
    name: str = "n"
    extra: dict = field(default_factory=dict, kw_only=True, hash=False)

    def __post_init__(self, scale):
        Base.__post_init__(self, scale)
        self.name = self.name.upper()


child = Child(3, ["t"], "x", scale=5)
print(child, child.size, Child.__slots__, Child.__match_args__, Child.kind)
print(dataclasses.asdict(child), [f.name for f in dataclasses.fields(Child)], Base(1) < Base(2),
    Base(1, ["a"]) == Base(1))
print(dataclasses.replace(child, name="y", scale=1), dataclasses.replace(child, scale=7).size)
match child:
    case Child(ident, [tag], name, extra={}):
        print(ident, tag, name)
for attempt in [lambda: dataclasses.replace(child), lambda: dataclasses.replace(child, size=1, scale=1),
    lambda: Child(),
                lambda: Child(1, [], "n", {}), lambda: Base(1) < Child(1), lambda: dataclass(type("M", (), {
                    "__annotations__": {"x": list}, "x": []}))]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
made = dataclasses.make_dataclass("Made", ["a", ("b", int, 3)], frozen=True,
    namespace={"total": lambda self: self.a + self.b})
print(made(1), made(1).total(), hash(made(1)) == hash(made(1)), made.__dataclass_params__)
