vals = [True, 2, -3, 2**70, 1.5, -0.25]
for op in ("+", "-", "*", "/", "//", "%"):
    print(op, [eval(f"a {op} b", {"a": a, "b": b}) for a in vals[:4] for b in (2, -3, 1.5)])
print([type(a + b).__name__ for a, b in ((True, True), (1, 1.0), (1, 1j), (1.0, True))], 2**70 // 3.0, -(2**70) % 7, 2**70 / 2**69, 7 // 0.5, -7 % 0.3, 1e20 // 1, 5 ** -1, 2**70 == 2.0**70)
