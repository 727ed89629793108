def attempt(*arguments, **keywords):
    try:
        print(int(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


for text, base in (("ff", 16), ("0xff", 16), ("0XFF", 0), ("0b101", 0), ("0o17", 0), ("1_0", 0), ("0_0", 0), ("z", 36), ("-0x1F", 16), (" \t12\n", 10), ("٣", 10), ("0b", 16)):
    attempt(text, base)
for text, base in (("010", 0), ("0x", 16), ("0b2", 0), ("1__0", 10), ("_1", 10), ("1_", 10), ("9", 8), ("g", 16), ("", 10), (" ", 10), ("- 1", 10), ("1.0", 10), ("0x1", 10)):
    attempt(text, base)
for base in (1, 37, -1, 2**100, "10", 1.0):
    attempt("1", base)
attempt(5, 10)
attempt(base=10)
attempt("11", base=2)
attempt(b"11", 2)
attempt(bytearray(b"0x1f"), 16)
attempt(b"\xff")
attempt([])
attempt("12\x0034")
attempt("😀")
