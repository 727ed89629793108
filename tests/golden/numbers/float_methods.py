print((0.5).as_integer_ratio(), (3.0).is_integer(), (3.5).is_integer(), (0.1).hex(), float.fromhex("0x1.8p1"), (2.5).real, (1e300).hex())
print(float("1e3"), float(" 2.5 "), float("-inf"), float("1_0.5"), float("nan"), float("infinity"), float(), float(10**20))
for a in ("", "abc", "1e", "--1", "1__0"):
    try:
        float(a)
    except ValueError as e:
        print(e)
try:
    float(10**400)
except OverflowError as e:
    print(e)
