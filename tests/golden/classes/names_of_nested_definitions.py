class A:
    class B:
        class C:
            def m(self):
                def inner():
                    class D:
                        l = lambda: 0
                        g = (i for i in ())
                    return D
                return inner
inner = A.B.C().m()
print(A.B.C, A.B.C.m.__qualname__, inner.__qualname__, inner())
print(inner().l.__qualname__, inner().g.__qualname__, inner().__module__)
def f():
    global G
    class G:
        def m(self): pass
    def h(): pass
    return h
print(f().__qualname__, G.__qualname__, G.m.__qualname__, G)
class Q:
    __qualname__ = "Custom.Path"
    __module__ = "somewhere"
    def m(self): pass
print(Q, Q.__name__, Q.m.__qualname__, "__qualname__" in vars(Q), Q.m.__module__)
try:
    class R:
        __qualname__ = 5
except TypeError as e:
    print(e)
