"""Precision, rounding modes, signals, special values, and mixing with other numbers."""
import decimal
import fractions


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

D, getcontext = decimal.Decimal, decimal.getcontext
getcontext().prec = 6
print(D(1) / 3, D(2) ** D("0.5"), D(10) / 4, D("1.00") + D("2.0"), D("1.20") * 2, D(7) // 2, D(-7) // 2, D(-7) % 2, divmod(D(-7), 2), D(2) ** 100, D(2) ** -1, -D("1.50"), +D("1.23456789"), abs(D(-1)), D(7).remainder_near(4), D(2).sqrt(), D(100).log10(), D(1).exp(), D(10).ln(), D("1.5").fma(2, 3), D(5) + 1, 1 + D(5), D("1.1") == 1.1, D("0.5") == 0.5, D(1) < 1.5, D(3) == fractions.Fraction(3), D(1).compare(D("nan")), D("1e2").normalize(), D("1.2345").quantize(D("0.01")), D("1.5").to_integral_value(), D(5).max(D(7)), D("-0") == 0, D("nan") == D("nan"), D(12).logical_and(D(10)) if False else D(1100).logical_and(1010), D("1.2").scaleb(3), D(123).adjusted(), D("1.23").shift(1), D(5).next_plus(), D("NaN") + 1, D("inf") - 1)
for mode in (decimal.ROUND_UP, decimal.ROUND_DOWN, decimal.ROUND_CEILING, decimal.ROUND_FLOOR, decimal.ROUND_HALF_UP, decimal.ROUND_HALF_DOWN, decimal.ROUND_HALF_EVEN, decimal.ROUND_05UP):
    print(mode, [str(D(x).quantize(D(1), rounding=mode)) for x in ("1.5", "2.5", "-1.5", "1.1", "-1.9", "0.5")])
for bad in ((lambda: D(1) / 0), (lambda: D(0) / 0), (lambda: D(1) // 0), (lambda: D(1) % 0), (lambda: D("inf") - D("inf")), (lambda: D("inf") * 0), (lambda: D(-1).sqrt()), (lambda: D(-1).ln()), (lambda: D(0).ln()), (lambda: D("snan") + 1), (lambda: D("nan") < 1), (lambda: D(1) + 1.0), (lambda: D(1) + "1"), (lambda: D(1) < "1"), (lambda: D(1).quantize(D("1e-10"))), (lambda: D(0) ** 0), (lambda: D(-1) ** D("0.5")), (lambda: D("1e999999") * 10**10), (lambda: D("1e-999999") / 10**50), (lambda: pow(D(2), 3, 5)), (lambda: pow(D(2), D("1.5"), 5)), (lambda: D(1).quantize("x")), (lambda: D(5) & 3), (lambda: D(2).logical_and(1)), (lambda: sorted([D("nan"), D(1)])), (lambda: D("inf") % 5), (lambda: 5 % D("inf")), (lambda: D(1).compare_signal(D("nan"))), (lambda: D("1") .same_quantum(D("5")))):
    attempt(bad)
with decimal.localcontext(prec=3) as c:
    print(D(1) / 3, c.prec, getcontext().flags[decimal.Inexact])
    c.traps[decimal.Inexact] = True
    attempt(lambda: D(1) / 3)
    c.traps[decimal.DivisionByZero] = False
    c.traps[decimal.Inexact] = False
    attempt(lambda: D(-1) / 0)
c = decimal.Context(prec=4, rounding=decimal.ROUND_DOWN)
print(c.divide(2, 3), c.create_decimal("1.23456"), c.sqrt(2), c, decimal.BasicContext.prec, c.copy().prec, c.Etop(), c.is_normal(5))
for bad in ((lambda: decimal.Context(prec=0)), (lambda: decimal.Context(rounding="x")), (lambda: setattr(c, "Emin", 5)), (lambda: c.add(1, "x")), (lambda: setattr(c, "nope", 1)), (lambda: decimal.setcontext(5))):
    attempt(bad)
