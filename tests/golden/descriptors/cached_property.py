from functools import cached_property
class A:
    @cached_property
    def slow(self):
        print("computing")
        return 42
a = A()
print(a.slow, a.slow, vars(a))
del a.slow
print(a.slow)
class Lazy:
    def __init__(self, f): self.f = f
    def __get__(self, o, t):
        v = self.f(o)
        o.__dict__[self.f.__name__] = v
        return v
class B:
    @Lazy
    def v(self):
        print("once")
        return 1
b = B()
print(b.v, b.v)
