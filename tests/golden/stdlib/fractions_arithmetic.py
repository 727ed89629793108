from fractions import Fraction as F

print(F(6, -4), F("3/4"), F(" -1.25e1 "), F(0.5), F(), F(F(1, 2), F(3, 4)), F("1_000/3"), repr(F(1, 3)), F(1, 3) + 1, 1 - F(1, 3), F(1, 2) * 0.5, F(1, 2) ** 2, F(1, 2) ** -2, F(4, 9) ** 0.5, 2 ** F(1, 2), F(7, 2) // 1, F(7, 2) % 1, divmod(F(7, 2), 2), -F(1, 2), abs(F(-1, 2)), F(1, 2) == 0.5, F(1, 3) < 0.34, hash(F(3)) == hash(3), int(F(-7, 2)), float(F(1, 3)), round(F(5, 2)), round(F(22, 7), 2), F(22, 7).__floor__(), F(22, 7).__ceil__(), F(3.14159).limit_denominator(100), F.from_float(0.1), F(1, 3).as_integer_ratio(), F(1, 2).is_integer(), bool(F(0)), F(1, 2) + 1j)
print(f"{F(1, 3):.3f}", f"{F(1, 3):>10}", f"{F(1234567, 100):,.1f}", f"{F(1, 7):e}", f"{F(3, 2):+}", f"{F(3, 1):#}")
for call in (lambda: F(1, 0), lambda: F("1/0"), lambda: F("x"), lambda: F("1 / 2"), lambda: F(1.5, 2), lambda: F(float("nan")), lambda: F(float("inf")), lambda: F(None), lambda: F(1) / 0, lambda: F(1) // 0, lambda: F(1) + "a", lambda: F(1) < "a", lambda: F(1) < 1j, lambda: F(0) ** -1, lambda: f"{F(1, 2):d}", lambda: F(1, 2).limit_denominator(0), lambda: setattr(F(1), "numerator", 5), lambda: F("1.5/2"), lambda: F(1, 2, 3)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
