"""Closures: reading and writing cells, factories, decorators."""
from timing import bench


def counter():
    n = 0

    def up():
        nonlocal n
        n += 1
        return n

    return up


def logged(function):
    def wrapper(*args):
        return function(*args)

    return wrapper


@logged
def identity(x):
    return x


def cell_updates():
    up = counter()
    for _ in range(200_000):
        last = up()
    return last


def make_closures():
    total = 0
    for i in range(100_000):
        total += (lambda x: x + i)(1)
    return total


def decorated_calls():
    total = 0
    for _ in range(100_000):
        total += identity(1)
    return total


bench(cell_updates, 200_000)
bench(make_closures, 5_000_050_000)
bench(decorated_calls, 100_000)
