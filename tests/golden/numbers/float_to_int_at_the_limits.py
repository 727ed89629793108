"""int(), floor, ceil, round and // of floats around 2**53, 2**63 and below one."""
import math

for x in (0.1, -0.1, 0.999999999999999999, 2.0**52 + 0.5, 2.0**53, 2.0**53 + 2, 2.0**63, -2.0**63, 2.0**64, 1e22, 1e23, -1e23, 1.7976931348623157e308, 4503599627370497.5, -4503599627370497.5, 0.5, -0.5, 1.5, -1.5):
    values = int(x), math.floor(x), math.ceil(x), round(x), math.trunc(x), x // 1
    print(x, *(v if abs(v) < 10**25 else hash(v) for v in values))
print(int(1e16) == 10**16, float(2**53 + 1) == 2**53, 2**53 + 1 == float(2**53 + 1), float(10**22) == 1e22, 10**23 == 1e23, int(float(10**23)) - 10**23, float(2**1023) * 2 == math.inf, (2**1024 - 2**970 - 1) < 1.7976931348623157e308 * 1.0 or "larger", float(2**1024 - 2**970 - 1))
for f in (lambda: float(2**1024), lambda: float(2**1024 - 2**970), lambda: int(math.inf), lambda: int(math.nan), lambda: round(math.nan), lambda: 2**1024 * 1.0, lambda: 2**1024 / 2, lambda: 2**2000 / 2**1000 == 2.0**1000, lambda: 1 / 2**1074, lambda: 3 / 2**1075, lambda: 1 / 2**1076, lambda: -1 / 2**1100, lambda: 2**1024 < math.inf, lambda: 2**1024 == 2.0**1023):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
