def f(self, x): return (self, x)
class A: pass
bound = f.__get__("obj")
print(bound(1), bound.__self__, bound.__func__ is f)
a = A()
a.g = f
print(a.g(1, 2))
A.h = f
print(a.h(5)[1], A.h(1, 2))
import types
a.m = types.MethodType(f, a)
print(a.m(3)[1], a.m == types.MethodType(f, a), str.upper.__get__("abc")())
