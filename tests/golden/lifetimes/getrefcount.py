import sys
class A: pass
a = A()
base = sys.getrefcount(a)
b = a
c = [a, a]
print(sys.getrefcount(a) - base)
del b
c.clear()
print(sys.getrefcount(a) - base)
d = {1: a}
def f(x): return sys.getrefcount(x) - base
print(sys.getrefcount(a) - base)
t = (a,) * 5
print(sys.getrefcount(a) - base)
o = A()
o.ref = a
print(sys.getrefcount(a) - base)
del o, t, d
print(sys.getrefcount(a) - base)
