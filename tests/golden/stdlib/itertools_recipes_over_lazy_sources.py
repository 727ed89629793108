# Recipes over sources that tell when they are read: nothing is read too early.
import collections
import itertools
import operator


def told(name, count):
    for number in range(count):
        print(f"{name}{number}", end=" ")
        yield number


def windows(source, size):
    window = collections.deque(itertools.islice(source, size - 1), maxlen=size)
    for item in source:
        window.append(item)
        yield tuple(window)


def round_robin(*sources):
    iterators = map(iter, sources)
    for active in range(len(sources), 0, -1):
        iterators = itertools.cycle(itertools.islice(iterators, active))
        yield from map(next, iterators)


def partition(test, source):
    one, other, verdicts = itertools.tee(source, 3)
    verdicts, negated = itertools.tee(map(test, verdicts))
    return itertools.compress(one, map(operator.not_, negated)), itertools.compress(other, verdicts)


print(list(windows(told("w", 4), 2)))
print(list(round_robin("abc", [1], "xy")))
even, odd = partition(lambda number: number % 2, told("p", 4))
print(next(even), next(odd), list(even), list(odd))
print(next(windows(told("n", 9), 3)), list(itertools.batched(told("b", 5), 2)))
print(list(itertools.accumulate(told("a", 4), lambda total, item: total * 2 + item, initial=1)))
head = itertools.takewhile(lambda number: number < 2, source := told("t", 5))
print(list(head), next(source))
print(list(itertools.starmap(pow, zip(told("s", 3), itertools.count(2)))), list(itertools.pairwise(told("q", 3))))
print([(key, list(group)) for key, group in itertools.groupby(told("g", 5), lambda number: number // 2)])
chain = itertools.chain.from_iterable(told(name, 2) for name in "xy")
print(next(chain), list(chain))
a, b = itertools.tee(told("e", 3))
print(next(a), next(a), next(b), list(a), list(b))
print(list(itertools.zip_longest(told("l", 1), told("m", 3), fillvalue="-")),
    list(itertools.islice(told("i", 9), 1, 6, 2)))
print(sum(1 for _ in itertools.filterfalse(None, told("f", 3))),
    list(itertools.dropwhile(lambda n: n < 2, told("d", 4))))
