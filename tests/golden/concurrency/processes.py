# Processes and what they share. In CPython they are forks, here child VMs; neither shows.
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import (
    Array, Barrier, BoundedSemaphore, Condition, Event, JoinableQueue, Lock, Pipe, Pool, Process, Queue, RLock, Semaphore,
    SimpleQueue, TimeoutError, Value, active_children, cpu_count, current_process, parent_process)
from multiprocessing.pool import ThreadPool


def increment(value, lock, times):
    for _ in range(times):
        with lock:
            value.value += 1


def double(array):
    for i in range(len(array)):
        array[i] *= 2


def wait_for(event, queue):
    event.wait()
    queue.put(current_process().name)


def consume(jobs, results):
    while (job := jobs.get()) is not None:
        results.put(job * job)
        jobs.task_done()
    jobs.task_done()


def meet(barrier, queue):
    queue.put(barrier.wait())


def change(condition, value):
    with condition:
        value.value = 1
        condition.notify()


def sleep():
    time.sleep(100)


def boom(*args):
    raise KeyError("boom")


def square(x):
    return x * x


def add(a, b):
    return a + b


class Own(Process):
    def __init__(self, number):
        super().__init__()
        self.number = number

    def run(self):
        print("run", self.number, flush=True)
        sys.exit(self.number)


def run(*processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def processes():
    value, lock = Value("i", 0), Lock()
    run(*[Process(target=increment, args=(value, lock, 50)) for _ in range(2)])
    print(value.value, value)
    array = Array("d", [1, 2, 3])
    run(Process(target=double, args=(array,)))
    print(array[:], len(array))
    event, queue = Event(), Queue()
    process = Process(target=wait_for, args=(event, queue), name="W")
    process.start()
    event.set()
    print(queue.get())
    process.join()
    print(process.name, process.exitcode, process.is_alive(), event.is_set())
    jobs, results = JoinableQueue(), SimpleQueue()
    process = Process(target=consume, args=(jobs, results))
    process.start()
    for job in (1, 2, 3, None):
        jobs.put(job)
    jobs.join()
    print(sorted(results.get() for _ in range(3)))
    process.join()
    barrier = Barrier(2)
    run(*[Process(target=meet, args=(barrier, queue)) for _ in range(2)])
    print(sorted(queue.get() for _ in range(2)))
    condition, value = Condition(), Value("i", 0)
    with condition:
        process = Process(target=change, args=(condition, value))
        process.start()
        print(condition.wait_for(lambda: value.value == 1, 30))
    process.join()


def ends():
    process = Process(target=sleep)
    print(process.exitcode, process.is_alive(), process.pid)
    process.start()
    print(process.is_alive(), process in active_children(), process.pid > 0)
    process.terminate()
    process.join()
    print(process.exitcode, process.is_alive(), active_children())
    process = Process(target=sleep, daemon=True)
    process.start()
    process.join(0.05)
    print(process.exitcode)
    process.kill()
    process.join()
    print(process.exitcode, process.daemon)
    process.close()
    try:
        process.is_alive()
    except ValueError as error:
        print(error)
    process = Own(4)
    run(process)
    print(process.exitcode)
    process = Process(target=sys.exit, args=("said on stderr",))
    run(process)
    print(process.exitcode)
    print(parent_process(), current_process().name, cpu_count() > 0)


def pipes_and_locks():
    here, there = Pipe()
    here.send_bytes(b"abc")
    print(there.poll(), there.recv_bytes(), there.poll(), here.poll(0.01))
    there.send([1, {"a": (None, 2.5)}])
    print(here.recv())
    here.close()
    try:
        there.recv()
    except EOFError:
        print("EOFError")
    receiving, sending = Pipe(duplex=False)
    for wrong in (lambda: receiving.send(1), lambda: sending.recv(), lambda: here.send(1)):
        try:
            wrong()
        except OSError as error:
            print(error)
    lock = RLock()
    lock.acquire()
    lock.acquire()
    print(lock)
    lock.release()
    lock.release()
    print(lock, Lock(), Semaphore(3), BoundedSemaphore(2))
    for release in Lock().release, BoundedSemaphore(1).release, lock.release:
        try:
            release()
        except (ValueError, AssertionError) as error:
            print(type(error).__name__, error)
    lock = Lock()
    print(lock.acquire(), lock.acquire(block=False), lock.acquire(timeout=0.01), lock)


def pools():
    with Pool(2) as pool:
        print(pool.map(square, range(10)), pool.map(square, []))
        print(pool.apply(add, (1,), {"b": 2}), pool.starmap(add, [(1, 2), (3, 4)]))
        print(list(pool.imap(square, range(5))), sorted(pool.imap_unordered(square, iter(range(7)), chunksize=2)))
        result = pool.map_async(square, range(3), callback=print)
        result.wait()
        print(result.ready(), result.successful(), result.get())
        for failing in (lambda: pool.map(boom, [1]), lambda: pool.apply(boom), lambda: list(pool.imap(boom, [1]))):
            try:
                failing()
            except KeyError as error:
                print(repr(error), type(error.__cause__).__name__)
        try:
            pool.apply_async(time.sleep, (0.3,)).get(timeout=0.01)
        except TimeoutError as error:
            print(repr(error))
    try:
        pool.apply(square, (1,))
    except ValueError as error:
        print(error)
    pool = Pool(1, initializer=print, initargs=("initialized",), maxtasksperchild=1)
    print(len({pool.apply(os.getpid) for _ in range(3)}))
    pool.close()
    pool.join()
    with ThreadPool(2) as pool:
        print(pool.map(square, range(5)), pool.apply(add, (1, 2)), list(pool.imap(square, iter(range(3)))))
        try:
            pool.apply(boom)
        except KeyError as error:
            print(repr(error), error.__cause__)
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(square, range(5), chunksize=2)))
        futures = [executor.submit(pow, 2, i) for i in range(4)]
        print(sorted(future.result() for future in as_completed(futures)))
        error = executor.submit(boom).exception()
        print(repr(error), type(error.__cause__).__name__)


if __name__ == "__main__":
    processes()
    ends()
    pipes_and_locks()
    pools()
