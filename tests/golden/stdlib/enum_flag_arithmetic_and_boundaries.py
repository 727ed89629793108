import enum
from enum import CONFORM, EJECT, KEEP, STRICT, Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0


p = Perm.R | Perm.X
print(p, repr(p), p.name, p.value, list(p), len(p), Perm.R in p, Perm.W in p, bool(Perm.NONE), ~p, ~Perm.NONE, p ^ Perm.R, p & Perm.W,
      Perm(3), Perm(0), Perm(-1), list(Perm), Perm.__members__.keys(), Perm.RW.name, Perm.RW in Perm.R, Perm(7).name)
print(Perm.R | Perm.W is Perm.RW, (Perm.R | Perm.W) is Perm.RW, hash(p) == hash(Perm(5)), str(Perm.NONE), repr(Perm(6)), f"{p}|{p:>10}")
for text in """
Perm(8)
Perm(-9)
Perm.R | 1
1 | Perm.R
Perm.R < Perm.W
Perm.R + Perm.W
Perm.R == 1
1 in Perm.R
Perm["R|X"]
Perm("R")
iter(Perm.NONE).__next__()
p - Perm.R
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, str(error) or "no message")
for boundary in (STRICT, CONFORM, EJECT, KEEP):
    class B(Flag, boundary=boundary):
        A = 1
        C = 4
    for value in (1, 5, 2, 7, 8, 13, -1, -2):
        try:
            made = B(value)
            print(boundary, value, repr(made), type(made).__name__, ~made if isinstance(made, B) else "")
        except ValueError as error:
            print(boundary, value, str(error).replace("\n", " / "))


class Int(IntFlag):
    A = 1
    B = 2
    D = 8


print(Int.A | 4, repr(Int.A | 4), Int.A + Int.B, type(Int.A + 1), ~Int.A, Int(15), Int.A | Int.B, list(Int(11)), Int.A == 1, Int.D > 5,
      Int.A & 3, 3 & Int.B, Int(0), repr(Int(0)), Int(-1), f"{Int.A | Int.B}", Int.B in Int(3), isinstance(Int.A | 16, Int), Int.A << 1)


class Auto(Flag):
    ONE = auto()
    FOUR = 4
    NEXT = auto()
    ALSO = ONE | FOUR
    AFTER = auto()


print([(m.name, m.value) for m in Auto], Auto.ALSO.value, Auto.__members__["ALSO"])
try:
    class Bad(Flag):
        A = "x"
except TypeError as error:
    print(error)
try:
    @enum.verify(enum.NAMED_FLAGS)
    class Unnamed(Flag):
        A = 1
        B = 6
except ValueError as error:
    print(error)
print(enum.show_flag_values(13), Perm.R._name_, enum.global_flag_repr(p), enum.bin(10), enum.bin(-11, 8) if hasattr(enum, "bin") else "")
match p:
    case Perm(value=5):
        print("matched")
