import functools


@functools.lru_cache(maxsize=2)
def square(x):
    print("computing", x)
    if x == 13:
        raise ValueError("unlucky")
    return x * x


print(square(1), square(2), square(1), square(3), square(2), square.cache_info())
for _ in range(2):
    try:
        square(13)
    except ValueError as error:
        print(error)
print(square.cache_info(), square.cache_parameters(), square.__wrapped__.__name__)
square.cache_clear()
print(square.cache_info())
try:
    square([1])
except TypeError as error:
    print(error)


@functools.lru_cache
def plain(*args, **kw):
    return len(args) + len(kw)


print(plain(1, a=2), plain(1, a=2), plain(a=2), plain(1.0, a=2), plain(True, a=2), plain(b=1, a=2), plain(a=2, b=1))
print(plain.cache_info())


@functools.lru_cache(maxsize=None, typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed(1), typed.cache_info())


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info().currsize)
zero = functools.lru_cache(0)(lambda x: x)
print(zero(1), zero(1), zero.cache_info())
negative = functools.lru_cache(-5)(lambda x: x)
print(negative(1), negative.cache_info())
for call in (lambda: functools.lru_cache("a"), lambda: functools.lru_cache(1.5), lambda: functools.lru_cache(5)(3)):
    try:
        call()
        print("fine")
    except TypeError as error:
        print(error)


class K:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise RuntimeError("eq")


@functools.lru_cache(5)
def takes(k):
    return k.v


print(takes(K(1)))
try:
    takes(K(2))
except RuntimeError as error:
    print(error)


class Host:
    @functools.lru_cache(maxsize=None)
    def method(self, n):
        return n + 1


h = Host()
print(h.method(1), h.method(1), Host.method.cache_info(), h.method.__self__ is h)


@functools.lru_cache(2)
def recursive(n):
    return 0 if n == 0 else 1 + recursive(n - 1)


print(recursive(300), recursive.cache_info())
