"""iter(callable, sentinel), next with a default, and iterators that misbehave."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

values = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(values), 0)), list(values))
print(list(iter(int, 0)), list(iter([1, [2], 3].pop, 1)))


def stops():
    raise StopIteration("early")


def fails():
    raise ValueError("failing")


it = iter(stops, None)
print(list(it), list(it))
it = iter(fails, None)
attempt(lambda: next(it))
attempt(lambda: next(it))
for bad in ((lambda: iter(5)), (lambda: iter(5, 1)), (lambda: iter()), (lambda: iter([], 1)), (lambda: iter(int, 1, 2)), (lambda: next(5)), (lambda: next([])), (lambda: next()), (lambda: next(iter([]))), (lambda: next(iter([]), "default")), (lambda: next(iter([]), None)), (lambda: next(iter([1]), 2, 3)), (lambda: iter(object=[]))):
    attempt(bad)


class NotIterator:
    def __iter__(self):
        return [1]


class Iterator:
    def __next__(self):
        return 5


class Both:
    def __iter__(self):
        return Iterator()


attempt(lambda: iter(NotIterator()))
attempt(lambda: iter(Iterator()))
attempt(lambda: next(Iterator()))
attempt(lambda: next(iter(Both())))
attempt(lambda: [x for x, _ in zip(Both(), range(2))])


class Item:
    def __getitem__(self, index):
        if index == 2:
            raise StopIteration
        return index


print(list(Item()), type(iter(Item())).__name__, [*iter(Item())])
