"""__defaults__ may be replaced by tuples of any length; what they fill is counted from the right."""


def f(a, b, *rest, c=1, **more):
    return a, b, rest, c, more


def attempt(function):
    try:
        print(function())
    except TypeError as error:
        print(error)


f.__defaults__ = (1, 2, 3)
attempt(lambda: f())
attempt(lambda: f(10))
f.__defaults__ = ("b",)
attempt(lambda: f())
attempt(lambda: f(10))
f.__defaults__ = ()
attempt(lambda: f(10))
f.__defaults__ = None
attempt(lambda: f(10))
f.__kwdefaults__ = {"c": 2, "unknown": 3}
attempt(lambda: f(1, 2))
f.__kwdefaults__ = None
attempt(lambda: f(1, 2))
f.__kwdefaults__ = {}
attempt(lambda: f(1, 2))
attempt(lambda: f(1, 2, c=5))
for name, value in (("__defaults__", [1]), ("__defaults__", 1), ("__kwdefaults__", ()), ("__kwdefaults__", [("c", 1)])):
    attempt(lambda: setattr(f, name, value))
del f.__defaults__
del f.__kwdefaults__
print(f.__defaults__, f.__kwdefaults__)


def g(a=1, /, b=2, *, c=3):
    return a, b, c


g.__defaults__ = (10, 20)
attempt(lambda: g())
g.__defaults__ = (20,)
attempt(lambda: g())
attempt(lambda: g(0))
