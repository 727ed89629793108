def trace(tag):
    print("eval", tag)
    return tag
def f(*args, **kw):
    return args, kw
print(f(trace(1), *[trace(2)], trace(3), k=trace(4), **{"m": trace(5)}))
@(lambda g: print("decorated") or g)
def h(a=trace("da"), *, b=trace("db")):
    return a, b
print(h())
