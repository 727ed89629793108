"""Eight threads and four child VMs that are busy for some seconds: for measuring what draws them.

usage: busy.py [seconds]
"""
import multiprocessing
import queue
import sys
import threading
import time

SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0


def compute(until):
    number = 0
    while time.monotonic() < until:
        for _ in range(1000):
            number += 1


def sleep_often(until):
    while time.monotonic() < until:
        time.sleep(0.002)


def share(until, lock):
    while time.monotonic() < until:
        with lock:
            sum(range(10_000))
        time.sleep(0)


def give(until, items):
    while time.monotonic() < until:
        items.put(1)
        time.sleep(0.005)
    items.put(None)


def take(items):
    while items.get():
        pass


def child(until):
    """Two threads of a child VM: one computes, one sleeps."""
    thread = threading.Thread(target=sleep_often, args=(until,))
    thread.start()
    compute(until)
    thread.join()


if __name__ == "__main__":
    end = time.monotonic() + SECONDS
    lock, items = threading.Lock(), queue.Queue()
    jobs = [(compute, end), (compute, end), (sleep_often, end), (sleep_often, end), (share, end, lock), (share, end, lock),
            (give, end, items), (take, items)]
    workers = [threading.Thread(target=target, args=args) for target, *args in jobs]
    workers += [multiprocessing.Process(target=child, args=(end,)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
