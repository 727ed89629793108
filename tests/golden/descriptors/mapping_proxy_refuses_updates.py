"""A class's namespace is seen through a proxy that offers no change, in place or otherwise."""
from types import MappingProxyType


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


p = MappingProxyType({"a": 1})


def inplace():
    q = MappingProxyType({"a": 1})
    q |= {"b": 2}
    return q


def item():
    p["b"] = 1


def delete():
    del p["a"]


attempt(inplace)
attempt(item)
attempt(delete)
attempt(lambda: p | {"b": 2})
attempt(lambda: {"b": 2} | p)
attempt(lambda: p | p)
attempt(lambda: p | [])
attempt(lambda: p.pop("a"))
attempt(lambda: hash(p))
attempt(lambda: p == {"a": 1})
attempt(lambda: p < {"a": 1})
attempt(lambda: list(reversed(p)))
attempt(lambda: MappingProxyType([1]))
attempt(lambda: MappingProxyType(1))
attempt(lambda: MappingProxyType())
attempt(lambda: p.copy() is p)
attempt(lambda: type(p.copy()))
attempt(lambda: p.__class_getitem__(int))
attempt(lambda: str(p))
attempt(lambda: type(type.__dict__))
attempt(lambda: MappingProxyType(p))
