class A:
    def f(self): return "A.f"
    x = 1
class B(A): pass
def call(o): return o.f(), o.x
b = B()
print(call(b), call(b))
B.x = 2
print(call(b))
A.f = lambda self: "new A.f"
print(call(b))
B.f = lambda self: "B.f"
print(call(b))
b.x = 3
print(call(b))
del B.f, b.x, B.x
print(call(b))
class C(A): f = lambda self: "C.f"
print([call(o) for o in (b, C(), A(), b)])
b.__class__ = C
print(call(b))
def g(): return len("abc")
print(g(), g())
len = lambda s: "global len"
print(g())
del len
print(g())
