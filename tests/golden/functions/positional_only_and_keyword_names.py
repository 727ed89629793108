"""Positional-only names may come again as keywords; names of keywords may be any text through **."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

def f(a, b=2, /, **k):
    return a, b, k


def g(self, /, **k):
    return self, k


print(f(1, a=5, b=6), g(1, self=2), (lambda x, /, *y, x_=1, **z: (x, y, x_, z))(1, 2, x=3, x_=4), f(1, **{"a b": 1, "": 2, "é": 3}), f(*[1, 2], **{"a": 3}))


class C:
    def m(self, /, **k):
        return sorted(k)


print(C().m(self=1, other=2), "{self}".format(self=5), dict(self=1), C().m(**{"class": 1}))
attempt(lambda: f())
attempt(lambda: f(a=1))
attempt(lambda: f(1, 2, 3))
attempt(lambda: f(**{1: 2}))
attempt(lambda: f(1, **{"x": 1}, **{"x": 2}))
attempt(lambda: f(1, x=1, **{"x": 2}))
attempt(lambda: (lambda a, /: a)(a=1))
attempt(lambda: (lambda a, /, b: a)(1, a=2))
attempt(lambda: (lambda *, a: a)(1))
attempt(lambda: (lambda a, *, a_: a)(1, 2))
import inspect

print(inspect.signature(f), inspect.signature(g), [str(p.kind) for p in inspect.signature(f).parameters.values()], f.__code__.co_posonlyargcount, f.__code__.co_argcount, f.__code__.co_kwonlyargcount)
