def f(*args):
    "doc"
    return args
s, c = staticmethod(f), classmethod(f)
print(s.__func__ is f, c.__func__ is f, s.__wrapped__ is f, s.__name__, c.__doc__, s.__isabstractmethod__)
print(s(1, 2), repr(s).split(" at ")[0])
try:
    c(1)
except TypeError as e:
    print(e)
class A: pass
print(s.__get__(None, A) is f, c.__get__(None, A)(5) == (A, 5), c.__get__(A())(6) == (A, 6))
s.extra = 1
print(s.__dict__["extra"], f.__dict__)
class B:
    x = classmethod(print)
    y = staticmethod(5)
    z = classmethod(5)
B.x("printed")
print(B.y, type(B.__dict__["z"]).__name__)
try:
    B.z()
except TypeError as e:
    print(e)
