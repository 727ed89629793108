class A:
    def __call__(self, *args, **kwargs): return args, kwargs
class B:
    __call__ = A()
class C:
    __call__ = staticmethod(lambda *a: a)
class D:
    @classmethod
    def __call__(cls, x): return cls.__name__, x
class E:
    __call__ = 5
class F: pass
print(A()(1, k=2), B()(3), C()(4), D()(5), callable(E()), callable(F()), callable(A), callable(A()), callable(None), callable(print))
f = F()
f.__call__ = lambda: 1
for call in (E(), F(), f, 5, None, "s", [], object()):
    try:
        call()
    except TypeError as e:
        print(e)
a = A()
a.__call__ = "hidden"
print(a(), A.__call__(a, 1))
E.__call__ = lambda self: "now"
print(E()(), callable(E()))
