import copy
import itertools

source = iter(range(6))
a, b, c = itertools.tee(source, 3)
print(next(a), next(a), next(b), list(c), list(b), list(a), list(source))
print(itertools.tee([], 0), len(itertools.tee([1, 2])))
a, b = itertools.tee("abc")
next(a)
d = copy.copy(a)
print(list(d), list(a), list(b))
a, = itertools.tee("xyz", 1)
next(a)
e, f = itertools.tee(a)
print(list(e), list(f), list(a))
for call in (lambda: itertools.tee(5), lambda: itertools.tee([], -1), lambda: itertools.tee(),
             lambda: itertools.tee([], "a")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def raising():
    yield 1
    raise KeyError("once")


a, b = itertools.tee(raising())
print(next(a))
for it in (a, b, b):
    try:
        print(next(it))
    except (KeyError, StopIteration) as error:
        print(repr(error))
print(type(a).__name__, type(a)([1, 2]).__class__.__name__, list(type(a)("pq")))
