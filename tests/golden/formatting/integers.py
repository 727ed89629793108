for spec in ("", "d", "5", "<5", "^5", ">5", "05", "+", " ", "b", "#b", "o", "#o", "x", "X", "#X", ",", "_", "_b", "_x", "010,", "*>8", "+,d", "e", ".2f", "g", "%", "c", "n", "=+6", "#010x"):
    print(spec, [format(v, spec) for v in (65, -12345 if spec != "c" else 97)])
for spec in ("s", ".2d", ".2", "y", ",b", ",_", "-05.1"):
    try:
        print(spec, format(5, spec))
    except ValueError as e:
        print(spec, e)
