for specification in ("", ".2f", "+.1f", ">20", "<20", "^20.2f", "e", ".3g", ",.1f", "_", "n", "G", "*^18"):
    print(specification, "[" + format(1234.5 - 2j, specification) + "]")
print(f"{complex(0, float('inf')):.1f}", f"{complex(float('nan'), -0.0)}", f"{1j:.0f}")
for specification in ("d", "s", "010", "=10", "%", "x", "c"):
    try:
        print(format(1 + 2j, specification))
    except ValueError as error:
        print(error)
