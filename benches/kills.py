"""Kills workers of a pool at random while it runs many tasks, and accounts for every task.

    gilly benches/kills.py [tasks] [kills] [workers]

Each task must end once: with its answer, or with an error that names it. Nothing may hang; the exit status says so.
"""
import os
import random
import signal
import sys
import threading
import time
from collections import Counter
from multiprocessing import Pool


def square(x):
    return x * x


def kill_some(pool, kills, over, killed):
    """Kill a worker now and then until there were enough kills or the work is over."""
    while len(killed) < kills and not over.wait(random.uniform(0, 0.08)):
        worker = random.choice(pool._pool or [None])
        if worker is not None and worker.exitcode is None and worker.pid not in killed:
            try:
                os.kill(worker.pid, signal.SIGKILL)
                killed.append(worker.pid)
            except (OSError, TypeError):
                pass


def main(tasks=100_000, kills=200, workers=4):
    answers, failures, wrong = Counter(), Counter(), []
    killed, over = [], threading.Event()
    begun = time.perf_counter()
    with Pool(workers) as pool:
        killer = threading.Thread(target=kill_some, args=(pool, kills, over, killed), daemon=True)
        killer.start()
        number = 0
        while number < tasks or len(killed) < kills:
            # A batch at a time, so that the kills fall among all of them.
            batch = range(number, number + 1000)
            results = [(x, pool.apply_async(square, (x,))) for x in batch]
            number += len(batch)
            for x, result in results:
                try:
                    value = result.get(timeout=60)
                    answers[x] += 1
                    if value != x * x:
                        wrong.append(x)
                except Exception as error:
                    failures[x] += 1
                    if getattr(error, "task", None) != f"square({x})" or error.signal != signal.SIGKILL:
                        wrong.append((x, error))
        over.set()
        killer.join()
    took = time.perf_counter() - begun
    ended = answers + failures
    print(f"{number:,} tasks, {len(set(killed))} workers killed, {took:.1f} s")
    print(f"answered {len(answers):,}, failed by name {len(failures)}, lost {number - len(ended)}, "
          f"twice {sum(count > 1 for count in ended.values())}, wrong {len(wrong)}")
    if wrong:
        print(wrong[:3])
    return 1 if wrong or len(ended) != number or max(ended.values()) > 1 else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
