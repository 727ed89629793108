def f(a, b=2, *args, k=3, **kw):
    def g():
        nonlocal a
        a += 1
        return a, b, args, k, kw
    return g
g = f(1, 5, 6, k=7, z=8)
print(g(), g())
def recursive(n):
    def inner(): return n
    return [inner] + (recursive(n - 1) if n else [])
print([i() for i in recursive(3)])
def loop():
    out = []
    for i in range(3):
        def g(j=i): return i, j
        out.append(g)
    return [g() for g in out]
print(loop())
x = "global"
def default_sees_outer(x, f=lambda: x): return f()
print(default_sees_outer(1))
def shadow(x):
    def x(): return "function"
    return x()
print(shadow(1))
