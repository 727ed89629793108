class A:
    def __add__(self, o): return "A.add"
    def __radd__(self, o): return "A.radd"
class B(A):
    def __radd__(self, o): return "B.radd"
class C:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return "C.radd"
class D(A): pass
print(A() + B(), B() + A(), A() + A(), C() + A(), A() + C(), A() + D(), 1 + A())
try:
    C() + C()
except TypeError as e:
    print(e)
