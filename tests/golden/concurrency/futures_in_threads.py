# Futures and the executor of threads: results, order, waits, cancelling, callbacks, broken pools.
import logging
import threading
import time
from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Executor, Future, ThreadPoolExecutor,
                                as_completed, wait)


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__module__, type(error).__name__, str(error).partition(" at 0x")[0])


def shown(future):
    return repr(future).partition("state")[2]


def fail():
    raise ValueError("failed")


future = Future()
print(shown(future), future.running(), future.done(), future.cancelled())
attempt(future.result, 0.01)
future.add_done_callback(lambda done: print("first", done.result()))
future.add_done_callback(lambda done: print("second", done.done()))
print(future.set_running_or_notify_cancel(), shown(future), future.cancel())
future.set_result(5)
future.add_done_callback(lambda done: print("late", done.exception()))
print(shown(future), future.result(), future.cancel())
attempt(future.set_result, 6)
future = Future()
print(future.cancel(), future.cancel(), shown(future), future.set_running_or_notify_cancel())
attempt(future.result)
future = Future()
future.set_exception(KeyError("k"))
attempt(future.result)
print(shown(future), repr(future.exception()))

with ThreadPoolExecutor(3, thread_name_prefix="worker") as pool:
    print(list(pool.map(pow, [2, 3, 4], [5, 2, 3, 9])))
    print(pool.submit(lambda: threading.current_thread().name[:7]).result())
    futures = [pool.submit(pow, 2, n) for n in range(8)]
    print(sorted(future.result() for future in as_completed(futures * 2)))
    gate = threading.Event()
    futures = [pool.submit(gate.wait), pool.submit(int)]
    done, others = wait(futures, return_when=FIRST_COMPLETED)
    print([future.result() for future in done], len(others))
    waiting = as_completed(futures, timeout=0.05)
    print(next(waiting).result())
    attempt(next, waiting)
    done, others = wait([*futures, pool.submit(fail)], return_when=FIRST_EXCEPTION)
    print(len(done), len(others))
    gate.set()
    print(wait(futures, return_when=ALL_COMPLETED).not_done, wait([]))
    attempt(lambda: list(pool.map(lambda n: 1 // n, [1, 0, 2])))
    attempt(lambda: list(pool.map(time.sleep, [0.2], timeout=0.01)))
attempt(pool.submit, int)

pool = ThreadPoolExecutor(1)
gate = threading.Event()
running, second, third = pool.submit(gate.wait), pool.submit(print, "never"), pool.submit(print, "never")
while not running.running():
    time.sleep(0.001)
print(running.cancel(), second.cancel(), second.cancelled())
pool.shutdown(wait=False, cancel_futures=True)
gate.set()
print(third.cancelled(), running.result())

logging.disable(logging.CRITICAL)
pool = ThreadPoolExecutor(1, initializer=fail)
attempt(pool.submit(int).result)
attempt(pool.submit, int)
with ThreadPoolExecutor(2, initializer=print, initargs=("ready",)) as pool:
    print(pool.submit(int).result())
for action in (lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(1, initializer=5), lambda: Executor().submit(int)):
    attempt(action)
