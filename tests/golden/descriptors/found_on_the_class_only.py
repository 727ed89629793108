class D:
    def __get__(self, obj, cls): return "computed", obj is None, cls.__name__
    def __set__(self, obj, value): print("set")
class A: pass
a = A()
a.d = D()
print(type(a.d).__name__)
A.d = D()
print(a.d, A.d)
a.d = 1
A.d = 2
print(A.d)
class Base:
    x = D()
class Sub(Base): pass
print(Sub().x, Sub.x, super(Sub, Sub()).x, super(Sub, Sub).x)
class Meta(type):
    m = D()
class M(metaclass=Meta): pass
print(M.m)
try:
    M().m
except AttributeError as e:
    print(e)
