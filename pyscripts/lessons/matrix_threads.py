"""Threads on native work: matrix products run side by side.

A matrix product spends its time in machine code that touches no Python object. Around such work the interpreter gives
the GIL up, so that two threads really use two cores, and a third could run Python meanwhile.

What to notice
- the products speed up with threads: they hold the GIL only for the moments before and after.
- the Python loop beside it does not: each of its instructions needs the GIL.
- a tiny product does not either: giving the GIL up and taking it back costs more than the product.
"""
import threading
import time

import numpy as np

THREADS = 2
LARGE, PRODUCTS = 500, 20
SMALL, SMALL_PRODUCTS = 8, 20_000
LOOP = 1_000_000

random = np.random.default_rng(1)


def large_products():
    a, b = random.random((LARGE, LARGE)), np.ones((LARGE, LARGE))
    for _ in range(PRODUCTS):
        a @ b


def small_products():
    a, b = np.ones((SMALL, SMALL)), np.ones((SMALL, SMALL))
    for _ in range(SMALL_PRODUCTS):
        a @ b


def python_loop():
    total = 0
    for i in range(LOOP):
        total += i * i
    return total


def serially(job):
    for _ in range(THREADS):
        job()


def on_threads(job):
    threads = [threading.Thread(target=job) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def seconds(way, job):
    start = time.perf_counter()
    way(job)
    return time.perf_counter() - start


def main():
    jobs = {
        f"{PRODUCTS} products of {LARGE} x {LARGE}": large_products,
        f"{SMALL_PRODUCTS} products of {SMALL} x {SMALL}": small_products,
        f"{LOOP} rounds of a Python loop": python_loop,
    }
    print(f"each job {THREADS} times: one after the other, then on {THREADS} threads\n")
    print(f"{'job':<34}{'serial':>8}{'threads':>9}{'speedup':>10}")
    for name, job in jobs.items():
        serial, threaded = seconds(serially, job), seconds(on_threads, job)
        print(f"{name:<34}{serial:>8.2f}{threaded:>9.2f}{serial / threaded:>9.2f}x")
    print("\nThreads speed up what runs outside the GIL, and nothing else.")


if __name__ == "__main__":
    main()
