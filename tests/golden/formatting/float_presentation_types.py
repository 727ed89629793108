for specification in ("", "e", "E", "f", "F", "g", "G", "n", "%", ".0f", "#.0f", ".3", ".0", "+.2f", " .1f", "010.2f", ",.2f", "_.1f", ".15g", "#g", "z.0f", "<12", "*^14.2f", "=+12.1f", ".0e", "#.0e", ".2%", "015,.2f"):
    print(f"{specification!r:10}", *(f"[{format(value, specification)}]" for value in (1234.5678, -0.00001, 0.0, -0.0, 1e20)))
for value in (float("inf"), float("-inf"), float("nan")):
    print(*(f"[{format(value, specification)}]" for specification in ("", "f", "F", "010", "+", "e", "G", "%", ">6", "=6", "z")))
for specification in ("d", "x", "s", "c", ",n", ".-1f", "5.f", ".1 f", "_,", "q"):
    try:
        print(format(1.5, specification))
    except Exception as error:
        print(specification, type(error).__name__, error)
