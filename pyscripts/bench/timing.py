"""What the benchmarks share: run a function a few times, print its best time as `name seconds`.

BENCH_SECONDS (default 1) bounds the measuring of one benchmark; each runs three times at least.
"""
import os
import time

BUDGET = float(os.environ.get("BENCH_SECONDS", "1"))


def bench(work, expected=None):
    """Times `work()`; a result that is not `expected` ends the program, since its time would mean nothing."""
    best = None
    started = time.perf_counter()
    rounds = 0
    while rounds < 3 or time.perf_counter() - started < BUDGET:
        start = time.perf_counter()
        result = work()
        took = time.perf_counter() - start
        if expected is not None and result != expected:
            raise SystemExit(f"{work.__name__}: wrong result {result!r}")
        best = took if best is None else min(best, took)
        rounds += 1
    print(work.__name__, f"{best:.6f}")
