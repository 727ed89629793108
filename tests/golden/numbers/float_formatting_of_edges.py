"""repr, str and the e, f, g, % and n presentations at their edges."""
for value in (0.0, -0.0, 1.0, 1e16, 1e15, 123456789.0, 1e-4, 1e-5, 1.5e300, 5e-324, 1 / 3, 2 / 3, 100.0, 1e22, 1e23, 0.1 + 0.2, float("inf"), -float("inf"), float("nan"), 9.5, 0.5, 1.5, 2.5, 999999.5, 1234567.0):
    print(repr(value), f"{value:f} {value:.0f} {value:e} {value:.3e} {value:g} {value:.10g} {value:%} {value:n} {value:.3} {value:G}" if abs(value) < 1e30 else f"{value:e} {value:g} {value:.3}")
for spec in ("", "+", " ", "#.0f", "#g", "08.2f", "+08.2f", ",.2f", "_.1f", "=+10.1f", "<10", "^10.1f", "*>10.1e", ".0%", ",", "_", "z.0f", "+z.1f", "010", "-<8.1f", "#.0e", ",.10g", "020,.2f", ".50f"):
    print(spec, [format(value, spec) for value in (1234.5, -0.04, 0.0)])
for spec in ("d", "s", "x", "c", ",d", "_,f", ",n", "10.", ".f", "5.x", "++f", "q", "0=+z#", ".-1f", "s<<5f"):
    try:
        print(spec, format(1.5, spec))
    except ValueError as error:
        print(spec, error)
