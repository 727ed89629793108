import threading
import time
from concurrent import futures
from concurrent.futures import ThreadPoolExecutor, as_completed, wait


def slow(x):
    time.sleep(0.01 * x)
    return x * 10


def fail(x):
    if x == 2:
        raise ValueError(x)
    return x


with ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
    print(list(pool.map(slow, [3, 1, 2])), list(pool.map(pow, [2, 3], [5, 2, 9])), list(pool.map(slow, [])))
    results = pool.map(fail, range(4))
    print(next(results), next(results))
    try:
        next(results)
    except ValueError as error:
        print("ValueError", error)
    print(list(results))
    order = [f.result() for f in as_completed([pool.submit(slow, n) for n in (8, 0, 4)])]
    print(order, pool.submit(lambda: threading.current_thread().name.split("_")[0]).result())
    fs = [pool.submit(slow, 0), pool.submit(fail, 2), pool.submit(slow, 20)]
    done, rest = wait(fs, return_when=futures.FIRST_EXCEPTION)
    print(len(done) >= 1, len(rest) >= 1, sorted(type(f.exception(1)).__name__ for f in done - {fs[0]}))
    done, rest = wait(fs, timeout=0)
    print(fs[2] in rest)
    try:
        fs[2].result(timeout=0.001)
    except TimeoutError as error:
        print(repr(error), futures.TimeoutError is TimeoutError)
    try:
        list(as_completed(fs, timeout=0.001))
    except TimeoutError as error:
        print(error)
    try:
        list(pool.map(slow, [9], timeout=0.001))
    except TimeoutError as error:
        print(repr(error))
for call in (lambda: pool.submit(slow, 1), lambda: pool.map(slow, [1]), lambda: ThreadPoolExecutor(0),
             lambda: ThreadPoolExecutor(initializer=5), lambda: wait([], return_when="X"), lambda: pool.submit()):
    try:
        print(call())
    except (RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
with ThreadPoolExecutor(1) as pool:
    gate = threading.Event()
    running = pool.submit(gate.wait)
    queued = [pool.submit(slow, n) for n in range(3)]
    time.sleep(0.01)
    print(running.running(), running.cancel(), queued[0].cancel(), queued[0].cancelled(), queued[0].done())
    log = []
    queued[1].add_done_callback(lambda f: log.append(f.result()))
    queued[0].add_done_callback(lambda f: log.append(f.cancelled()))
    gate.set()
print(log, [repr(f).split(" at ")[1].split(" ", 1)[1] for f in (running, *queued)])
try:
    queued[0].result()
except futures.CancelledError as error:
    print(repr(error))
pool = ThreadPoolExecutor(1, initializer=lambda: 1 / 0)
import logging
logging.disable()
try:
    pool.submit(slow, 0).result()
except futures.BrokenExecutor as error:
    print(type(error).__name__, error)
pool.shutdown()
pool = ThreadPoolExecutor(1)
fs = [pool.submit(slow, 5) for _ in range(4)]
time.sleep(0.005)
pool.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in fs][1:], fs[0].result())
f = futures.Future()
print(f.set_running_or_notify_cancel(), f.set_result(1), f.result())
for call in (lambda: f.set_result(2), lambda: f.set_exception(ValueError()), lambda: f.set_running_or_notify_cancel()):
    try:
        call()
    except (futures.InvalidStateError, RuntimeError) as error:
        print(type(error).__name__, str(error).split(" at ")[0])
