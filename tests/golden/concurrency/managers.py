# Managers: a process that keeps objects, and proxies through which others use them.
import multiprocessing as mp
import queue
import re
import threading
from multiprocessing import Manager, Process, Pool
from multiprocessing.managers import BaseManager


def fill(d, l, n, lock):
    for i in range(5):
        with lock:
            d["n"] = d.get("n", 0) + 1
    l.append(n)
    d[n] = n * n


def inc(v, lock):
    for _ in range(10):
        with lock:
            v.value += 1


def put(q):
    q.put("from child")


def use(ns):
    ns.x += 1
    ns.y = "set"


class Counter:

    def __init__(self, start):
        self.n = start

    def increment(self):
        self.n += 1
        return self.n

    def fail(self):
        raise KeyError("no")

    def _hidden(self):
        pass


class MyManager(BaseManager):
    pass


MyManager.register("Counter", Counter)


def bump(c):
    for _ in range(5):
        c.increment()


def pooled(args):
    d, i = args
    d[i] = i
    return i


def main():
    with Manager() as m:
        print(type(m).__name__)
        d, l, lock = (m.dict(), m.list([0]), m.Lock())
        ps = [Process(target=fill, args=(d, l, i, lock)) for i in range(3)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(d["n"], sorted(l), sorted(((k, v) for k, v in d.items() if k != "n")), len(d), "n" in d, d.get("zz"), list(d)[:1] == ["n"])
        print(str(m.list([1, 2])), re.sub("0x[0-9a-f]+", "N", repr(m.list())), re.sub("0x[0-9a-f]+", "N", repr(d)))
        try:
            d["missing"]
        except KeyError as e:
            print("KeyError", e)
        l2 = m.list(range(5))
        l2[0] = 9
        del l2[1]
        l2 += [7]
        print(l2[:], l2[1:3], l2.pop(), len(l2), [x for x in l2], l2.index(9))
        l2.sort()
        print(l2)
        l2.reverse()
        print(l2)
        v = m.Value("i", 5)
        v.value += 1
        print(v.value, v.get(), str(v))
        lk = m.RLock()
        ps = [Process(target=inc, args=(v, lk)) for _ in range(2)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(v.value)
        a = m.Array("i", [1, 2])
        a[0] = 5
        print(a[0], len(a), list(a))
        ns = m.Namespace(x=1)
        p = Process(target=use, args=(ns,))
        p.start()
        p.join()
        print(ns.x, ns.y, str(ns), hasattr(ns, "nope"))
        q = m.Queue()
        p = Process(target=put, args=(q,))
        p.start()
        print(q.get())
        p.join()
        print(q.empty(), q.qsize())
        try:
            q.get_nowait()
        except queue.Empty:
            print("empty")
        e = m.Event()
        print(e.is_set())
        e.set()
        print(e.is_set(), e.wait(1))
        nested = m.dict()
        nested["inner"] = m.list([1])
        nested["inner"].append(2)
        print(list(nested["inner"]))
        s = m.Semaphore(2)
        print(s.acquire(), s.acquire(), s.acquire(False))
        s.release()
        with lock:
            print("held")
        c = m.Condition()
        with c:
            print(c.wait(0.01))
            c.notify_all()
        b = m.Barrier(1)
        print(b.wait(), b.parties, b.broken)
        with Pool(2) as pool:
            print(pool.map(pooled, [(d, i) for i in range(20, 23)]))
            print(d[22])
        t = threading.Thread(target=l.append, args=("thread",))
        t.start()
        t.join()
        print(l[-1])
    try:
        d["n"]
    except Exception as e:
        print(type(e).__name__)
    with MyManager() as mm:
        c = mm.Counter(10)
        print(c.increment())
        p = Process(target=bump, args=(c,))
        p.start()
        p.join()
        print(c.increment())
        try:
            c.fail()
        except KeyError as e:
            print(repr(e))
        try:
            c._hidden()
        except AttributeError as e:
            print("AttributeError")


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
    print(mp.active_children())
