"""Sets and frozen sets: made, asked, combined, and as keys."""
from timing import bench


def members():
    known = set(range(0, 3_000, 3))
    return sum(1 for number in range(100_000) if number % 3_001 in known)


def combined():
    evens, threes = frozenset(range(0, 200, 2)), frozenset(range(0, 200, 3))
    total = 0
    for _ in range(2_000):
        total += len(evens & threes) + len(evens | threes) + len(evens - threes)
    return total


def grown_and_shrunk():
    seen = set()
    for number in range(100_000):
        seen.add(number * 31 & 4095)
        seen.discard(number & 4095)
    return len(seen)


def sets_as_keys():
    table = {}
    for number in range(20_000):
        key = frozenset((number & 15, number & 7, 99))
        table[key] = table.get(key, 0) + 1
    return sum(table.values())


bench(members, 33_323)
bench(combined)
bench(grown_and_shrunk)
bench(sets_as_keys, 20_000)
