from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_UP, Context, Decimal as D, DecimalException, getcontext, localcontext

print(D("0.1") + D("0.2"), D(1) / 3, D("1.10") + 1, D("1E+3"), D("-0"), D(0.1), D("NaN"), D("Infinity"), D((1, (1, 2), -1)), D("1_0.5"), D(" 5 "), D("1.20").normalize(), D("1E3").to_eng_string(), D("2.675").quantize(D("0.01")), D("2.675").quantize(D("0.01"), ROUND_DOWN), D(-7) // 2, D(-7) % 2, divmod(D(7), D(-2)), D(2) ** D("0.5"), D(2).sqrt(), D("1.5").as_tuple(), D("0.50").as_integer_ratio(), round(D("2.5")), round(D("2.567"), 1), int(D("-1.9")), D("1.0") == 1, D("1.1") == 1.1, hash(D("1.0")) == hash(1), D("1") < 1.5, D("12.3").adjusted(), D(5).compare(D(3)), D("1e-7"), D("100").logb(), D("Inf") > 10**400)
with localcontext(prec=3) as context:
    print(D(1) / 3, D("12345") + 0, +D("1.23456"), context.flags[[f for f in context.flags if f.__name__ == "Inexact"][0]])
print(getcontext().prec, Context(prec=5, rounding=ROUND_UP).divide(D(1), D(3)))
for call in (lambda: D("x"), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("sNaN") + 1, lambda: D("1") + 1.5, lambda: D("NaN") < 1, lambda: D(-1).sqrt(), lambda: D("1E+999999") * 10**6, lambda: D([]), lambda: D((1, (10,), 0)), lambda: D("1").quantize(D("1e-50")), lambda: int(D("NaN")), lambda: int(D("Inf")), lambda: D(-8) ** D("0.3"), lambda: D(0) ** 0, lambda: D("Inf") - D("Inf"), lambda: D(1) % 0, lambda: hash(D("sNaN")), lambda: D(0).ln(), lambda: D(-1).ln(), lambda: f"{D(1):d}", lambda: D(None)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
