"""Ints, floats, bools, complexes, fractions and decimals compare by exact value."""
import decimal
import fractions

F, D = fractions.Fraction, decimal.Decimal
values = [1, 1.0, True, 1 + 0j, F(1), D(1), F(1, 2), 0.5, D("0.5"), 2**53 + 1, float(2**53), 10**400, float("inf"), float("nan"), D("NaN"), D("Infinity"), 0.1, F(1, 10), D("0.1")]
for a in values:
    row = []
    for b in values:
        try:
            row.append("=" if a == b else "<" if a < b else ">" if a > b else "?")
        except Exception as error:
            row.append(type(error).__name__[0])
    print(str(a)[:12].rjust(12), "".join(row))
print(hash(1) == hash(1.0) == hash(True) == hash(F(1)) == hash(D(1)), hash(0.5) == hash(F(1, 2)) == hash(D("0.5")), hash(10**400) == hash(F(10**400)))
print({1: "a", 1.0: "b", F(1): "c", D(1): "d", True: "e"}, 2**53 + 1 == 2.0**53, 2**53 < 2.0**53 + 2, 10**400 > 1e308, -10**400 < float("-inf") or "infinite is less")
print(0.1 == F(1, 10), 0.1 == F(0.1), D(0.1) == 0.1, D("0.1") == F(1, 10), F(1, 3) < D("0.34") if False else "no order", sorted([1.5, F(1, 2), True, 2]))
