print(3.14, 10., .001, 1e100, 3.14e-10, 0e0, 3.14_15_93, 1_0.0_1e1_0, 1E5, 1.e3, .5e+2, 077e010, 09.5, 00.0)
print(1e400, -1e400, 1e-400, 0.1 + 0.2, 1e16, 1e15, 123456789012345678.0)
for literal in ("1e", "1e+", "1.e", "1._0", "1_.0", "1e_1", "1e1_", "1.5.2", ".", "._1", "1.0a", "1e5x", "0x1.8"):
    try:
        print(literal, eval(literal))
    except (SyntaxError, AttributeError) as e:
        print(literal, "->", e.args[0])
