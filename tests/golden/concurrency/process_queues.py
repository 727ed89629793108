# Queues between processes.
import multiprocessing as mp
import queue
import re
from multiprocessing import Process


def plain(thing):
    """Its text without numbers that differ from run to run."""
    return re.sub("(pid|parent)=\\d+|0x[0-9a-f]+", "N", str(thing))


def put(q, n):
    for i in range(n):
        q.put(i)


def worker(q):
    while True:
        x = q.get()
        q.task_done()
        if x is None:
            break


def main():
    q = mp.Queue(2)
    q.put(1)
    q.put(2)
    print(q.full(), q.qsize())
    try:
        q.put(3, False)
    except queue.Full:
        print("full")
    try:
        q.put(3, True, 0.05)
    except queue.Full:
        print("full")
    print(q.get(), q.get())
    try:
        q.get(False)
    except queue.Empty:
        print("empty")
    try:
        q.get(timeout=0.05)
    except queue.Empty:
        print("empty")
    try:
        q.get_nowait()
    except queue.Empty:
        print("empty")
    q.close()
    for m in (lambda: q.put(1), q.get):
        try:
            m()
            print("no")
        except (ValueError, OSError) as e:
            print(type(e).__name__, plain(e))
    q.join_thread()
    j = mp.JoinableQueue()
    p = Process(target=worker, args=(j,))
    p.start()
    for i in range(3):
        j.put(i)
    j.put(None)
    j.join()
    p.join()
    print("joined", p.exitcode)
    try:
        j.task_done()
    except ValueError as e:
        print(plain(e))
    s = mp.SimpleQueue()
    print(s.empty())
    s.put([1])
    print(s.empty(), s.get())
    s.close()
    q = mp.Queue()
    ps = [Process(target=put, args=(q, 100)) for _ in range(3)]
    [p.start() for p in ps]
    print(sum((q.get() for _ in range(300))))
    [p.join() for p in ps]
    q = mp.Queue()
    q.put(lambda: 1) if 0 else None
    big = mp.Queue()
    p = Process(target=put, args=(big, 2000))
    p.start()
    print(sum((big.get() for _ in range(2000))))
    p.join()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
