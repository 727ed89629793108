import numbers
from fractions import Fraction as F
print(F(3, 6), repr(F(-4, 8)), F('3/4'), F('-1.25e2'), F(0.5), F('0.1'), F(1.1), F(7), F(F(1, 2), F(3, 4)), F('1_0/3'), F())
a, b = F(3, 4), F(-5, 6)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, a ** 0.5, 2 ** F(3), 2 + a, 1 - a, 2 * a, 3 / a, 5 // a, 5 % a, a + 0.5, 0.5 * a, a == 0.75, a > b, a < 1, a >= 0.75, hash(a) == hash(0.75), hash(F(5)) == hash(5), int(b), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), abs(b), -a, +a, bool(F(0)), float(F(1, 3)), a.limit_denominator(2), F(3.141592653589793).limit_denominator(100), a.as_integer_ratio(), F(4, 2).is_integer(), sum([F(1, 3)] * 3), max(a, b), sorted([a, b, F(0)]), complex(a), a + 1j)
print(f'{F(22, 7):.3f} {F(1, 3):e} {F(1, 3):.2%} {F(22, 7)} {F(22, 7):>8} {F(10**6):,} {F(-1, 3):+.1f} {F(1, 8):g} {F(12345678, 1):g} {F(3):08.2f} {F(1234567, 2):012,.1f}')
import math; print(math.floor(b), math.ceil(b), math.trunc(b))
for bad in (lambda: F(1, 0), lambda: F('x'), lambda: F(1.5, 2), lambda: F([]), lambda: a / 0, lambda: F('1/0'), lambda: a // 0, lambda: F(0) ** -1, lambda: f'{a:q}', lambda: F(float('nan')), lambda: a.limit_denominator(0)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(isinstance(1, numbers.Integral), isinstance(1.0, numbers.Real), isinstance(1j, numbers.Complex), isinstance(a, numbers.Rational), isinstance('x', numbers.Number), issubclass(bool, numbers.Integral), isinstance(1.0, numbers.Rational))
