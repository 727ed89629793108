class A:
    def f(self): return ["A"]
class B(A):
    def f(self): return ["B"] + super().f()
    def renamed(me): return super().f()
    def reassigned(self):
        self = B()
        return super().f()
    def deleted(self):
        del self
        return super().f()
    def no_arguments(): return super()
    def starred(*args): return super().f()
    def nested(self): return [super().f() for _ in (1, 2)]
    def inner(self):
        def g(x): return super().f()
        return g(self)
    def wrong(self):
        def g(x): return super().f()
        return g(5)
    @classmethod
    def c(cls): return super().f(cls())
    @staticmethod
    def s(): return super()
b = B()
for f in (b.f, b.renamed, b.reassigned, b.deleted, B.no_arguments, b.starred, B.starred, b.nested, b.inner, b.wrong, b.c, B.s):
    try:
        print(f.__name__, f())
    except (RuntimeError, TypeError, NameError) as e:
        print(f.__name__, type(e).__name__, e)
