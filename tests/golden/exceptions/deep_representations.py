# What is nested too deeply has no representation, but an error.
import collections
import functools
import types

DEPTH = 20_000


class Shown:
    def __init__(self, inner):
        self.inner = inner

    def __repr__(self):
        return f"Shown({self.inner!r})"


def nested(make):
    value = None
    for _ in range(DEPTH):
        value = make(value)
    return value


makers = [
    lambda value: [value], lambda value: (value,), lambda value: {1: value}, lambda value: {"a": [value]}, Shown,
    lambda value: [Shown(value)], lambda value: types.SimpleNamespace(a=value),
    lambda value: collections.deque([value]), lambda value: slice(value), ValueError,
    lambda value: functools.partial(print, value), lambda value: types.MappingProxyType({1: value}),
    lambda value: frozenset([value]), lambda value: collections.OrderedDict(a=value),
]
for make in makers:
    value = nested(make)
    for show in (repr, str):
        try:
            show(value)
            print("shown")
        except RecursionError as error:
            print(type(value).__name__, str(error).startswith("maximum recursion depth exceeded"))
shallow = []
for _ in range(5000):
    shallow = [shallow]
print(len(repr(shallow)))
try:
    repr(nested(lambda value: [value]))
except RecursionError as error:
    print(error)
print(repr([1, [2]]))
