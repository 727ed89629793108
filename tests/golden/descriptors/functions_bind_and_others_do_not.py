class A:
    def f(*args): return len(args)
    l = lambda *args: len(args)
    b = len
    s = staticmethod(f)
    c = classmethod(f)
    class inner:
        def __new__(cls, *args): return len(args)
    import functools
    p = functools.partial(lambda *args: len(args))
a = A()
print(a.f(), a.l(), a.b("abc"), a.s(), a.c(), a.inner(), A.f(), A.c(), A.s(), a.p())
a.g = lambda *args: len(args)
print(a.g())
print(A.f.__get__(5)(), A.f.__get__(None, A) is A.f, A.f.__get__(None, type(None))())
try:
    A.f.__get__(None, None)
except TypeError as e:
    print(e)
