from functools import cache, lru_cache

calls = []


@lru_cache(maxsize=2)
def square(n):
    calls.append(n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 2, 1)], calls, square.cache_info(), square.cache_parameters(), square.__wrapped__(9))
square.cache_clear()
print(square.cache_info(), square.__name__)


@lru_cache(typed=True)
def kind(value):
    return type(value).__name__


print(kind(1), kind(1.0), kind(True), kind.cache_info().currsize)


@cache
def keyed(*arguments, **keywords):
    calls.append("keyed")
    return arguments, tuple(keywords.items())


print(keyed(1, a=2), keyed(1, a=2), keyed(a=2, b=1), keyed(b=1, a=2), keyed.cache_info().misses)


@lru_cache(maxsize=0)
def never(n):
    return n


never(1), never(1)
print(never.cache_info())


@cache
def fails(n):
    raise ValueError(n)


for _ in range(2):
    try:
        fails(1)
    except ValueError:
        pass
print(fails.cache_info())
for call in (lambda: square([]), lambda: lru_cache("x"), lambda: lru_cache(maxsize=1.5), lambda: square(), lambda: cache()):
    try:
        print(call())
    except TypeError as error:
        print(error)
print(lru_cache(maxsize=-5)(len).cache_parameters())
