import math
class A:
    def __round__(self, n="none"): return f"round {n}"
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
print(round(A()), round(A(), 2), round(A(), None), math.trunc(A()), math.floor(A()), math.ceil(A()))
class B:
    def __float__(self): return 2.5
print(math.floor(B()), math.ceil(B()))
for f in (lambda: round(B()), lambda: math.trunc(B()), lambda: round("x"), lambda: math.floor("x"), lambda: math.trunc(1j), lambda: round(1j),
          lambda: round(1.5, "x"), lambda: round(), lambda: round(1, 2, 3)):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(round(1.5, None), type(round(1.5, 0)).__name__, round(number=2.567, ndigits=1))
