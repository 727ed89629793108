print(round(0.5), round(1.5), round(2.5), round(-0.5), round(2.675, 2), round(1234.567, -2), round(1.005, 2), round(5), round(15, -1), round(25, -1), round(1e20), round(2.5, 0))
print(type(round(1.5)).__name__, type(round(1.5, 1)).__name__, round(-1234567, -3), round(0.1 + 0.2, 10), round(True))
import math
print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), int(-1.5), -1.5 // 1)
for x in (float("nan"), float("inf")):
    try:
        round(x)
    except Exception as e:
        print(type(e).__name__, e)
