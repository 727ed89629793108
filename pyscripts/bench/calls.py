"""Calls of Python functions: positional, defaults, keywords, recursion."""
from timing import bench


def add(a, b=1, *, c=0):
    return a + b + c


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def positional_calls():
    total = 0
    for i in range(200_000):
        total = add(total, 1)
    return total


def default_calls():
    total = 0
    for i in range(200_000):
        total = add(total)
    return total


def keyword_calls():
    total = 0
    for i in range(200_000):
        total = add(total, b=1, c=1)
    return total


def recursive_calls():
    return fib(22)


bench(positional_calls, 200_000)
bench(default_calls, 200_000)
bench(keyword_calls, 400_000)
bench(recursive_calls, 17711)
