import copy
import decimal
import math
import pickle
from decimal import *
from fractions import Fraction

D = Decimal
print(D("1.10") + D("2.2"), D(1) / D(3), D("1.1") * D("2.20"), D(7) // D(2), D(-7) % D(3), divmod(D(-7), D(2)), D("-0"))
print(repr(D("1E+5")), D("1E-7"), D("0.000001"), D("123.456e3"), D(" 1_000.5 "), D("inf"), D("-Infinity"), D("nan123"), D("sNaN"))
print(D(0.1), D((1, (1, 2, 3), -2)), D(True), D.from_float(2.5), D(10) ** 20, D(2) ** -2, D(2) ** D("0.5"), D(4) ** D("0.5"))
print(D(2).sqrt(), D(4).sqrt(), D("0.0001").sqrt(), D(2).ln(), D(10).ln(), D(2).log10(), D(1000).log10(), D(1).exp(), D("-2.5").exp())
print(D("1.0000000001").ln(), D("0.5").ln(), D("123456789").ln(), D("1e-20").exp(), D("50").exp(), D("1.1") ** 100, D("1.5") ** D("2.5"), D("0.3") ** -7)
with localcontext() as ctx:
    ctx.prec = 60
    print(D(2).sqrt(), D(3).ln(), D(1).exp(), D(7).log10(), D(2) ** D("0.1"))
for rounding in (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(rounding, [str(D(x).quantize(D("1"), rounding=rounding)) for x in ("0.5", "1.5", "2.5", "-0.5", "-1.5", "1.1", "-1.9", "5.4")])
print(D("1.20").normalize(), D("100").normalize(), D("1e3").to_integral_value(), D("2.5").to_integral_exact(), round(D("2.675"), 2), round(D("2.5")))
print(math.floor(D("-1.5")), math.ceil(D("-1.5")), int(D("-1.9")), float(D("1.25")), D("1.25").as_integer_ratio(), D("-1.50").as_tuple())
print(hash(D("1.5")) == hash(1.5), hash(D(10)) == hash(10), D("1.5") == 1.5, D(1) == 1, D("0.1") == 0.1, D("0.5") == Fraction(1, 2), D(1) < 2.5, D(3) > 2)
print(D("NaN") == D("NaN"), D("1").compare(D("NaN")), D("1.0").compare_total(D("1.00")), D(1).max(D(2)), D(-3).max_mag(2), D(1).min(D("nan")))
for spec in ("", "10", "<10", "^10", ">+10", "010", ".2f", "10.3f", ",.2f", "e", ".3e", ".3g", "%", ".1%", "*^12.1f", "G", "E", "z.0f", ".0f", "n", ",", "020,.3f"):
    print(repr(spec), [format(D(x), spec) for x in ("1234567.891", "-0.00012345", "0", "1E+10", "-0.4", "100")])
print([format(D(x), ".2f") for x in ("inf", "nan", "-inf")], f"{D('3.14159'):.2f}")
print(D("123456").to_eng_string(), D("1.23E+10").to_eng_string(), D("1E-8").to_eng_string())
print(getcontext())
with localcontext(prec=5) as ctx:
    print(D(1) / 7, +D("123456.789"), ctx.flags[Inexact], ctx.flags[Rounded], ctx)
    ctx.traps[Inexact] = True
    try:
        D(1) / 3
    except Inexact as error:
        print(type(error), error)
for action in (lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("x"), lambda: D(-1).sqrt(), lambda: D("inf") - D("inf"), lambda: D(9).quantize(D("1e-30")),
               lambda: D("1e999999") * 10, lambda: int(D("inf")), lambda: int(D("nan")), lambda: D(1) + 1.5, lambda: D(None), lambda: D("nan") < 1,
               lambda: hash(D("snan")), lambda: Context(prec=0), lambda: setattr(getcontext(), "rounding", "x"), lambda: D("1").quantize(D(1), rounding="x"), lambda: format(D(1), "q"),
               lambda: D(0) ** 0, lambda: D(-8) ** D("0.5"), lambda: D(1) % 0, lambda: D((2, (1,), 0)), lambda: D(10) ** 10000000):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(D("1e-999999") / 10, D("9.99999999999999999999999999995"), D("1") + D("1e-50"), D("1e50") - D("1e-50"))
print(D(10).next_plus(), D(10).next_minus(), D(1).next_toward(D(0)), D("123.45").logb(), D("1.5").scaleb(3), D("12345").shift(2), D("12345").rotate(-1))
print(D("1101").logical_and(D("1011")), D("1101").logical_xor(D("11")), D(3).fma(4, 5), D(10).remainder_near(D(6)), D(-7).copy_abs(), D(7).copy_sign(D(-1)))
print(pow(D(7), 3, 5), D(5).number_class(), D("-0").is_zero(), D(-5).is_signed(), D("1e-1000000").is_subnormal(), abs(D(-3)), -D(0), +D("-0"))
print(sum([D("0.1")] * 10), max(D(1), D("1.0")), sorted([D(3), D("2.5"), D(-1)]), copy.copy(D(1)), pickle.loads(pickle.dumps(D("1.50"))))
c = Context(prec=4, rounding=ROUND_UP)
print(c.divide(1, 3), c.add(D("1.23456"), 0), c.create_decimal("3.14159265"), c.power(2, 10), c.sqrt(2), c.quantize(D("1.234"), D("0.1")), c.divmod(7, 2), c.ln(10), c.compare(1, 2))
print(BasicContext.prec, ExtendedContext.traps[DivisionByZero], MAX_PREC, MIN_ETINY)
total = D(0)
getcontext().prec = 50
for i in range(1, 60):
    total += D(1) / math.factorial(i)
print(total, isinstance(D(1), __import__("numbers").Number))
a, b = D(1), D("0.1")
for i in range(40):
    a = (a + b * i) / (b + i + 1) * D("1.7")
print(a)
