"""Floor division, remainder and divmod for ints, floats and mixtures, with zeros and infinities."""
values = (7, -7, 0, 2.5, -2.5, 0.0, -0.0, True, 2**70)
for a in values:
    for b in (3, -3, 2.0, -0.5, 2**68):
        print(a, b, a // b, a % b, divmod(a, b) == (a // b, a % b), end=" | ")
    print()
inf, nan = float("inf"), float("nan")
print(5 // inf, -5 // inf, 5 % inf, -5 % inf, 5.0 % -inf, inf // 2 if False else "", inf % 2, nan // 1, divmod(-1, inf), divmod(1.0, -inf), 0.0 % -3, -0.0 % 3, divmod(3, -0.5))
for source in ("1 // 0", "1 % 0", "1 / 0", "1.0 // 0", "1.0 % 0.0", "1.0 / 0", "divmod(1, 0)", "divmod(1.0, 0)", "0 / 0", "True // False", "2**2000 / 1", "2**2000 / 2**1999", "1 / 2**2000", "2**2000 // 1.0", "1j // 1", "1j % 1", "divmod(1j, 1)", "1j / 0", "'a' // 1", "[] % 2", "None / 1", "divmod('a', 1)", "2**2000 % 7.0", "0 // 2**100", "-1 // 2**100"):
    try:
        result = eval(source)
        print(source, result if not isinstance(result, int) or abs(result) < 10**20 else "large")
    except Exception as error:
        print(source, type(error).__name__, error)
