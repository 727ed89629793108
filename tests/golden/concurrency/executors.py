# Both kinds of executors.
import concurrent.futures as cf
import multiprocessing as mp
import os
import re
import threading
import time
from concurrent.futures import *


def plain(thing):
    """Its text without numbers that differ from run to run."""
    return re.sub("(pid|parent)=\\d+|0x[0-9a-f]+", "N", str(thing))


def sq(x):
    return x * x


def bad(x):
    raise KeyError(x)


def slow(x):
    time.sleep(x)
    return x


def init(v):
    global V
    V = v


def getv(_):
    return V


def main():
    for E in (ThreadPoolExecutor, ProcessPoolExecutor):
        with E(2) as ex:
            f = ex.submit(sq, 3)
            print(f.result(), f.done(), f.cancelled(), f.running(), f.exception(), f.cancel())
            print(list(ex.map(sq, range(5))), list(ex.map(pow, [2, 3], [4, 5])), list(ex.map(sq, range(10), chunksize=3)))
            g = ex.submit(bad, 1)
            try:
                g.result()
            except KeyError as e:
                print(repr(e), repr(g.exception()))
            fs = [ex.submit(slow, t) for t in (0.3, 0.05)]
            d, n = wait(fs, return_when=FIRST_COMPLETED)
            print(len(d), len(n))
            d, n = wait(fs)
            print(len(d), len(n))
            print([f.result() for f in as_completed([ex.submit(slow, 0.3), ex.submit(slow, 0.01)])])
            f = ex.submit(slow, 0.2)
            try:
                f.result(0.01)
            except TimeoutError as e:
                print("timeout", repr(e))
            try:
                list(ex.map(slow, [0.5], timeout=0.01))
            except TimeoutError as e:
                print("map timeout", repr(e))
            try:
                list(as_completed([ex.submit(slow, 0.3)], timeout=0.01))
            except TimeoutError as e:
                print(e)
            L = []
            f = ex.submit(sq, 4)
            f.add_done_callback(lambda f: L.append(f.result()))
            f.result()
            time.sleep(0.05)
            print(L)
            f.add_done_callback(lambda f: L.append(5))
            print(L)
        try:
            ex.submit(sq, 1)
        except RuntimeError as e:
            print(e)
        with E(1, initializer=init, initargs=(8,)) as ex:
            print(list(ex.map(getv, [1])))
        ex = E(1)
        a = ex.submit(slow, 0.3)
        bs = [ex.submit(sq, i) for i in range(8)]
        time.sleep(0.1)
        print(bs[-1].cancel(), bs[-1].cancelled(), plain(bs[-1])) if E is ThreadPoolExecutor else 0
        try:
            bs[-1].result()
        except CancelledError as e:
            print("cancelled", repr(e))
        ex.shutdown(cancel_futures=True)
        print(a.result(), bs[6].cancelled())
        for n in (0, -1):
            try:
                E(n)
            except ValueError as e:
                print(plain(e))
        try:
            E(1, initializer=3)
        except TypeError as e:
            print(e)
    f = cf.Future()
    print(f.set_running_or_notify_cancel(), f.running())
    f.set_result(1)
    print(f.result())
    try:
        f.set_result(2)
    except InvalidStateError as e:
        print(type(e).__name__)
    with ProcessPoolExecutor(1) as ex:
        f = ex.submit(os._exit, 3)
        try:
            f.result()
        except cf.process.BrokenProcessPool as e:
            print(e)
        try:
            ex.submit(sq, 1)
        except cf.process.BrokenProcessPool as e:
            print(e)
    with ProcessPoolExecutor(1) as ex:
        try:
            ex.submit(sq, threading.Lock()).result()
        except TypeError as e:
            print(e)
        try:
            ex.submit(bad, 2).result()
        except KeyError as e:
            print(type(e.__cause__).__name__)

    def ini():
        1 / 0
    with ThreadPoolExecutor(1, initializer=ini) as ex:
        try:
            ex.submit(sq, 1).result()
        except cf.BrokenExecutor as e:
            print(type(e).__name__, e)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
