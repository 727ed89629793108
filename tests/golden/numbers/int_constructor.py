print(int("42"), int(" -7 "), int("1_000"), int("ff", 16), int("0xff", 16), int("0b101", 0), int("z", 36), int(3.99), int(-3.99), int(True), int(b"12"), int())
for a in (("",), ("abc",), ("1.5",), ("12", 1), ("9", 8), (None,), (float("nan"),), (float("inf"),), ("1__0",), (1.5, 10), ("0x", 16)):
    try:
        print(int(*a))
    except Exception as e:
        print(type(e).__name__, e)
