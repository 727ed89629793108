class A:
    def __bool__(self): return False
class B:
    def __len__(self): return 0
class C:
    def __bool__(self): return 1
class D:
    def __len__(self): return -1
class E:
    def __len__(self): return "x"
print(bool(A()), bool(B()), not A(), "yes" if B() else "no")
for f in (lambda: bool(C()), lambda: len(D()), lambda: len(E()), lambda: bool(D())):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
