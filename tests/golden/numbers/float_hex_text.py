for value in (1.0, -0.1, 0.0, -0.0, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, float("inf"), float("-inf"), float("nan"), 3.14):
    print(value.hex())
for text in ("0x1p0", "1", " 0x1.8p+1 ", "-0X.8P-1", "0x1.fffffffffffff8p0", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "inf", "-Infinity", "nan", "0x.1", "1.8", "0x1p-5000"):
    print(text.strip(), float.fromhex(text))
for text in ("", "0x", "x1", "0x1p", "0x1.g", "0x1p1024", "1e3x", "0x1 p0", "-", "."):
    try:
        print(text, float.fromhex(text))
    except Exception as error:
        print(type(error).__name__, error)
try:
    float.fromhex(1)
except TypeError as error:
    print(error)
print(float.fromhex((0.1).hex()) == 0.1)
