class Count:
    def __init__(self, f):
        self.f, self.n = f, 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
@Count
def f(x): return x
f(1), f(2)
print(f.n)
class Method:
    def __init__(self, f): self.f = f
    def __get__(self, o, t): return lambda *a: ("via", self.f(o, *a))
class A:
    @Method
    def m(self, x): return x
print(A().m(5))
