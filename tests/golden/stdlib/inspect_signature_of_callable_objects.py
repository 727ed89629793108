"""Signatures of objects and types whose calls are native."""

import functools
import inspect
import itertools
import operator

for value in (operator.itemgetter(1), operator.attrgetter("a"), operator.methodcaller("a"), operator.itemgetter,
              functools.cmp_to_key(lambda a, b: 0), itertools.batched, itertools.count, itertools.chain,
              itertools.product, itertools.accumulate, itertools.zip_longest, [].__len__, object().__init__):
    print(inspect.signature(value))


class Number(int):
    pass


class Counter(itertools.count):
    pass


class Called:
    def __call__(self, first, *, last=None):
        pass


print(inspect.signature(Counter), inspect.signature(Called()))
for value in Number, int, 5:
    try:
        print(inspect.signature(value))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
