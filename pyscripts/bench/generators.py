"""Generators: a plain one, a pipeline, yield from, send."""
from timing import bench


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def plain_generator():
    total = 0
    for i in count(200_000):
        total += i
    return total


def pipeline():
    return sum(x * 2 for x in (y + 1 for y in count(100_000)) if x % 2)


def delegated():
    return sum(tree(12))


def accumulate():
    total = 0
    while True:
        total += yield total


def sends():
    it = accumulate()
    next(it)
    for i in range(100_000):
        last = it.send(i)
    return last


bench(plain_generator, 19_999_900_000)
bench(pipeline, 5_000_000_000)
bench(delegated, 8178)
bench(sends, 4_999_950_000)
