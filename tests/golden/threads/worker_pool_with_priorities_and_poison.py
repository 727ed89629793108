import queue
import threading
import time


class Job:
    def __init__(self, function, *args):
        self.function, self.args, self.done = function, args, threading.Event()
        self.value = self.error = None

    def run(self):
        try:
            self.value = self.function(*self.args)
        except BaseException as error:
            self.error = error
        finally:
            self.done.set()

    def result(self, timeout=5):
        if not self.done.wait(timeout):
            raise TimeoutError
        if self.error:
            raise self.error
        return self.value


class Pool:
    def __init__(self, size):
        self.queue, self.lock, self.count = queue.PriorityQueue(), threading.Lock(), 0
        self.threads = [threading.Thread(target=self.work, name=f"w{i}") for i in range(size)]
        self.handled = {t.name: 0 for t in self.threads}

    def __enter__(self):
        for t in self.threads:
            t.start()
        return self

    def __exit__(self, *exc):
        for _ in self.threads:
            self.put(float("inf"), None)
        for t in self.threads:
            t.join()

    def put(self, priority, job):
        with self.lock:
            self.count += 1
            self.queue.put((priority, self.count, job))
        return job

    def submit(self, function, *args, priority=0):
        return self.put(priority, Job(function, *args))

    def work(self):
        while True:
            _, _, job = self.queue.get()
            if job is None:
                return
            job.run()
            self.handled[threading.current_thread().name] += 1


order = []
with Pool(1) as pool:
    gate = threading.Event()
    pool.submit(gate.wait)
    time.sleep(0.05)
    jobs = [pool.submit(order.append, n, priority=p) for n, p in (("low", 9), ("high", 1), ("middle", 5), ("high too", 1))]
    gate.set()
    for job in jobs:
        job.result()
print(order, pool.handled)
with Pool(4) as pool:
    jobs = [pool.submit(pow, n, 2) for n in range(50)]
    bad = [pool.submit(int, "x"), pool.submit(lambda: 1 / 0), pool.submit(exit, 3)]
    print(sum(j.result() for j in jobs))
    for job in bad:
        try:
            job.result()
        except BaseException as error:
            print(type(error).__name__, error)
print(sum(pool.handled.values()), pool.queue.empty(), [t.is_alive() for t in pool.threads])


class Future:
    def __init__(self):
        self.condition, self.state = threading.Condition(), None

    def set(self, value):
        with self.condition:
            if self.state is not None:
                raise RuntimeError("already set")
            self.state = (value,)
            self.condition.notify_all()

    def get(self):
        with self.condition:
            self.condition.wait_for(lambda: self.state is not None)
            return self.state[0]


f, got = Future(), []
readers = [threading.Thread(target=lambda: got.append(f.get())) for _ in range(5)]
for r in readers:
    r.start()
f.set("value")
for r in readers:
    r.join()
print(got)
try:
    f.set("again")
except RuntimeError as error:
    print(error)
once, calls, barrier = threading.Lock(), [], threading.Barrier(6)
cached = {}


def load(key):
    barrier.wait()
    with once:
        if key not in cached:
            calls.append(key)
            cached[key] = key.upper()
    return cached[key]


threads = [threading.Thread(target=load, args=("key",)) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(calls, cached)
