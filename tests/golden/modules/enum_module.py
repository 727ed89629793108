from enum import Enum, IntEnum, Flag, auto, StrEnum, unique
class C(Enum):
    RED = 1
    GREEN = 2
    ROUGE = 1
    def low(self): return self.name.lower()
print(C.RED, repr(C.RED), C.RED.name, C.RED.value, C(2), C["GREEN"], list(C), C.ROUGE is C.RED, C.RED.low(), C.RED == 1, len(C), C.RED in C, isinstance(C.RED, C), {C.RED: 1}[C.RED])
class N(IntEnum):
    A = 1
    B = 2
print(N.A + 1, N.A < N.B, N.B == 2, N(1), f"{N.A}", repr(N.A), sorted([N.B, N.A]))
class P(Flag):
    R = auto(); W = auto(); X = auto()
print(P.R | P.W, P.R in (P.R | P.X), (P.R | P.W) & P.W, bool(P.R & P.W), P.X.value, ~P.R)
class S(StrEnum):
    ONE = auto()
print(S.ONE, S.ONE == "one", S.ONE.upper())
for f in (lambda: C(9), lambda: C["NO"], lambda: C.NO):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    C.RED = 5
except AttributeError as e:
    print(e)
