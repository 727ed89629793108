for width in range(8, 14):
    print([format(value, f"0{width},") for value in (1234, -1234, 1234567)], format(12345.678, f"0{width},.1f"), format(0xABCDEF, f"0{width}_x"))
print(format(1234567.891, ","), format(1e15, ","), format(1e16, ","), format(123, ","), format(0, ","), format(-1000, ",d"), format(10**20, "_d"), format(2**20, "_b"), format(12345678, "*>15,"), format(12345678, "*=+15,"), format(1234.5, ",e"), format(123456789.0, ",g"), format(0.5, ",%"))
from decimal import Decimal

print(format(Decimal("1234567.891"), ",.2f"), format(Decimal("-1234"), "010,"), format(Decimal("1E+10"), ","), format(Decimal("0.000001"), "g"), format(Decimal("NaN"), ">6"))
