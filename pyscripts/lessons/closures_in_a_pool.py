"""Closures, lambdas and local classes as the work of a pool.

A pickle holds a function's name, not the function: whoever reads it imports the module and looks the name up. A lambda
has no name that leads to it, and a script that is the program itself cannot be imported without being run again. So gilly
sends such a function as what it is made of: its code, what it has closed over, and the globals that its code names. The
other side keeps it, so that from the second time on only its key is sent.

What to notice
- the closure keeps its own `factor`; two closures of one function are two functions there too
- the first call carries the code, the later ones a key: compare their bytes
- globals are copied when the function is sent: what a worker changes, it changes for itself
"""
import os
import time
from multiprocessing import Pool, reduction

counter = 0


def scaled(factor):
    return lambda number: number * factor


def count(_):
    global counter
    counter += 1
    return os.getpid(), counter


def main():
    double, triple = scaled(2), scaled(3)
    with Pool(2) as pool:
        print("double:", pool.map(double, range(5)), " triple:", pool.map(triple, range(5)))

        class Point:
            """Defined in a function: no module has it under a name."""

            def __init__(self, x):
                self.x = x

        print("a local class:", [point.x for point in pool.map(Point, [1, 2])])

        seen = pool.map(count, range(6), chunksize=1)
        by_worker = {pid: max(n for p, n in seen if p == pid) for pid, _ in seen}
        print("counted in the workers:", sorted(by_worker.values()), " here:", counter)

        known = set()
        first, _ = reduction.dumps(double, known=known)
        again, _ = reduction.dumps(double, known=known)
        print(f"\nthe lambda as a message: {len(first)} bytes the first time, {len(again)} bytes from then on")

        times = []
        for _ in range(200):
            start = time.perf_counter()
            pool.apply(double, (1,))
            times.append(time.perf_counter() - start)
        print(f"a call of it in a worker: {sorted(times)[100] * 1e6:.0f} microseconds, the median of 200")


if __name__ == "__main__":
    main()
