import functools
def d(f):
    @functools.wraps(f)
    def w(*a):
        "wrapper doc"
        w.calls += 1
        return f(*a)
    w.calls = 0
    return w
@d
def add(a, b):
    "adds"
    return a + b
print(add(1, 2), add(3, 4), add.__name__, add.__doc__, add.calls, add.__wrapped__(5, 6))
