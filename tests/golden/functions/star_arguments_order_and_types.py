"""*args is a tuple, **kwargs a new dict in order, and both can be empty or passed on."""
def f(*args, **kwargs): return type(args).__name__, args, type(kwargs).__name__, list(kwargs.items())


d = {"b": 1, "a": 2}
print(f(), f(*[]), f(**{}), f(1, *(2, 3), 4, *"ab"), f(z=1, **d, c=3), f(*d), f(*d.items()), f(**d)[3] == list(d.items()))
def g(**k):
    k["new"] = 1
    return k
print(g(**d), d, g(**d) is d)
def h(a, *args, b=2, **k): return a, args, b, k
print(h(1), h(1, 2, 3), h(1, b=3), h(*"xyz", **{"b": 1, "q": 2}), h(a=1), h(1, **{"args": 2, "k": 3}))
wrap = lambda fn: lambda *a, **k: fn(*a, **k)
print(wrap(h)(1, 2, b=5, z=6), wrap(wrap(max))(3, 1, key=lambda v: -v))
print(*map(lambda *a: sum(a), [1, 2], [10, 20]), (lambda *_, **__: len(_) + len(__))(1, 2, a=3))
