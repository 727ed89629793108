"""Who can be weakly referenced: instances of an exception class only if a class written in Python says so."""
import weakref
from abc import ABC, ABCMeta


class Empty:
    __slots__ = ()


class Bare(Exception):
    __slots__ = ()


class Placed(Exception):
    __slots__ = ("__weakref__", "detail")


class Usual(KeyError):
    pass


def build(base, slots):
    try:
        made = type(base)("Made", (base,), {"__slots__": slots})
    except TypeError as error:
        print(base.__name__, slots, error)
    else:
        print(base.__name__, slots, "__weakref__" in vars(made), "__dict__" in vars(made))


for base in (object, Empty, ABC, Exception, OSError, Bare, Placed, Usual, int, str, tuple, bytes, list, dict, set, type,
             ABCMeta):
    build(base, ("__weakref__",))
    build(base, ("__dict__",))
    build(base, ())

for kind in (Exception, OSError, KeyError, Bare, Placed, Usual):
    error = kind()
    try:
        print(kind.__name__, weakref.ref(error)() is error, hasattr(kind, "__weakref__"))
    except TypeError as refused:
        print(refused, hasattr(kind, "__weakref__"))
