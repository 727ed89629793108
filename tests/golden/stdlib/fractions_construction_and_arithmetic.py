"""Fractions from texts, floats, decimals and pairs; arithmetic with other numbers; formatting and errors."""
import decimal
import fractions
import math


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

F = fractions.Fraction
for text in ("1/2", " -3/6 ", "1.25", "1e-3", "-.5", "3.", "1_000/2", "1/ 2", "1 /2", "/2", "1/", "a", "", "1/0", "0x1", "1.5/2", "nan", "+7", "1/-2", "١/٢"):
    attempt(lambda: F(text))
for args in ((), (3,), (6, -4), (0.1,), (decimal.Decimal("0.1"),), (True,), (F(1, 2), F(3, 4)), (1, 0), (1.5, 2), (float("nan"),), (float("inf"),), (1j,), (None,), ("1", 2), (1, "2"), ([],), (decimal.Decimal("NaN"),)):
    attempt(lambda: F(*args))
a, b = F(1, 3), F(-5, 2)
print(a + b, a - 1, a * 0.5, a / b, b // 1, b % 1, divmod(b, a), a ** 2, a ** -2, a ** 0.5, 2 ** F(1, 2), 2 ** F(2), F(4, 9) ** F(1, 2), -a, +a, abs(b), a < b, a == 1 / 3, a == F(2, 6), a < 0.34, round(b), round(F(7, 2)), round(F(22, 7), 2), math.floor(b), math.ceil(b), math.trunc(b), int(b), float(a), bool(F(0)), hash(F(2)) == hash(2), complex(a) if False else "", str(a), repr(b), a.numerator, a.denominator, a.limit_denominator(2), F(math.pi).limit_denominator(1000), a.as_integer_ratio(), b.is_integer(), F.from_float(0.25), F.from_decimal(decimal.Decimal("1.5")))
for bad in ((lambda: a / 0), (lambda: a // 0), (lambda: a % F(0)), (lambda: F(0) ** -1), (lambda: a + "x"), (lambda: a < "x"), (lambda: a + decimal.Decimal(1)), (lambda: F(-1) ** F(1, 2)), (lambda: a < 1j), (lambda: a == 1j), (lambda: F.from_float(1)), (lambda: F.from_float("a")), (lambda: setattr(a, "numerator", 5)), (lambda: a.limit_denominator(0)), (lambda: a & 1), (lambda: F(a, a)), (lambda: a + 1j), (lambda: pow(a, 2, 3)), (lambda: F(1, 2, 3)), (lambda: math.gcd(a))):
    attempt(bad)
for spec in ("", ".2f", "e", "g", "%", ",.1f", ">10", "010.3f", "+.1f", "_", "x", "d", ">8.2f", ".0f", "#.0f", "z.0f"):
    attempt(lambda: format(F(12345, 7), spec))
