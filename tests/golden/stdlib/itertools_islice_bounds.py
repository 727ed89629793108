import itertools
import sys

islice = itertools.islice
for args in ((3,), (1, 3), (1, None), (None, None, 2), (0, 10, 3), (2, 2), (5, 1), (None,), (0,), (1, 8, 100)):
    print(args, list(islice("abcdefg", *args)))
for args in ((-1,), (1, -2), (0, 1, 0), (0, 1, -1), ("a",), (1.0,), (0, "b"), (sys.maxsize + 1,), ()):
    try:
        print(list(islice("abc", *args)))
    except (TypeError, ValueError) as error:
        print(args, type(error).__name__, error)


class Index:
    def __index__(self):
        return 2


print(list(islice("abcdef", Index())), list(islice("abcdef", Index(), None, Index())))
it = iter(range(10))
print(list(islice(it, 2, 5)), next(it))
it = iter(range(10))
print(list(islice(it, 1, 8, 3)), list(it))
it = iter(range(10))
part = islice(it, 3)
print(next(part), next(it), list(part), list(it), list(part))
count = itertools.count()
print(list(islice(count, 3, 3)), next(count))
