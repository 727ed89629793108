# difference: A killed worker of a pool fails its task, and no other
# cause: Each of gilly's workers has a pipe of its own, so that it is known what a dead one was doing. CPython's pool replaces the worker and forgets the task: `map` and `get` wait for ever.
# workaround: `get(timeout)`, or `concurrent.futures.ProcessPoolExecutor`, which breaks as a whole.
import os
import signal
from multiprocessing import Pool, TimeoutError


def work(x):
    if x == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return x


if __name__ == "__main__":
    with Pool(2) as pool:
        results = [pool.apply_async(work, (x,)) for x in range(4)]
        for result in results:
            try:
                print(result.get(timeout=3))
            except TimeoutError:
                print("no answer")
            except Exception as error:
                print(type(error).__name__, error.signal, error.task)
