"""Threads against processes on work that only computes.

The same jobs three times: one after the other, on two threads, on two processes. A thread needs the GIL for every
instruction, so two threads take turns and finish no sooner than one. A process is an interpreter with a GIL of its own.

What to notice
- threads: the speedup is about 1. Nothing is lost but the hand-overs, and nothing is won.
- processes: the speedup nears the number of cores, less what starting them costs.
"""
import threading
import time
from multiprocessing import Process

JOBS = 2
LIMIT = 500_000


def count_primes(limit):
    """How many primes there are below `limit`, found the slow way: arithmetic and nothing else."""
    found = 0
    for number in range(2, limit):
        divisor = 2
        while divisor * divisor <= number:
            if number % divisor == 0:
                break
            divisor += 1
        else:
            found += 1
    return found


def serially():
    for _ in range(JOBS):
        count_primes(LIMIT)


def on(kind):
    """A way to do the jobs: each on its own worker, where `kind` is Thread or Process."""

    def run():
        workers = [kind(target=count_primes, args=(LIMIT,)) for _ in range(JOBS)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()

    return run


def seconds(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main():
    ways = {
        "one after the other": serially,
        f"{JOBS} threads": on(threading.Thread),
        f"{JOBS} processes": on(Process),
    }
    times = {name: seconds(run) for name, run in ways.items()}
    base = times["one after the other"]

    print(f"{JOBS} jobs, each counts the primes below {LIMIT:,}\n")
    print(f"{'':<22}{'seconds':>9}{'speedup':>10}")
    for name, took in times.items():
        print(f"{name:<22}{took:>9.2f}{base / took:>9.2f}x")
    print("\nThreads share one GIL and take turns; processes have one each.")


if __name__ == "__main__":
    main()
