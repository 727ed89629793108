"""int() of texts: bases, prefixes, underscores, spaces and digits of other scripts."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for text in ("10", " 10 ", "\n10\t", "+10", "-10", "- 10", "1_0", "1__0", "_10", "10_", "0x10", "0b1", "0o7", "010", "00", "", " ", "١٢", "１２", "²", "1.0", "1e3", "10L", "\u20031\u2003", "1\x00", "+-1", "0_0", "๓"):
    attempt(lambda: int(text))
for text, base in (("10", 2), ("0b10", 2), ("0b10", 0), ("0x1f", 16), ("0X1F", 0), ("0o17", 8), ("z", 36), ("Z", 36), ("z", 35), ("10", 1), ("10", 37), ("10", -1), ("010", 0), ("0", 0), ("00", 0), ("0_8", 10), ("0b_1", 2), ("0b_1", 0),
                   ("0x", 16), ("0b2", 2), ("b1", 16), ("0b1", 16), ("-0x10", 0), ("9" * 30, 10), ("1" * 70, 2), (b"11", 2), (bytearray(b"ff"), 16), (5, 10), ("10", "2"), ("10", 2.0), ("10", True)):
    attempt(lambda: int(text, base))
attempt(lambda: int(b"12"))
attempt(lambda: int(b"x"))
attempt(lambda: int(bytearray(b" 7 ")))
attempt(lambda: int("5", base=7))
attempt(lambda: int(x=5))
attempt(lambda: int(base=5))
attempt(lambda: int())
attempt(lambda: int(None))
attempt(lambda: int([]))
attempt(lambda: int(1.9e20))
attempt(lambda: int(float("nan")))
attempt(lambda: int(float("inf")))
attempt(lambda: int(1j))
