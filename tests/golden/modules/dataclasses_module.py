from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False)
p = P(1)
print(p, p == P(1), p != P(2), P(1, 2), asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(P)], p.tags is P(1).tags)
@dataclass(order=True, frozen=True)
class V:
    n: int
    s: str = field(default="", compare=False)
print(V(1) < V(2), sorted([V(3), V(1)]), V(1, "a") == V(1, "b"), hash(V(1)) == hash(V(1)))
try:
    V(1).n = 5
except FrozenInstanceError as e:
    print(e)
@dataclass
class C(P):
    z: int = 5
    def __post_init__(self): self.total = self.x + self.y + self.z
print(C(1, 2), C(1).total)
for f in (lambda: P(), lambda: P(1, 2, [], 4)):
    try:
        f()
    except TypeError as e:
        print(e)
try:
    @dataclass
    class B:
        x: list = []
except ValueError as e:
    print(e)
@dataclass(slots=True, kw_only=True)
class K: a: int; b: int = 1
print(K(a=1))
