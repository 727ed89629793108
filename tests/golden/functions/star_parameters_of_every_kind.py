# Functions that take any arguments: how they are called, and what they hold.
def plain(*args):
    return args


def named(**kwargs):
    return kwargs


def both(*args, **kwargs):
    return args, kwargs


def first(a, *args, **kwargs):
    b = a, args
    c = kwargs
    return b, c


def default(a, b=2, *args, c=3, **kwargs):
    return a, b, args, c, kwargs


def after(a, *args, c):
    return a, args, c


def kept(*args, **kwargs):
    return lambda: (args, kwargs)


def outer(value):
    def inner(*args, **kwargs):
        return value, args, kwargs
    return inner


def steps(*args, **kwargs):
    yield args
    yield kwargs


async def later(a, *args, **kwargs):
    return a, args, kwargs


def awaited(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


class Any:
    def __init__(*args, **kwargs):
        print("init", len(args), type(args[0]).__name__, args[1:], kwargs)

    def method(self, *args, **kwargs):
        return args, kwargs

    def bare(*args):
        return len(args), args[1:]

    @classmethod
    def of_class(cls, *args, **kwargs):
        return cls.__name__, args, kwargs

    @staticmethod
    def static(*args, **kwargs):
        return args, kwargs

    def __call__(self, *args, **kwargs):
        return "called", args, kwargs


class Some:
    def __init__(self, a, *args, **kwargs):
        self.all = a, args, kwargs


for turn in range(3):
    print(plain(), plain(1), plain(1, 2, [3]), named(), named(a=1), both(), both(1), both(1, a=2), both(a=1, b=2))
    print(first(1), first(1, 2), first(1, 2, 3, x=4), default(1), default(1, 5), default(1, 5, 6, 7, c=8, d=9))
    print(after(1, c=2), after(1, 2, 3, c=4), kept()(), kept(1, 2)(), kept(1, x=2)(), outer("v")(), outer("v")(1, 2))
    print(list(steps()), list(steps(1, 2)), list(steps(1, x=2)), awaited(later(1)), awaited(later(1, 2, x=3)))
    thing = Any()
    Any(1, 2)
    Any(1, x=2)
    print(thing.method(), thing.method(1), thing.method(1, x=2), thing.bare(), thing.bare(1, 2), Any.bare(thing, 1))
    print(Any.of_class(), thing.of_class(1), Any.static(), thing.static(1, 2), thing(), thing(1), thing(1, x=2))
    print(Some(1).all, Some(1, 2, 3).all, Some(1, x=2).all)
    bound = thing.method
    print(bound(), bound(1, 2), plain(*range(5)), both(*"ab", **{"x": 1}), first(*[1]), [*map(plain, "ab", "cd")])
same = []
one = plain(same)
print(one[0] is same, plain() is plain(), named() is named(), named() == {})
empty = named()
empty["kept"] = 1
print(named(), both()[1])


def fails(action):
    try:
        action()
    except TypeError as error:
        print(error)


fails(lambda: first())
fails(lambda: named(1))
fails(lambda: after(1, 2))
fails(lambda: after())
fails(lambda: default())
fails(lambda: first(1, a=2))
fails(lambda: Some())
fails(lambda: Any.method())


def deep(*args):
    return deep(*args, len(args)) if len(args) < 300 else sum(args)


def deeper(n, *args):
    return deeper(n - 1, n) if n else args


print(deep(), deeper(200), plain(*range(300))[-1])


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def holds(*args):
    args = None
    print("after")


holds(Loud("a"), Loud("b"))
plain(Loud("c"))
named(x=Loud("d"))
first(Loud("e"), Loud("f"))
