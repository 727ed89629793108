class A:
    def who(self): return "A"
class B:
    def who(self): return "B"
class C(A): pass
c = C()
print(c.who(), C.__mro__[1].__name__, A.__subclasses__())
C.__bases__ = (B,)
print(c.who(), C.__mro__[1].__name__, A.__subclasses__(), B.__subclasses__())
C.__bases__ = (A, B)
print([k.__name__ for k in C.__mro__], isinstance(c, A), issubclass(C, B))
class D(C): pass
C.__bases__ = (B, A)
print(D().who(), [k.__name__ for k in D.__mro__])
for bases in ((D,), (C,), (A, A), (A, 1)):
    try:
        C.__bases__ = bases
    except TypeError as e:
        print(str(e).splitlines()[0])
