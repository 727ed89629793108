"""float.fromhex takes what fits and refuses what is too large or no number."""
for text in ("0x1p1024", "0x1p99999999999999999999", "-0x1p-99999999999999999999", "0x1.fffffffffffff8p1023",
             "0x1.fffffffffffff7p1023", "0x.8p-1074", "0x.8000001p-1074", "1p3", "0x1", " 0xAp-1 ", "inf", "-Infinity",
             "nan", "+nan", "infi", "0x", "0x.p1", "", "0x1p", "0x1p+", "1.8p0x", "0x1_0", "0X1P+3", "0x0p9999999999999",
             "0x" + "0" * 50 + "1", "0x1" + "0" * 300, "0x1." + "0" * 100 + "1", "x1", "0x1 p1"):
    try:
        print(text[:30], float.fromhex(text))
    except Exception as error:
        print(text[:30], type(error).__name__, error)
for value in (0.0, -0.0, 1.0, 0.1, 5e-324, 1.7976931348623157e308, float("inf"), float("nan"), -1.5, 2.0**-1022):
    print(value.hex(), float.fromhex(value.hex()) == value)
for wrong in (1, b"0x1", None):
    try:
        float.fromhex(wrong)
    except TypeError as error:
        print(error)


class F(float):
    def __new__(cls, value):
        print("new", value)
        return super().__new__(cls, value)


print(type(F.fromhex("0x1.8p0")).__name__)
