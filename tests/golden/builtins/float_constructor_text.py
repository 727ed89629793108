def attempt(*arguments):
    try:
        print(repr(float(*arguments)))
    except Exception as error:
        print(type(error).__name__, error)


for text in ("1", " 1.5\n", "+1E3", "-.5", "5.", "1_000.000_1", "inf", "-Infinity", "nan", "+NAN", "١٢.٥", "1e400", "1e-400", "-0"):
    attempt(text)
for text in ("", " ", "1e", "e1", ".", "1__0", "_1", "1_", "1._5", "0x10", "1 2", "infin", "--1", "1,5", "1\x00"):
    attempt(text)
attempt(b"2.5")
attempt(bytearray(b"2.5e1"))
attempt(b"\xff")
attempt(None)
attempt([])
attempt(1, 2)
attempt(1j)
attempt(10**400)
