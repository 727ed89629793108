class NonData:
    def __get__(self, obj, cls=None): return "descriptor"
class Data(NonData):
    def __set__(self, obj, value): print("set", value)
class DeleteOnly(NonData):
    def __delete__(self, obj): print("delete")
class A:
    n, d, x = NonData(), Data(), DeleteOnly()
a = A()
a.__dict__.update(n="instance", d="instance", x="instance")
print(a.n, a.d, a.x)
a.n = "again"
a.d = "again"
print(a.__dict__["n"], a.__dict__["d"])
try:
    a.x = 1
except AttributeError as e:
    print(e)
del a.x
del a.n
print(a.n)
try:
    del a.d
except AttributeError as e:
    print(e)
try:
    del a.n
except AttributeError as e:
    print(e)
