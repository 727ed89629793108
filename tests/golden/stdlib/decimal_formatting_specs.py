"""format() of decimals: types, precision, grouping, padding, signs and special values."""
import decimal
D = decimal.Decimal
for value in ("1234.5678", "-0.05", "1E+10", "0", "1E-8", "123456789"):
    for spec in ("", "f", ".2f", "e", ".3e", "E", "g", ".3g", "G", "%", ".1%", ",", ",.2f", "+", " ", "-", "10", "<12", ">12", "^12.1f", "*^12", "012", "+012.2f", "=+12", "n", ".0f", "#.0f", "z.1f", "_"):
        try:
            print(spec, repr(format(D(value), spec)), end=" | ")
        except ValueError as error:
            print(spec, error, end=" | ")
    print()
for spec in ("d", "x", "s", "c", "b", ".f", "10.", "zz", "é<8", "5e.2", ",,"):
    try:
        print(spec, repr(format(D("1.5"), spec)))
    except ValueError as error:
        print(spec, error)
print(f"{D('1.10')}", "%s %r %d %f %e" % (D("1.10"), D("1.10"), D("1.9"), D("1.10"), D("1.10")), "{:>8}".format(D("2.50")), str(D("1E+3")), D("1E+3").to_eng_string())
