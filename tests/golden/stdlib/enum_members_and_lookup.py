"""Members by value, name and call; aliases, auto, order, iteration, and what enums refuse."""
import enum


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

class C(enum.Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def shout(self):
        return self.name + "!"

    @classmethod
    def first(cls):
        return cls.RED


print(C.RED, repr(C.RED), C(1), C["GREEN"], list(C), C.CRIMSON is C.RED, C.RED.name, C.RED.value, len(C), C.RED in C, 1 in C, "RED" in C, C.__members__, C.RED.shout(), C.first(), C.RED == 1, C.RED == C.RED, hash(C.RED) == hash(C.RED), isinstance(C.RED, C), type(C.RED), C, f"{C.RED}", "%s" % C.RED, list(reversed(C)), C.RED.__class__.__name__, bool(C), C.__name__, C.RED.RED)
for bad in ((lambda: C(3)), (lambda: C["BLUE"]), (lambda: C.BLUE), (lambda: setattr(C, "RED", 5)), (lambda: delattr(C, "RED")), (lambda: setattr(C.RED, "value", 5)), (lambda: setattr(C.RED, "name", 5)), (lambda: C.RED < C.GREEN), (lambda: C()), (lambda: C(1, 2)), (lambda: type("D", (C,), {})), (lambda: int(C.RED)), (lambda: C.RED + 1), (lambda: enum.Enum("X", "a b").b.value), (lambda: enum.Enum("X", {"p": 5}).p), (lambda: enum.Enum("X", [("q", 1)])(1)), (lambda: enum.Enum("X", "a a")), (lambda: enum.Enum("X", 5)), (lambda: [] in C), (lambda: C[1])):
    attempt(bad)


class A(enum.Enum):
    X = enum.auto()
    Y = enum.auto()
    Z = 10
    W = enum.auto()


class S(enum.StrEnum):
    ONE = enum.auto()
    TWO = "two!"


class I(enum.IntEnum):
    A = 1
    B = enum.auto()


class T(enum.Enum):
    P = (1, 2)
    Q = (3, 4)

    def __init__(self, a, b):
        self.a, self.b = a, b


print([m.value for m in A], S.ONE, repr(S.ONE), S.TWO + "x", S("one"), f"{S.TWO:>6}", I.A < I.B, I.B + 1, I.A, repr(I.A), f"{I.A}", I(2), sorted([I.B, I.A]), T.P.a, T.Q.b, T((1, 2)), I.A == 1, I.A is I(1), isinstance(I.A, int), {1: "k"}[I.A])
for source in ("class E(enum.Enum):\n a = 1\n a = 2", "@enum.unique\nclass E(enum.Enum):\n a = 1\n b = 1", "class E(enum.Enum):\n mro = 1", "class E(enum.Enum):\n _x_ = 1", "class E(enum.IntEnum):\n a = 'x'", "class E(enum.StrEnum):\n a = 1", "class E(enum.Enum):\n _ignore_ = 'b'\n a = 1\n b = 2\nprint(list(E))", "class E(enum.Enum):\n @classmethod\n def _missing_(cls, v): return cls.a\n a = 1\nprint(E(9))", "class E(enum.Enum):\n @classmethod\n def _missing_(cls, v): return 5\n a = 1\nE(9)", "class E(enum.Enum):\n a: int = 1\nprint(E.a)", "class E(enum.Enum):\n a = lambda self: 1\nprint(E.a.__name__)", "class E(enum.Enum):\n @enum.member\n def f(): pass\n @enum.nonmember\n class N: pass\nprint(list(E), E.N.__name__)", "class E(enum.Enum):\n __private = 1\n a = 2\nprint(list(E))"):
    try:
        exec(source)
    except Exception as error:
        print(type(error).__name__, error)
