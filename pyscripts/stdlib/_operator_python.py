"""The functions of `operator` in Python, for what the native `_operator` lacks.

They belong to the module `operator` in everything they say of themselves.
"""

from builtins import abs as _abs, pow as _pow

__name__ = "operator"


def lt(a, b):
    """a < b"""
    return a < b


def le(a, b):
    """a <= b"""
    return a <= b


def eq(a, b):
    """a == b"""
    return a == b


def ne(a, b):
    """a != b"""
    return a != b


def ge(a, b):
    """a >= b"""
    return a >= b


def gt(a, b):
    """a > b"""
    return a > b


def not_(a):
    """not a"""
    return not a


def truth(a):
    """True if `a` is true, else False."""
    return True if a else False


def is_(a, b):
    """a is b"""
    return a is b


def is_not(a, b):
    """a is not b"""
    return a is not b


def abs(a):
    """abs(a)"""
    return _abs(a)


def add(a, b):
    """a + b"""
    return a + b


def and_(a, b):
    """a & b"""
    return a & b


def floordiv(a, b):
    """a // b"""
    return a // b


def index(a):
    """a.__index__()"""
    # range() takes what an index is and complains of the rest in the interpreter's words.
    return int.__index__(a) if isinstance(a, int) else range(a).stop


def inv(a):
    """~a"""
    return ~a


invert = inv


def lshift(a, b):
    """a << b"""
    return a << b


def mod(a, b):
    """a % b"""
    return a % b


def mul(a, b):
    """a * b"""
    return a * b


def matmul(a, b):
    """a @ b"""
    return a @ b


def neg(a):
    """-a"""
    return -a


def or_(a, b):
    """a | b"""
    return a | b


def pos(a):
    """+a"""
    return +a


def pow(a, b):
    """a ** b"""
    return _pow(a, b)


def rshift(a, b):
    """a >> b"""
    return a >> b


def sub(a, b):
    """a - b"""
    return a - b


def truediv(a, b):
    """a / b"""
    return a / b


def xor(a, b):
    """a ^ b"""
    return a ^ b


def concat(a, b):
    """a + b, of sequences only."""
    if not hasattr(a, "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    return a + b


def contains(a, b):
    """b in a"""
    return b in a


def countOf(a, b):
    """How many items of `a` are, or equal, `b`."""
    return sum(1 for item in a if item is b or item == b)


def indexOf(a, b):
    """The position of the first item of `a` that is, or equals, `b`."""
    for position, item in enumerate(a):
        if item is b or item == b:
            return position
    raise ValueError("sequence.index(x): x not in sequence")


def delitem(a, b):
    """del a[b]"""
    del a[b]


def getitem(a, b):
    """a[b]"""
    return a[b]


def setitem(a, b, c):
    """a[b] = c"""
    a[b] = c


def length_hint(obj, default=0):
    """len(obj), or what obj.__length_hint__() guesses, or `default`."""
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    try:
        return len(obj)
    except TypeError:
        pass
    try:
        hint = type(obj).__length_hint__
    except AttributeError:
        return default
    try:
        value = hint(obj)
    except TypeError:
        return default
    if value is NotImplemented:
        return default
    if not isinstance(value, int):
        raise TypeError(f"__length_hint__ must be an integer, not {type(value).__name__}")
    if value < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return value


def call(obj, /, *args, **kwargs):
    """obj(*args, **kwargs)"""
    return obj(*args, **kwargs)


def iadd(a, b):
    """a += b"""
    a += b
    return a


def iand(a, b):
    """a &= b"""
    a &= b
    return a


def iconcat(a, b):
    """a += b, of sequences only."""
    if not hasattr(a, "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    a += b
    return a


def ifloordiv(a, b):
    """a //= b"""
    a //= b
    return a


def ilshift(a, b):
    """a <<= b"""
    a <<= b
    return a


def imod(a, b):
    """a %= b"""
    a %= b
    return a


def imul(a, b):
    """a *= b"""
    a *= b
    return a


def imatmul(a, b):
    """a @= b"""
    a @= b
    return a


def ior(a, b):
    """a |= b"""
    a |= b
    return a


def ipow(a, b):
    """a **= b"""
    a **= b
    return a


def irshift(a, b):
    """a >>= b"""
    a >>= b
    return a


def isub(a, b):
    """a -= b"""
    a -= b
    return a


def itruediv(a, b):
    """a /= b"""
    a /= b
    return a


def ixor(a, b):
    """a ^= b"""
    a ^= b
    return a


class attrgetter:
    """Fetches attributes: attrgetter("a", "b.c")(x) is (x.a, x.b.c)."""

    __slots__ = ("_names", "_paths")

    def __init__(self, attr, /, *attrs):
        self._names = (attr, *attrs)
        for name in self._names:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")
        self._paths = [name.split(".") for name in self._names]

    def __call__(self, obj, /):
        found = []
        for path in self._paths:
            value = obj
            for name in path:
                value = getattr(value, name)
            found.append(value)
        return found[0] if len(found) == 1 else tuple(found)

    def __repr__(self):
        return f"{_full_name(self)}({', '.join(map(repr, self._names))})"

    def __reduce__(self):
        return self.__class__, self._names


class itemgetter:
    """Fetches items: itemgetter(1, 3)(x) is (x[1], x[3])."""

    __slots__ = ("_items",)

    def __init__(self, item, /, *items):
        self._items = (item, *items)

    def __call__(self, obj, /):
        items = self._items
        if len(items) == 1:
            return obj[items[0]]
        return tuple([obj[item] for item in items])

    def __repr__(self):
        return f"{_full_name(self)}({', '.join(map(repr, self._items))})"

    def __reduce__(self):
        return self.__class__, self._items


class methodcaller:
    """Calls a method: methodcaller("m", 1, k=2)(x) is x.m(1, k=2)."""

    __slots__ = ("_name", "_args", "_kwargs")

    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._name = name
        self._args = args
        self._kwargs = kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        arguments = [repr(self._name), *map(repr, self._args)]
        arguments += [f"{name}={value!r}" for name, value in self._kwargs.items()]
        return f"{_full_name(self)}({', '.join(arguments)})"

    def __reduce__(self):
        if not self._kwargs:
            return self.__class__, (self._name, *self._args)
        from functools import partial
        return partial(self.__class__, self._name, **self._kwargs), self._args


def _full_name(instance):
    return f"{type(instance).__module__}.{type(instance).__qualname__}"
