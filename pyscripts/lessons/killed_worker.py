"""A worker of a pool is killed while it works.

Somebody's container runs out of memory, and the system kills a process: it cannot say goodbye. Each worker has a pipe of
its own, which closes when it dies; so the pool sees at once who is gone and knows what it was doing.

What to notice
- only the task that the worker ran fails, and the error names the process, the signal and the task
- all other tasks are answered: another worker takes the dead one's place
- how long that takes: noticing is a matter of microseconds, the rest is the start of a new process
"""
import os
import signal
import time
from multiprocessing import Pool

FATAL = 5


def work(number):
    if number == FATAL:
        # As the system would do it: nothing in this process can prevent it.
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.02)
    return number * number


def main():
    with Pool(2) as pool:
        pool.map(abs, range(2))
        print("workers before:", sorted(worker.pid for worker in pool._pool))
        results = {number: pool.apply_async(work, (number,)) for number in range(10)}
        answers = {}
        for number, result in results.items():
            try:
                answers[number] = result.get(timeout=30)
            except Exception as error:
                print(f"\ntask {number} failed: {type(error).__name__}: {error}\n")
        print("answered:", answers)
        print("workers after: ", sorted(worker.pid for worker in pool._pool))

        start = time.perf_counter()
        try:
            pool.apply(work, (FATAL,))
        except Exception:
            noticed = time.perf_counter() - start
        pool.map(work, range(4), 1)
        print(f"\nkilled again: noticed, and another worker begun, after {noticed * 1e3:.1f} ms")
    print("\nOne task is lost with its worker, since nobody can know how far it came. Nothing else is.")


if __name__ == "__main__":
    main()
