# A pool: every way to give it work, callbacks, timeouts, its end.
import multiprocessing as mp
import os
import re
import time
from multiprocessing import Pool


def plain(thing):
    """Its text without numbers that differ from run to run."""
    return re.sub("(pid|parent)=\\d+|0x[0-9a-f]+", "N", str(thing))


def sq(x):
    return x * x


def add(a, b=1):
    return a + b


def bad(x):
    if x == 3:
        raise ValueError("three", x)
    return x


def init(v):
    global V
    V = v


def getv(_):
    return V


def slow(x):
    time.sleep(x)
    return x


def cb(x):
    print("cb", x)


def ecb(x):
    print("ecb", repr(x))


def main():
    with Pool(2) as p:
        print(p)
        print(p.map(sq, range(10)), p.map(sq, []), p.map(sq, [2], chunksize=5))
        print(p.apply(add, (1,), {"b": 5}), p.apply_async(add, (1, 2)).get())
        print(p.starmap(add, [(1, 2), (3, 4)]), p.starmap_async(add, [(1, 2)]).get())
        print(list(p.imap(sq, range(5))), sorted(p.imap_unordered(sq, range(5), 2)))
        r = p.map_async(sq, range(3), callback=cb)
        print(r.get(), r.ready(), r.successful())
        r = p.apply_async(bad, (3,), error_callback=ecb)
        r.wait()
        time.sleep(0.1)
        print(r.ready(), r.successful())
        try:
            r.get()
        except ValueError as e:
            print(repr(e), type(e.__cause__).__name__, "three" in str(e.__cause__))
        try:
            p.map(bad, range(5))
        except ValueError as e:
            print(repr(e))
        it = p.imap(bad, range(5))
        out = []
        while True:
            try:
                out.append(next(it))
            except StopIteration:
                break
            except ValueError as e:
                out.append(repr(e))
        print(out)
        r = p.apply_async(slow, (1,))
        try:
            r.successful()
        except Exception as e:
            print(type(e).__name__, plain(e))
        try:
            r.get(0.05)
        except mp.TimeoutError as e:
            print("timeout", type(e))
        it = p.imap(slow, [0.5])
        try:
            it.next(0.01)
        except mp.TimeoutError:
            print("imap timeout")
    try:
        p.map(sq, [1])
    except ValueError as e:
        print(plain(e))
    with Pool(2, init, (7,)) as p:
        print(p.map(getv, range(3)))
    p = Pool(2, maxtasksperchild=1)
    pids = p.map(getpid, range(4), 1)
    print(len(set(pids)))
    p.close()
    try:
        p.apply(sq, (1,))
    except ValueError as e:
        print(plain(e))
    p.join()
    print(p)
    p = Pool(1)
    try:
        p.join()
    except ValueError as e:
        print(plain(e))
    p.terminate()
    p.join()
    for n in (0, -1):
        try:
            Pool(n)
        except ValueError as e:
            print(plain(e))
    try:
        Pool(1, initializer=3)
    except TypeError as e:
        print(e)
    try:
        with Pool(1) as p:
            p.map(sq, 5)
    except TypeError as e:
        print(e)


def getpid(x):
    return os.getpid()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
