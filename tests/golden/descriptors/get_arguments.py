class D:
    def __get__(self, obj, owner):
        return (obj is None, owner.__name__)
class A:
    d = D()
class B(A): pass
print(A.d, A().d, B.d, B().d, getattr(B(), "d"))
f = A.__dict__["d"].__get__(5, int)
print(f)
class Delete:
    def __delete__(self, o): print("deleting")
class C:
    x = Delete()
c = C()
del c.x
try:
    c.x = 1
except AttributeError as e:
    print(e)
