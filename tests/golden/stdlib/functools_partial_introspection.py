import functools
import inspect


def f(a, b, /, c, *, d=4):
    """doc of f"""
    return (a, b, c, d)


p = functools.partial(f, 1, d=9)
print(p(2, 3), p(2, c=3, d=0), p.func is f, p.args, p.keywords)
print(repr(p).replace(repr(f), "<f>"), inspect.signature(p))
q = functools.partial(p, 2)
print(q.func is f, q.args, q.keywords, q(5), functools.partial(int, base=2), functools.partial(int, base=2)("101"))
q.extra = [1]
print(q.__dict__, q.extra, functools.partial(q).__dict__, q.__doc__.splitlines()[0][:40])
for call in (lambda: functools.partial(), lambda: functools.partial(5), lambda: p(), lambda: p(1, 2, 3, 4),
             lambda: functools.partial(func=f), lambda: p(2, 3, e=1)):
    try:
        print(call())
    except TypeError as error:
        print(error)
try:
    p.args = ()
except AttributeError as error:
    print(type(error).__name__)
print(functools.partial(print, "a", sep="-")("b", "c"))


class Mine(functools.partial):
    def __call__(self, *args):
        return ["mine", super().__call__(*args)]


m = Mine(max, 3)
print(m(1, 2), type(functools.partial(m, 5)).__name__, functools.partial(m, 5)(4), repr(m)[-35:])
loop = functools.partial(print)
loop.__setstate__((loop.func, (loop,), {}, {}))
print(repr(loop).endswith("functools.partial(...))"))
for state in ((1,), (print, [], {}, None), (print, (), None, None), None):
    try:
        loop.__setstate__(state)
        print("ok", loop.args, loop.keywords)
    except TypeError as error:
        print(error)


class Host:
    def method(self, *args, **kw):
        return type(self).__name__, args, kw

    half = functools.partialmethod(method, 1, k=2)
    stat = functools.partialmethod(staticmethod(lambda *a: a), "s")
    clas = functools.partialmethod(classmethod(lambda cls, *a: (cls.__name__, a)), "c")


print(Host().half(5), Host().stat(6), Host.clas(7), Host().clas(8), repr(Host.__dict__["half"]).split(" ")[0])
print(Host.half.__name__ if hasattr(Host.half, "__name__") else "no name", Host().half.func.__name__)
