"""Sorting: numbers, strings, a key, a comparison written in Python."""
import random

from timing import bench

GENERATOR = random.Random(1)
NUMBERS = [GENERATOR.random() for _ in range(50_000)]
WORDS = [str(number) for number in NUMBERS]


class Ordered:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


def sort_numbers():
    return sorted(NUMBERS)[0] == min(NUMBERS)


def sort_strings():
    return sorted(WORDS)[0] == min(WORDS)


def sort_by_key():
    return len(sorted(NUMBERS, key=lambda number: -number))


def sort_objects():
    return len(sorted([Ordered(number) for number in NUMBERS[:5000]]))


def quicksort(values):
    if len(values) < 2:
        return values
    pivot = values[len(values) // 2]
    below = [value for value in values if value < pivot]
    same = [value for value in values if value == pivot]
    above = [value for value in values if value > pivot]
    return quicksort(below) + same + quicksort(above)


def quicksort_in_python():
    return quicksort(NUMBERS[:10_000]) == sorted(NUMBERS[:10_000])


bench(sort_numbers, True)
bench(sort_strings, True)
bench(sort_by_key, 50_000)
bench(sort_objects, 5000)
bench(quicksort_in_python, True)
