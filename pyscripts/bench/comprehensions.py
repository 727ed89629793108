"""Comprehensions: list, dict, set, nested, with a condition."""
from timing import bench


def list_comprehension():
    return len([x * x for x in range(300_000) if x & 1])


def dict_comprehension():
    return len({x: x + 1 for x in range(100_000)})


def set_comprehension():
    return len({x % 1000 for x in range(200_000)})


def nested_comprehension():
    return sum([sum([i * j for j in range(100)]) for i in range(1000)])


bench(list_comprehension, 150_000)
bench(dict_comprehension, 100_000)
bench(set_comprehension, 1000)
bench(nested_comprehension, 2_472_525_000)
