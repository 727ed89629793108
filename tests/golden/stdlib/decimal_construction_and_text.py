"""Decimals from texts, tuples, floats and ints; repr, engineering notation, tuples and special values."""
import decimal


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

D = decimal.Decimal
for text in ("1", "1.10", "-0", "+1E5", "1e-7", "1e-6", ".5", "5.", "1_000.0_1", " 1 ", "Infinity", "-inf", "NaN", "sNaN", "nan123", "-sNaN5", "1e", "", "abc", "1.2.3", "0x1", "--1", "1 2", "١.٥", "1e999999", "00.00", "0e5", "0E-10", "1__0", "inF", "infinite"):
    try:
        d = D(text)
        print(repr(text), repr(d), str(d), d.as_tuple(), d.to_eng_string(), d.is_signed(), d.is_nan(), d.is_finite())
    except Exception as error:
        print(repr(text), type(error).__name__, error)
for value in (5, -5, 10**30, True, 0.1, 1.5, float("inf"), float("nan"), (0, (1, 2), -1), (1, (0,), 0), (0, (), "F"), (1, (5,), "n"), D("1.0"), [0, [1], 2]):
    attempt(lambda: D(value))
for bad in ((lambda: D(None)), (lambda: D(1j)), (lambda: D(b"1")), (lambda: D((2, (1,), 0))), (lambda: D((0, (10,), 0))), (lambda: D((0, 1))), (lambda: D(value="5")), (lambda: D.from_float(0.5)), (lambda: D.from_float(1)), (lambda: D("1") .as_integer_ratio()), (lambda: D("0.75").as_integer_ratio()), (lambda: D("inf").as_integer_ratio()), (lambda: D("nan").as_integer_ratio()), (lambda: int(D("inf"))), (lambda: int(D("nan"))), (lambda: int(D("-1.9"))), (lambda: float(D("1e400"))), (lambda: float(D("snan"))), (lambda: hash(D("snan"))), (lambda: hash(D("1.0")) == hash(1)), (lambda: bool(D("-0"))), (lambda: complex(D(1))), (lambda: round(D("2.5"))), (lambda: round(D("2.675"), 2)), (lambda: round(D("inf"))), (lambda: D("1.5").__floor__()), (lambda: setattr(D(1), "x", 1))):
    attempt(bad)
