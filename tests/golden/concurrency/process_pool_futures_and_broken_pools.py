import os
import time
from concurrent.futures import ProcessPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool


def square(x):
    return x * x


def slow(x):
    time.sleep(x / 50)
    return x


def fail(x):
    raise LookupError(f"item {x}")


def die(x):
    os._exit(3)


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as pool:
        print(list(pool.map(square, range(6), chunksize=2)), list(pool.map(pow, (2, 3), (3, 2))))
        print([f.result() for f in as_completed([pool.submit(slow, n) for n in (10, 0)])])
        future = pool.submit(fail, 1)
        error = future.exception()
        print(repr(error), type(error.__cause__).__name__, "in fail" in str(error.__cause__))
        done, rest = wait([pool.submit(square, n) for n in range(3)])
        print(sorted(f.result() for f in done), rest)
        results = pool.map(fail, [1, 2])
        try:
            next(results)
        except LookupError as error:
            print(error)
    try:
        pool.submit(square, 1)
    except RuntimeError as error:
        print(error)
    with ProcessPoolExecutor(1) as pool:
        future = pool.submit(die, 1)
        print(type(future.exception()).__name__)
        try:
            pool.submit(square, 1).result()
        except BrokenProcessPool as error:
            print("broken")
    for workers in (0, -1):
        try:
            ProcessPoolExecutor(workers)
        except ValueError as error:
            print(error)
