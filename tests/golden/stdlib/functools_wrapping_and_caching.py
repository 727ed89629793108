import functools
from functools import *


def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def logged(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        "not this"
        return function(*args, **kwargs)
    return wrapper


@logged
def area(w: int, h: int = 2) -> int:
    "The area."
    return w * h


area.extra = 5
print(area.__name__, area.__doc__, area.__annotations__, area.__wrapped__(2, 3), area(4), logged(area).extra)


@lru_cache(maxsize=2)
def square(x, power=2):
    print("square", x)
    return x ** power


print(square(2), square(3), square(2), square(4), square(3), square(x=3), square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), lru_cache(maxsize=None, typed=True)(lambda x: x).cache_parameters())
typed = lru_cache(typed=True)(lambda x: type(x).__name__)
print(typed(1), typed(1.0), typed(True), typed.cache_info(), lru_cache(maxsize=0)(lambda x: x)(5))
show(lambda: square([]))
show(lambda: lru_cache("x"))


class Data:
    count = 0

    @cached_property
    def total(self):
        "Computed once."
        Data.count += 1
        return 42

    @cache
    def method(self, x):
        return x + Data.count

    def power(self, base, exponent=2):
        return base ** exponent

    cube = partialmethod(power, exponent=3)
    two = partialmethod(power, 2)


d = Data()
print(d.total, d.total, Data.count, d.__dict__, Data.total.__doc__, d.method(1), d.method(1), d.cube(2), d.two(), d.two(exponent=5))
del d.total
print(d.total, Data.count)
p = partial(print, "a", sep="-")
p("b")
print(p.func is print, p.args, p.keywords, partial(p, "c").args, partial(int, base=2)("101"), repr(partial(int, "5", base=8)))
show(lambda: partial(5))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [], 7), sorted([3, -1, 2], key=cmp_to_key(lambda a, b: b - a)))
show(lambda: reduce(max, []))
key = cmp_to_key(lambda a, b: a - b)
print(key(1) < key(2), key(3) == key(3), key(3) >= key(4), key(5).obj)


class Slotted:
    __slots__ = ()
    bad = cached_property(lambda self: 1)


show(lambda: Slotted().bad)
