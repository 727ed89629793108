import itertools
import operator

acc = itertools.accumulate
print(list(acc([1, 2, 3, 4])), list(acc([])), list(acc([], initial=5)), list(acc([1, 2], initial=None)))
print(list(acc("abc")), list(acc([3, 1, 4, 1, 5], max)), list(acc([1, 2, 3], operator.mul, initial=10)))
print(list(acc([[1], [2], [3]], initial=[])), list(acc([1, 2, 3], lambda a, b: (a, b))))
print(list(acc(iterable=[1, 2], func=None)), list(acc([1, 2], func=operator.sub)))
steps = acc(iter([1, "x", 2]))
print(next(steps))
try:
    next(steps)
except TypeError as error:
    print(error)
try:
    print(next(steps))
except TypeError as error:
    print(error)
for call in (lambda: acc(), lambda: acc(5), lambda: acc([1], None, 2), lambda: acc([1], foo=2)):
    try:
        print(call())
    except TypeError as error:
        print(error)


def failing(a, b):
    if b == 3:
        raise ValueError("three")
    return a + b


seen = []
try:
    for value in acc([1, 2, 3, 4], failing):
        seen.append(value)
except ValueError as error:
    print(seen, error)
