class SetOnly:
    def __set__(self, obj, value): obj.__dict__["x"] = value * 2
class A:
    x = SetOnly()
a = A()
print(type(a.x).__name__)
a.x = 5
print(a.x, A.x.__class__.__name__)
del a.__dict__["x"]
print(type(a.x).__name__)
class Raises:
    def __set__(self, obj, value): raise TypeError("bad value")
    def __get__(self, obj, cls): raise AttributeError("hidden")
class B:
    y = Raises()
    def __getattr__(self, name): return f"fallback {name}"
print(B().y, hasattr(B, "y"))
try:
    B().y = 1
except TypeError as e:
    print(e)
try:
    B.y
except AttributeError as e:
    print(e)
