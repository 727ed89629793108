"""Exceptions: raised and caught near and far, try that never fails."""
from timing import bench


def deep(n):
    if n == 0:
        raise ValueError("bottom")
    deep(n - 1)


def raise_and_catch():
    caught = 0
    for i in range(50_000):
        try:
            raise ValueError(i)
        except ValueError:
            caught += 1
    return caught


def through_ten_frames():
    caught = 0
    for _ in range(10_000):
        try:
            deep(10)
        except ValueError:
            caught += 1
    return caught


def try_without_error():
    done = 0
    for _ in range(300_000):
        try:
            done += 1
        finally:
            pass
    return done


def missing_keys():
    table, missing = {}, 0
    for i in range(50_000):
        try:
            table[i]
        except KeyError:
            missing += 1
    return missing


bench(raise_and_catch, 50_000)
bench(through_ten_frames, 10_000)
bench(try_without_error, 300_000)
bench(missing_keys, 50_000)
