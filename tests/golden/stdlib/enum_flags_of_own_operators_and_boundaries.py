# Flags with boundaries, with values of their own making, and as sets.
import enum
from enum import CONFORM, EJECT, KEEP, STRICT, Flag, IntFlag


def made(boundary):
    class Perm(Flag, boundary=boundary):
        R = enum.auto()
        W = enum.auto()
        RW = R | W
        X = 8
    return Perm


for boundary in STRICT, CONFORM, EJECT, KEEP:
    Perm = made(boundary)
    try:
        print(boundary.name, repr(Perm(5)), repr(Perm(16)), type(Perm(4)).__name__)
    except ValueError as error:
        print(boundary.name, str(error).replace("\n", "|"))
Perm = made(STRICT)
print(list(Perm), list(Perm.RW), len(Perm.RW), Perm.R in Perm.RW, ~Perm.R, bool(Perm(0)), Perm.RW ^ Perm.R,
    Perm["RW"].name)
print((Perm.R | Perm.X).name, str(Perm.R | Perm.X), Perm.__members__.keys(), Perm.X.value.bit_length())


class Mode(IntFlag):
    A = 1
    B = 2

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "a" else super()._missing_(value)

    def describe(self):
        return "+".join(member.name for member in self) or "none"


print(Mode("a"), Mode(3).describe(), Mode(0).describe(), repr(Mode(7)), Mode.A + 1, Mode.A | 4, ~Mode.A,
    f"{Mode.B:03d}")
try:
    Mode("z")
except ValueError as error:
    print(error)
