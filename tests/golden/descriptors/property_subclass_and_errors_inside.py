class Loud(property):
    def __get__(self, obj, cls=None):
        print("loud get")
        return super().__get__(obj, cls)
class A:
    @Loud
    def x(self): return 1
    @x.setter
    def x(self, v): print("set", v)
    @property
    def fails(self): return self.missing
    @property
    def other(self): raise KeyError("k")
a = A()
print(a.x, type(A.__dict__["x"]).__name__)
a.x = 2
try:
    a.fails
except AttributeError as e:
    print(e)
print(hasattr(a, "fails"), getattr(a, "fails", "default"))
try:
    getattr(a, "other", "default")
except KeyError as e:
    print(repr(e))
class B(A):
    @A.x.getter
    def x(self): return 2
print(B().x, A().x)
