# Locks, events, conditions, barriers, values and arrays between processes.
import multiprocessing as mp
import re
from multiprocessing import Process


def plain(thing):
    """Its text without numbers that differ from run to run."""
    return re.sub("(pid|parent)=\\d+|0x[0-9a-f]+", "N", str(thing))


def inc(v, l, n):
    for _ in range(n):
        with l:
            v.value += 1


def inc2(v, n):
    for _ in range(n):
        with v.get_lock():
            v.value += 1


def waiter(e, q):
    q.put(e.wait(5))


def cond(c, q):
    with c:
        q.put("in")
        q.put(c.wait(5))


def bar(b, q):
    i = b.wait()
    q.put(i)


def main():
    l = mp.Lock()
    print(l, l.acquire(), l.acquire(False), l.acquire(timeout=0.01), l.release(), l)
    try:
        l.release()
    except ValueError as e:
        print(plain(e))
    r = mp.RLock()
    r.acquire()
    r.acquire()
    print(r)
    r.release()
    r.release()
    try:
        r.release()
    except AssertionError as e:
        print(e)
    s = mp.Semaphore(2)
    print(s, s.acquire(), s.acquire(), s.acquire(False), s.get_value())
    s.release()
    print(s)
    b = mp.BoundedSemaphore(1)
    print(b)
    try:
        b.release()
    except ValueError as e:
        print(plain(e))
    v = mp.Value("i", 0)
    ps = [Process(target=inc, args=(v, l, 200)) for _ in range(3)]
    [p.start() for p in ps]
    [p.join() for p in ps]
    print(v.value, plain(v))
    v = mp.Value("d", 0.0)
    ps = [Process(target=inc2, args=(v, 200)) for _ in range(3)]
    [p.start() for p in ps]
    [p.join() for p in ps]
    print(v.value)
    e = mp.Event()
    q = mp.Queue()
    print(plain(e), e.is_set())
    p = Process(target=waiter, args=(e, q))
    p.start()
    e.set()
    print(q.get(), plain(e))
    p.join()
    e.clear()
    print(e.wait(0.01))
    c = mp.Condition()
    p = Process(target=cond, args=(c, q))
    p.start()
    q.get()
    with c:
        c.notify_all()
    print(q.get())
    p.join()
    try:
        c.notify()
    except AssertionError as x:
        print(x)
    with c:
        print(c.wait(0.01), c.wait_for(lambda: True), c.wait_for(lambda: 0, 0.01))
    b = mp.Barrier(3)
    ps = [Process(target=bar, args=(b, q)) for _ in range(2)]
    [p.start() for p in ps]
    i = b.wait()
    print(sorted([i, q.get(), q.get()]), b.parties, b.n_waiting, b.broken)
    [p.join() for p in ps]
    a = mp.Array("i", [1, 2, 3])
    print(a[:], len(a), a[0], plain(a))
    a[1] = 9
    print(list(a), plain(a.get_lock()))
    a[:] = [7, 8, 9]
    print(a[:])
    try:
        a[0] = "x"
    except TypeError as x:
        print(x)
    try:
        a[10]
    except IndexError as x:
        print(x)
    ch = mp.Array("c", 10)
    ch.value = b"hi"
    print(ch.value, ch.raw)
    rv = mp.RawValue("i", 3)
    print(rv.value)
    ra = mp.RawArray("d", 2)
    print(list(ra))
    try:
        v.value = "a"
    except TypeError as x:
        print(x)
    vc = mp.Value("c", b"x")
    print(vc.value)
    vb = mp.Value("b", 200)
    print(vb.value)
    vu = mp.Value("B", 300)
    print(vu.value)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
