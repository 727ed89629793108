"""float() of texts and objects, and what it refuses."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for text in ("1.5", " 1.5\n", "+.5", "-5.", ".", "1e5", "1E+5", "1e", "e5", "1_0.0_1", "1__0", "_1", "1_", "inf", "-Infinity", "INF", "nan", "-NaN", "infin", "0x1p3", "1,5", "", " ", "1e400", "1e-400", "-0", "١.٥", "１", "1.5f", "1 5", "--1", "1.5\x00",
             "9007199254740993", "0.1e1", "123456789012345678901234567890", "4.9e-324", "2.4e-324", "2.5e-324", "1.7976931348623158e308", "1.7976931348623159e308", "nan()", "1e1_0", "1_e1"):
    attempt(lambda: float(text))


class F:
    def __float__(self):
        return 2.5


class Wrong:
    def __float__(self):
        return 2


class Index:
    def __index__(self):
        return 7


class Sub(float):
    pass


for value in (F(), Wrong(), Index(), Sub(3.5), True, 2**1024, 2**1023, b"1.5", bytearray(b"2"), None, 1j, [], memoryview(b"4.5")):
    try:
        print(float(value))
    except Exception as error:
        print(type(error).__name__, error)
print(type(float(Sub(1))), float(), float.fromhex("0x1.8p1"), (1.5).is_integer(), (2.0).is_integer(), (0.1).as_integer_ratio(), (1e16).hex(), float("1e22") == 10.0**22)
attempt(lambda: float(x=1))
attempt(lambda: float("1", "2"))
