"""frozen, order, eq, slots, kw_only, match_args, fields, factories, InitVar and inheritance."""
import dataclasses as dc


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

@dc.dataclass(order=True)
class A:
    x: int
    y: list = dc.field(default_factory=list, compare=False, repr=False)
    z: int = 5


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class F:
    a: int
    b: str = "b"


@dc.dataclass
class B(A):
    w: dc.InitVar[int] = 1
    c: "dc.ClassVar[int]" = 7
    _: dc.KW_ONLY
    k: int = 0

    def __post_init__(self, w):
        self.seen = w


print(A(1), A(1) == A(1, [2]), A(1) < A(2), A(1).y, F(a=1), hash(F(a=1)) == hash(F(a=1)), F.__slots__, B(1, w=9, k=3), B(1).seen, dc.asdict(B(1)), dc.astuple(A(1, [A(2)])), [f.name for f in dc.fields(B)], dc.replace(A(1), x=5), dc.is_dataclass(A), dc.is_dataclass(A(1)), A.__match_args__, F.__match_args__, A.__doc__, dc.MISSING is dc.fields(A)[0].default, B.__eq__ is A.__eq__, repr(dc.fields(A)[2])[:30])
for bad in ((lambda: A()), (lambda: A(1, 2, 3, 4)), (lambda: setattr(F(a=1), "a", 2)), (lambda: delattr(F(a=1), "a")), (lambda: setattr(F(a=1), "new", 2)), (lambda: F(1)), (lambda: F(a=1, z=2)), (lambda: A(1) < 5), (lambda: A(1) == 5), (lambda: hash(A(1))), (lambda: dc.fields(5)), (lambda: dc.asdict(A)), (lambda: dc.replace(5)), (lambda: dc.replace(B(1), w=2).seen), (lambda: dc.replace(A(1), q=2)), (lambda: dc.field(default=1, default_factory=list)), (lambda: dc.make_dataclass("M", [("x", int), ("y", int, 5), "z"])), (lambda: dc.make_dataclass("M", ["x", ("y", int, 5)])(1)), (lambda: dc.make_dataclass("M", ["1x"])), (lambda: dc.make_dataclass("M", ["x", "x"])), (lambda: dc.make_dataclass("M", ["class"])), (lambda: dc.dataclass(order=True, eq=False)(type("Q", (), {}))), (lambda: dc.asdict(A(1, {"k": (A(2),)})))):
    attempt(bad)
for source in ("@dc.dataclass\nclass E:\n x: int = 1\n y: int", "@dc.dataclass\nclass E:\n x: list = []", "@dc.dataclass\nclass E:\n x: dict = {}", "@dc.dataclass(frozen=True)\nclass E(A): pass", "@dc.dataclass\nclass E(F): pass", "@dc.dataclass(order=True)\nclass E:\n x: int\n def __lt__(self, o): pass", "@dc.dataclass(frozen=True)\nclass E:\n x: int\n def __setattr__(self, n, v): pass", "@dc.dataclass(slots=True)\nclass E:\n __slots__ = ('x',)\n x: int", "@dc.dataclass\nclass E:\n x = dc.field()", "@dc.dataclass\nclass E:\n _: dc.KW_ONLY\n a: int\n __: dc.KW_ONLY", "@dc.dataclass\nclass E:\n x: int = dc.field(kw_only=True)\n y: int = dc.field(default=1)\nprint(E(x=2))", "@dc.dataclass(unsafe_hash=True)\nclass E:\n x: int\n def __hash__(self): return 1", "@dc.dataclass(eq=False)\nclass E:\n x: int\nprint(E(1) == E(1))", "@dc.dataclass(init=False)\nclass E:\n x: int = 5\nprint(E().x)", "@dc.dataclass(repr=False)\nclass E: pass\nprint(E.__repr__ is object.__repr__)", "@dc.dataclass\nclass E:\n x: dc.InitVar[int] = dc.field(default_factory=int)", "@dc.dataclass(weakref_slot=True)\nclass E: pass", "@dc.dataclass\nclass E:\n x: object = print\nprint(E().x is print)"):
    try:
        exec(source)
    except Exception as error:
        print(type(error).__name__, error)
