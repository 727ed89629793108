for spec in ("", "f", ".2f", ".0f", "e", ".3e", "E", "g", ".3g", "G", "%", ".1%", "10.2f", "<10.1f", "^10.1f", "010.2f", "+.1f", " .1f", ",.2f", "_.1f", "#.0f", "#g", "n", ".10", ".1", "=+10.1f", "z.0f"):
    print(spec, [format(v, spec) for v in (3.14159, -1234567.891, 0.0000123, 1e20, 0.0, float("inf"), float("nan"), -0.0)])
for spec in ("d", "s", "x", "c"):
    try:
        format(1.5, spec)
    except ValueError as e:
        print(e)
