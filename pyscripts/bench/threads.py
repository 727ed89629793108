"""What threads cost: starting, handing over, an uncontended and a contended lock."""
import queue
import threading

from timing import bench


def start_and_join():
    for _ in range(200):
        thread = threading.Thread(target=int)
        thread.start()
        thread.join()
    return True


def uncontended_lock():
    lock = threading.Lock()
    for _ in range(100_000):
        with lock:
            pass
    return not lock.locked()


def ping_pong():
    there, back = queue.Queue(), queue.Queue()

    def answer():
        while (message := there.get()) is not None:
            back.put(message)

    thread = threading.Thread(target=answer)
    thread.start()
    for i in range(2000):
        there.put(i)
        back.get()
    there.put(None)
    thread.join()
    return back.empty()


def two_that_compute():
    def work():
        total = 0
        for i in range(300_000):
            total += i

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return True


bench(start_and_join, True)
bench(uncontended_lock, True)
bench(ping_pong, True)
bench(two_that_compute, True)
