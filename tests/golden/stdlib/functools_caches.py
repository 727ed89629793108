"""lru_cache and cache: statistics, typed keys, eviction, unhashable arguments, methods and clearing."""
import functools


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

@functools.lru_cache(maxsize=2)
def f(*args, **kwargs):
    print("compute", args, kwargs)
    return args


f(1); f(1); f(2); f(3); f(1)
print(f.cache_info(), f.cache_parameters(), f.__wrapped__(9), f.__name__)
f(1.0); f(True); f(a=1, b=2); f(b=2, a=1)
f.cache_clear()
print(f.cache_info())


@functools.lru_cache(typed=True)
def g(x):
    return type(x).__name__


print(g(1), g(1.0), g(True), g.cache_info().currsize)


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info())
for bad in ((lambda: f([])), (lambda: fib("a")), (lambda: functools.lru_cache(maxsize="a")), (lambda: functools.lru_cache(5)(5)), (lambda: functools.lru_cache(-5)(len).cache_parameters()), (lambda: functools.lru_cache(None)(len)([1])), (lambda: functools.lru_cache(maxsize=0)(abs)(-1)), (lambda: functools.lru_cache("x"))):
    attempt(bad)


@functools.lru_cache(maxsize=0)
def none(x):
    print("always", x)


none(1); none(1)
print(none.cache_info())


class C:
    @functools.cached_property
    def p(self):
        print("once")
        return 5

    @functools.lru_cache
    def m(self, x):
        return x


c = C()
print(c.p, c.p, vars(c), c.m(1), c.m(1), C.m.cache_info().hits)
del c.p
print(c.p, C.p.attrname, C.p.func.__name__)


class S:
    __slots__ = ()
    p = functools.cached_property(lambda self: 1)


attempt(lambda: S().p)


@functools.lru_cache
def fails(x):
    print("called", x)
    raise ValueError(x)


attempt(lambda: fails(1))
attempt(lambda: fails(1))
print(fails.cache_info())
