def f(*args, **kwargs):
    return args, kwargs
print(f(), f(1, 2), f(a=1), f(1, *[2, 3], x=4, **{"y": 5}))
print(f(*"ab", *[1], **{"p": 1}, **{"q": 2}))
def g(a, *rest, k, **kw):
    return a, rest, k, kw
print(g(1, 2, 3, k=4, z=5))
def h(*, only):
    return only
print(h(only=1))
def i(a, b, /, c, *, d):
    return a, b, c, d
print(i(1, 2, 3, d=4), i(1, 2, c=3, d=4))
def j(a, /, **kw):
    return a, kw
print(j(1, a=2))
