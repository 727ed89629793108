# Iterators of itertools can still be copied and pickled, with a warning.
import copy
import itertools
import pickle
import warnings

makers = [
    lambda: itertools.cycle("abc"), lambda: itertools.product("ab", [1, 2]), lambda: itertools.islice(iter([1, 2, 3, 4, 5, 6]), 1, 5, 2),
    lambda: itertools.combinations("abcd", 2), lambda: itertools.permutations("abc"), lambda: itertools.zip_longest([1, 2], [3]),
    lambda: itertools.accumulate([1, 2, 3]), lambda: itertools.combinations_with_replacement("abc", 2), lambda: itertools.count(1, 2),
    lambda: itertools.takewhile(bool, [1, 2, 0]), lambda: itertools.chain("ab", "cd"), lambda: itertools.repeat(1, 4),
    lambda: itertools.tee([1, 2, 3])[0],
]
for maker in makers:
    iterator = maker()
    next(iterator)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        again = pickle.loads(pickle.dumps(iterator))
    print(type(iterator).__name__, list(itertools.islice(again, 5)), caught[0].category.__name__)
print(str(caught[0].message))
