def f(x, seen={}):
    seen[x] = seen.get(x, 0) + 1
    f.calls = getattr(f, "calls", 0) + 1
    return seen
f("a"); f("b"); f("a")
print(f.__defaults__, f.calls)
f.__defaults__ = ({"fresh": 1},)
print(f("z"))
def g(a, b=1): return a, b
g.__defaults__ = (10, 20)
print(g(), g(1))
g.__kwdefaults__ = None
g.__code__ = (lambda a, b: ("swapped", a, b)).__code__
print(g(1, 2))
