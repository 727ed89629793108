"""What the pyperformance scripts use of pyperf, without its worker processes: each benchmark runs here and now.

Prints `name seconds` for the best round of each benchmark. BENCH_SECONDS (default 1) bounds the measuring of one.
A round repeats the work until it takes some 20 ms, so that the clock's own grain does not count.
"""
import argparse
import os
import time

BUDGET = float(os.environ.get("BENCH_SECONDS", "1"))
ROUND = 0.02

perf_counter = time.perf_counter


class Runner:
    """Stands for pyperf.Runner: options are parsed from the command line, metadata is kept and not written."""

    def __init__(self, *unused, add_cmdline_args=None, **unused_options):
        self.argparser = argparse.ArgumentParser()
        self.metadata = {}
        self.args = None

    def parse_args(self, args=None):
        if self.args is None:
            self.args = self.argparser.parse_args(args)
        return self.args

    def bench_func(self, name, function, *args, inner_loops=1, **unused):
        def timed(loops):
            start = perf_counter()
            for _ in range(loops):
                function(*args)
            return perf_counter() - start

        self._measure(name, timed, inner_loops)

    def bench_time_func(self, name, function, *args, inner_loops=1, **unused):
        self._measure(name, lambda loops: function(loops, *args), inner_loops)

    def bench_async_func(self, name, function, *args, inner_loops=1, **unused):
        import asyncio

        async def timed(loops):
            start = perf_counter()
            for _ in range(loops):
                await function(*args)
            return perf_counter() - start

        self._measure(name, lambda loops: asyncio.run(timed(loops)), inner_loops)

    def _measure(self, name, timed, inner_loops):
        self.parse_args()
        loops, best = 1, float("inf")
        end = perf_counter() + BUDGET
        while perf_counter() < end or best == float("inf"):
            took = timed(loops)
            best = min(best, took / loops / (inner_loops or 1))
            if took < ROUND:
                loops *= 2
        print(name, f"{best:.9f}")
