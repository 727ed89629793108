for specification in ("", "d", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "c", "n", "e", "f", ".1f", "g", "%", ",", "_", "_b", "_x", "+d", " d", "-d", "08d", "+08d", "08,d", "#010x", ">8", "<8", "^8", "=8", "*=+8", "é^9d", "08_x", "020_b"):
    print(f"{specification!r:8} [{format(1000, specification)}] [{format(-42, specification)}]" if specification != "c" else format(8364, "c"))
for value, specification in ((1, "s"), (1, ".2d"), (1, ",b"), (1, ",n"), (-1, "c"), (0x110000, "c"), (1, "+c"), (1, "#c"), (1, ",_"), (1, "__"), (1, "z"), (1, "5 "), (1, "{"), (1, "d5"), (1, ".f"), (1, ".99999999999999999999f"), (1, "99999999999999999999d"), (1, "=s"), (1, "zd")):
    try:
        print(format(value, specification))
    except Exception as error:
        print(specification, type(error).__name__, error)
