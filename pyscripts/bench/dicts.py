"""Dictionaries: string and integer keys, counting, iteration, removal."""
from timing import bench

WORDS = ("the quick brown fox jumps over the lazy dog " * 200).split()


def count_words():
    counts = {}
    for _ in range(50):
        for word in WORDS:
            counts[word] = counts.get(word, 0) + 1
    return counts["the"]


def integer_keys():
    squares = {}
    for i in range(100_000):
        squares[i] = i * i
    total = 0
    for i in range(100_000):
        total += squares[i]
    return total


def iterate_items():
    table = {str(i): i for i in range(1000)}
    total = 0
    for _ in range(100):
        for key, value in table.items():
            total += value
    return total


def add_and_remove():
    table = {}
    for i in range(100_000):
        table[i] = i
        if i >= 100:
            del table[i - 100]
    return len(table)


bench(count_words, 20_000)
bench(integer_keys, 333328333350000)
bench(iterate_items, 49_950_000)
bench(add_and_remove, 100)
