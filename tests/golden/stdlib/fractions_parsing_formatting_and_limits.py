from decimal import Decimal
from fractions import Fraction as F

for text in """
F("3/4"), F(" -7/14 "), F("1.25"), F("-.5"), F("2e-3"), F("1_000/3"), F("+5"), F("0x10") if 0 else F("007/21"), F("1E2")
F("3/ 4")
F("3 /4")
F("1/0")
F("")
F("a")
F("1/2/3")
F("1.5/2")
F("1/2.5")
F("nan")
F(1, 0)
F(1.5, 2)
F("1", 2)
F(1.1)
F(float("inf"))
F(float("nan"))
F(Decimal("1.1")), F(Decimal("-0")), F(0.5), F(-2.25), F(True), F(F(1, 3), F(2, 5)), F(3, -6), F(-3, -6), F(0, 5), F()
F(Decimal("inf"))
F(Decimal("nan"))
F([1])
F(1, 2, 3)
F(numerator=1, denominator=3)
F(1, 3) + F(1, 6), F(1, 3) - 1, 2 * F(1, 3), F(1, 3) / 2, 1 / F(2, 3), F(7, 2) // 1, F(-7, 2) // F(2, 3), F(7, 2) % 1
F(-7, 2) % 2, divmod(F(7, 2), F(2, 3)), divmod(7, F(2, 3)), F(1, 2) ** 2, F(1, 2) ** -2, F(4, 9) ** F(1, 2), 2 ** F(2)
2 ** F(1, 2), F(-1, 2) ** F(1, 2), F(1, 3) + 0.5, 0.5 * F(1, 3), F(1, 3) + 1j, F(0) ** 0, F(3) ** 4, F(2, 3) ** 0
F(1, 2) / 0
F(0) ** -1
F(1, 2) % 0
F(1, 2) // F(0)
F(1, 2) + "a"
F(1, 2) + Decimal(1)
F(1, 2) == 0.5, F(1, 3) == 1 / 3, F(2) == 2, F(1, 2) < 0.6, F(1, 2) > Decimal("0.4") if 0 else F(1, 2) >= F(1, 3), F(1, 2) == 0.5 + 0j
F(1, 2) < "a"
F(1, 2) < 1j
F(1, 2) < float("nan"), F(1, 2) < float("inf"), F(1, 2) == float("nan")
hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), hash(F(1, 3)) == hash(F(2, 6)), hash(F(1, 2**61 - 1)), {F(1, 2): 1}[0.5]
round(F(5, 2)), round(F(7, 2)), round(F(-5, 2)), round(F(22, 7), 2), round(F(1234), -2), int(F(-7, 2)), float(F(1, 3))
F(-7, 2).__floor__(), F(-7, 2).__ceil__(), F(-7, 2).__trunc__(), abs(F(-1, 2)), -F(1, 2), +F(1, 2), bool(F(0)), complex(F(1, 2))
F(3.141592653589793).limit_denominator(10), F(1, 3).limit_denominator(2), F("3.1415").limit_denominator(), F(5).limit_denominator(1)
F(1).limit_denominator(0)
F(1, 3).as_integer_ratio(), F(4, 2).is_integer(), F(1, 2).numerator, F(1, 2).denominator, F(1, 2).real, F(1, 2).imag, F(1, 2).conjugate()
F.from_float(0.25), F.from_float(3), F.from_decimal(Decimal("0.2")), F.from_decimal(5)
F.from_float("a")
F.from_decimal(0.5)
repr(F(1, -2)), str(F(6, 3)), f"{F(1, 3)}", f"{F(22, 7):.3f}", f"{F(1, 3):.2%}", f"{F(12345, 7):,.1f}", f"{F(1, 3):e}", f"{F(1, 3):g}"
f"{F(-1, 3):+.2f}|{F(1, 3):>10.3f}|{F(1, 3):<8.1f}|{F(1, 3):^9.1f}|{F(1, 3):010.2f}|{F(5):.0f}|{F(5, 2):.0f}|{F(7, 2):.0f}"
f"{F(1, 3):10}|{F(1, 3):>10}|{F(6, 3):#}|{F(1, 3):+}|{F(1, 3):*^9}|{F(1000000, 3):,}|{F(1, 3):_.5f}"
f"{F(1, 3):x}"
f"{F(1, 3):.}"
sum([F(1, 3)] * 3), min(F(1, 2), F(1, 3)), sorted([F(1, 2), 0.3, 1]), F(10**400, 10**399), float(F(10**400, 10**399))
float(F(10**400))
F(1, 2).__class__.__mro__[1].__name__, F(1, 2).__reduce__()[1], F(1, 2).__slots__
setattr(F(1, 2), "numerator", 3)
""".strip().splitlines():
    try:
        print(text, "->", *map(str, result) if isinstance(result := eval(text), tuple) else (repr(result),))
    except Exception as error:
        print(text, type(error).__name__, error)


class Mine(F):
    pass


print(type(Mine(1, 2) + 1).__name__, repr(Mine(1, 2)), type(-Mine(1)).__name__, Mine(1, 2) == F(1, 2), Mine("1/3") + Mine(1, 6))
