class A:
    def __init__(self, r): self.r = r
    def __eq__(self, other): return self.r
for r in (True, False, [], [1], "x", NotImplemented):
    print(repr(A(r) == 1), repr(A(r) != 1))
class B(A):
    def __ne__(self, other): return "own"
print(B(True) != 1, B(True) == 1)
class C:
    def __ne__(self, other): return "only ne"
print(C() == 1, C() != 1, 1 != C())
class Total:
    def __lt__(self, other): return True
t = Total()
print(t < 1, 1 > t)
for f in (lambda: t > 1, lambda: t <= 1, lambda: t < t and t > t):
    try:
        print(f())
    except TypeError as e:
        print(e)
