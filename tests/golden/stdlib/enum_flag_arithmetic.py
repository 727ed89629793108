"""Flags: combination, iteration, containment, boundaries, names and reprs."""
import enum


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

class F(enum.Flag):
    R = 4
    W = 2
    X = 1
    RW = R | W


class K(enum.Flag, boundary=enum.KEEP):
    A = 1


class J(enum.Flag, boundary=enum.EJECT):
    A = 1


class O(enum.Flag, boundary=enum.CONFORM):
    A = 1


class I(enum.IntFlag):
    P = 1
    Q = enum.auto()
    S = enum.auto()


print(F.R | F.X, F.RW, F(6), F(0), repr(F(0)), F.R & F.W, ~F.R, F.RW ^ F.W, list(F.RW), F.R in F.RW, F.X in F.RW, bool(F(0)), len(F.RW), F.RW.name, F.RW.value, (F.R | F.X).name, list(F), F["RW"], F.R <= F.RW if False else "", repr(F.R | F.X), str(F(7)), ~F(0), F.R | F.W is F.RW, [m.name for m in F(7)], hash(F.R) == hash(F(4)))
print(K(5), repr(K(6)), J(5), O(5), I.P | I.Q, I.P | 8, repr(I.P | 8), I(7), ~I.P, I.P + 1, I.Q & 3, I.P == 1, list(I(6)), I(0), f"{I.P}", f"{I.P:04b}", -1 & I.Q, I.P in I(3), type(I.P | 100).__name__, I(3) ^ 1)
for bad in ((lambda: F(8)), (lambda: F.R | 1), (lambda: F.R < F.W), (lambda: F(-1)), (lambda: F("R")), (lambda: 1 in F.R), (lambda: 4 in F), (lambda: F.R + 1), (lambda: I.P | "a"), (lambda: F["Z"]), (lambda: enum.Flag("G", "a b c").c.value), (lambda: F.R.value.bit_length()), (lambda: ~J.A), (lambda: ~K.A), (lambda: F(3).name), (lambda: iter(F.R).__next__()), (lambda: len(F)), (lambda: enum.show_flag_values(7)), (lambda: F.R | None), (lambda: int(F.R)), (lambda: I(-1)), (lambda: I.P << 2))  :
    attempt(bad)


class V(enum.Flag):
    A = enum.auto()
    B = enum.auto()
    C = A | B


@enum.verify(enum.CONTINUOUS)
class W(enum.IntEnum):
    A = 1
    B = 2


print([m.value for m in V.__members__.values()], V.C, [m for m in V], W.B)
try:
    @enum.verify(enum.CONTINUOUS)
    class Z(enum.IntEnum):
        A = 1
        B = 3
except ValueError as error:
    print(error)
try:
    @enum.verify(enum.NAMED_FLAGS)
    class Y(enum.Flag):
        A = 1
        B = 12
except ValueError as error:
    print(error)
