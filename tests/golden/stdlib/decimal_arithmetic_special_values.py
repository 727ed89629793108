from decimal import (Clamped, Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow, ROUND_CEILING,
                     ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP, getcontext,
                     localcontext)

D = Decimal
for text in """
D("1.20") + D("2.1"), D("1.20") * 3, D(7) / 2, D(1) / 3, D(7) // 2, D(-7) // 2, D(-7) % 3, divmod(D(-7), 3), D(2) ** 10
D(2) ** D("0.5"), D(2) ** -3, D(-2) ** 3, D("1e3") ** 2, pow(D(3), 5, 7), D(0) ** 3, D("0.00") * -1, -D(0), +D("-0")
D(0) ** 0
D(-8) ** D("0.5")
D(1) / 0
D(0) / 0
D("inf") - D("inf")
D("inf") * 0
D("inf") / 5, 5 / D("inf"), D("-inf") // 2, D("inf") > 10**100, -D("inf"), abs(D("-inf"))
D("inf") % 2
D("nan") + 1, D("nan") == D("nan"), D("nan") != 1, D("NaN123"), D("-nan")
D("nan") < 1
D("snan") + 1
D("snan") == 1
hash(D("snan"))
hash(D("nan")) is not None, hash(D(1)) == hash(1), hash(D("1.5")) == hash(1.5), hash(D("inf")) == hash(float("inf"))
max(D(1), D("2.0")), D(1).max(D("nan")), D("nan").min(3), D("1.0").max(D(1)), D("-0").max(0), sum([D(1), D("0.1")])
D("abc")
D("")
D(" 1.5\\n"), D("1_000.5"), D("٣.٥"), D("1e-5"), D("1E+400"), D("+.5"), D("5."), D("0E5")
D("1 2")
D("1__0"), D("_1")
D((0, (1, 2, 3), -2)), D((1, (0, 0, 5), 3)), D((0, (), 0)), D((0, (1,), "F")), D((1, (), "n"))
D((2, (1,), 0))
D((0, (10,), 0))
D((0, 1, 0))
D(1.1), D(0.5), D(-0.0), D(float("inf")), D(True), D(10**40), D.from_float(0.1), D.from_float(3)
D([1])
D(None)
D(1) + 1.5
D(1) + "1"
D(1) < 1.5, D("0.1") == 0.1, D("0.5") == 0.5, D(1) == 1+0j, D(1) == "1", D(2) > 1.5
1 + D(2), 1 - D(2), 3 * D(2), 1 / D(4), 7 // D(2), 7 % D(4), 2 ** D(3), divmod(7, D(4))
int(D("-3.9")), float(D("1.25")), complex(D("1.5")), bool(D("0.0")), round(D("2.5")), round(D("3.5")), round(D("2.675"), 2)
int(D("nan"))
int(D("inf"))
round(D("inf"))
round(D(5), -1), round(D("123.456"), -2), round(D("1.5"), 0), (D("1.5")).__floor__(), D("-1.5").__ceil__(), D("1.9").__trunc__()
D("12.34").as_tuple(), D("12.30").normalize(), D("1200").normalize(), D("12.34").as_integer_ratio(), D("-0.25").adjusted()
D("inf").as_integer_ratio()
repr(D("1E+3")), str(D("1E-7")), str(D("0.000001")), str(D("1E+3")), D("123E5").to_eng_string(), D("1.23E-8").to_eng_string()
D("1e3").to_integral_value(), D("2.5").to_integral_value(ROUND_HALF_UP), D("2.5").to_integral_exact(), D("1e9").to_integral()
""".strip().splitlines():
    try:
        print(text, "->", *map(str, result) if isinstance(result := eval(text), tuple) else (repr(result),))
    except Exception as error:
        print(text, type(error).__name__, error)
for mode in (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP):
    print(mode, *(D(x).quantize(D("1"), rounding=mode) for x in ("1.1", "1.5", "2.5", "-1.1", "-1.5", "-2.5", "1.9", "5.01")))
