class N:
    def __init__(self, r): self.r = r
    def __int__(self): return self.r
    def __float__(self): return self.r
    def __complex__(self): return self.r
print(int(N(5)), float(N(2.5)), complex(N(1j)), "%d %f" % (N(3), N(1.5)))
for convert, r in ((int, "5"), (int, 2.5), (float, 1), (float, "1"), (complex, 1.0), (complex, None)):
    try:
        print(convert(N(r)))
    except TypeError as e:
        print(e)
class OnlyIndex:
    def __index__(self): return 7
print(int(OnlyIndex()), float(OnlyIndex()), complex(OnlyIndex()))
class Trunc:
    def __trunc__(self): return 9
import math
print(math.trunc(Trunc()))
for f in (lambda: int(object()), lambda: float(object()), lambda: complex(object()), lambda: float([]), lambda: int(None)):
    try:
        print(f())
    except TypeError as e:
        print(e)
