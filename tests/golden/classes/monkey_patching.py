class A:
    def f(self):
        return "f"
a = A()
print(a.f())
A.f = lambda self: "patched"
print(a.f())
a.f = lambda: "instance"
print(a.f(), A().f())
del a.f
print(a.f())
A.g = len
A.__len__ = lambda self: 7
print(len(a))
class B:
    def f(self):
        return "B.f"
a.__class__ = B
print(a.f(), type(a).__name__)
try:
    int.x = 1
except TypeError as e:
    print(e)
try:
    a.__class__ = int
except TypeError as e:
    print(e)
