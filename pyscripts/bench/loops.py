"""Loops that only count: for over a range, while, nested."""
from timing import bench


def for_range():
    total = 0
    for i in range(1_000_000):
        total += i
    return total


def while_loop():
    i = total = 0
    while i < 500_000:
        total += i
        i += 1
    return total


def nested_loops():
    count = 0
    for i in range(700):
        for j in range(700):
            if i ^ j & 1:
                count += 1
    return count


bench(for_range, 499_999_500_000)
bench(while_loop, 124_999_750_000)
bench(nested_loops)
