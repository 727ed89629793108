class N:
    def __int__(self): return 3
    def __float__(self): return 2.5
    def __complex__(self): return 1j
    def __index__(self): return 4
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return 9
    def __floor__(self): return 8
    def __ceil__(self): return 7
    def __bytes__(self): return b"N"
import math
n = N()
print(int(n), float(n), complex(n), [0, 1, 2, 3, 4][n], hex(n), range(n), "x" * n, round(n), round(n, 2), math.floor(n), math.ceil(n), math.trunc(n), bytes(n))
class I:
    def __index__(self): return 5
print(int(I()), float(I()), list(range(10))[I()], bin(I()))
class X:
    def __int__(self): return "a"
try:
    int(X())
except TypeError as e:
    print(e)
