"""format() of complex numbers: the empty spec, precisions, signs, widths, and what is refused."""
for value in (1 + 2j, -1.5 - 0.25j, 0j, complex(1e10, -1e-10), complex("inf+nanj"), 3j):
    for spec in ("", ".2f", "e", ".3g", "+.1f", " .1f", ">20", "<20.1f", "^24", "*^22.2f", ",.1f", "_.2f", "g", "G", ".0f", "#.0f", "z.0f"):
        print(spec, repr(format(value, spec)), end=" ")
    print()
for spec in ("d", "s", "%", "=20", "020", "x", "n0", "c", ".2", "10.3"):
    try:
        print(spec, repr(format(1 + 2j, spec)))
    except ValueError as error:
        print(spec, error)
print("%s %r" % (1 + 2j, -0j), f"{1j!r:>6}", str(complex(0, -1)), [1j, (2 - 3j,)])
