from enum import *


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Bits(IntFlag):
    A = 1
    B = 2


class Loose(Flag, boundary=CONFORM):
    A = 1
    B = 2


class Out(Flag, boundary=EJECT):
    A = 1


class Unordered(Flag):
    B = 2
    A = 1


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


print(list(Perm), len(Perm), Perm.RW, Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm(0), repr(Perm(0)), bool(Perm(0)))
print(~Perm.R, Perm.RW & Perm.W, Perm.RW ^ Perm.R, Perm.R in Perm.RW, Perm.X in Perm.RW, list(Perm.RW), len(Perm.RW), Perm["RW"])
print(Perm(3) is Perm.RW, Perm(5) is (Perm.R | Perm.X), Perm(-1), Perm(7).name, Perm(0).name, Perm.R.value)
print(repr(Bits(8)), repr(Bits(9)), Bits(9), repr(~Bits.A), repr(Bits.A | 4), Bits.A + 1, repr(Bits(-1)), repr(4 | Bits.B), Bits(0))
print(repr(Loose(9)), repr(Out(9)), type(Out(9)), list(Unordered(3)), Unordered(3))
show(lambda: Perm(8))
show(lambda: Perm(-9))
show(lambda: Perm("x"))
show(lambda: 3 in Perm.R)
show(lambda: Perm.R | 3)
show(lambda: Perm.R | Bits.A)
show(lambda: verify(NAMED_FLAGS)(Flag("F", {"A": 1, "B": 6})))
show(lambda: verify(CONTINUOUS)(Flag("F", {"A": 1, "B": 8})))
print(9 in Perm, 3 in Perm, "x" in Perm, Perm.__members__)
print(repr(STRICT), KEEP, [b.name for b in FlagBoundary])
