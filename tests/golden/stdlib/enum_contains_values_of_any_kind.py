import enum


class Plain(enum.Enum):
    ONE = 1
    TWO = "two"


class Odd(enum.Enum):
    LIST = [1, 2]
    DICT = {}
    PAIR = (1, 2)


class Bits(enum.Flag):
    A = 1
    B = 2


for cls in (Plain, Odd, Bits):
    print(cls.__name__, [value in cls for value in (1, "two", [1, 2], [3], {}, {1}, (1, 2), None, 4, object)])
print(Plain.ONE in Plain, Plain.ONE in Odd, Bits.A in (Bits.A | Bits.B), Bits.B in Bits)
try:
    Plain([])
except ValueError as error:
    print(error)
