for c in ["1 / 0", "1 // 0", "1 % 0", "1.0 / 0", "1.0 // 0", "1.0 % 0", "divmod(1, 0)", "0 ** -1", "0.0 ** -1", "1j / 0", "10**30 // 0", "pow(2, -1, 0)"]:
    try:
        print(eval(c))
    except (ZeroDivisionError, ValueError) as e:
        print(c, "->", type(e).__name__, e)
