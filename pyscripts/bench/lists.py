"""Lists: append, index, slices, a sieve, a matrix product in plain Python."""
from timing import bench


def append_and_pop():
    stack = []
    for i in range(200_000):
        stack.append(i)
    total = 0
    while stack:
        total += stack.pop()
    return total


def sieve():
    flags = [True] * 200_000
    flags[0] = flags[1] = False
    for i in range(2, 450):
        if flags[i]:
            flags[i * i :: i] = [False] * len(range(i * i, 200_000, i))
    return sum(flags)


def index_sum():
    values = list(range(1000))
    total = 0
    for _ in range(200):
        for i in range(len(values)):
            total += values[i]
    return total


def matrix_product():
    size = 50
    a = [[i + j for j in range(size)] for i in range(size)]
    columns = list(zip(*a))
    product = [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]
    return product[size - 1][size - 1]


bench(append_and_pop, 19_999_900_000)
bench(sieve, 17_984)
bench(index_sum, 99_900_000)
bench(matrix_product, 280_525)
