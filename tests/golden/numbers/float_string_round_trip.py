xs = [0.1, 1/3, 1e-7, 123456.789, 1e21, 2**0.5, 1e-310, 4.9e-324, 0.1 + 0.7, 1e15 + 0.3, 100 / 3, 5e-5, 1.1e16]
print(all(float(repr(x)) == x for x in xs), [repr(x) for x in xs])
print([f"{x:.3g}" for x in xs], [f"{x:.5f}" for x in xs[:5]], [str(int(x)) for x in (1e15, 1e22, 123.9)], [round(x, 3) for x in xs[:6]], "%.20f" % 0.1, "%.0f" % 2.5, "%.0f" % 3.5, format(1e16, ","), 1e16 == 10**16)
