import itertools
import queue
import threading
from concurrent.futures import ThreadPoolExecutor, Future
from functools import reduce


def chunks(seq, n):
    it = iter(seq)
    while chunk := list(itertools.islice(it, n)):
        yield chunk


WORDS = ("the quick brown fox jumps over the lazy dog the fox " * 20).split()


def count(words):
    result = {}
    for word in words:
        result[word] = result.get(word, 0) + 1
    return result


def merge(a, b):
    for word, n in b.items():
        a[word] = a.get(word, 0) + n
    return a


with ThreadPoolExecutor(4) as pool:
    print(sorted(reduce(merge, pool.map(count, chunks(WORDS, 17)), {}).items(), key=lambda kv: (-kv[1], kv[0])))


class Pipeline:
    STOP = object()

    def __init__(self, *stages):
        self.queues = [queue.Queue(3) for _ in range(len(stages) + 1)]
        self.threads = [threading.Thread(target=self.run, args=(f, a, b)) for f, a, b in
                        zip(stages, self.queues, self.queues[1:])]
        self.errors = []

    def run(self, stage, source, sink):
        while (item := source.get()) is not self.STOP:
            try:
                for made in stage(item):
                    sink.put(made)
            except Exception as error:
                self.errors.append((item, repr(error)))
        sink.put(self.STOP)

    def __call__(self, items):
        for t in self.threads:
            t.start()
        feeder = threading.Thread(target=lambda: [self.queues[0].put(i) for i in (*items, self.STOP)])
        feeder.start()
        yield from iter(self.queues[-1].get, self.STOP)
        for t in (*self.threads, feeder):
            t.join()


def split(text):
    yield from text.split(",")


def number(text):
    yield int(text)


def pairs(n):
    if n % 2:
        yield n
        yield 10 / (n - 3)


p = Pipeline(split, number, pairs)
print(list(p(["1,2", "3,x", "5", "7,y,9"])), sorted(p.errors, key=repr))


def then(future, f):
    result = Future()

    def done(finished):
        try:
            result.set_result(f(finished.result()))
        except BaseException as error:
            result.set_exception(error)
    future.add_done_callback(done)
    return result


with ThreadPoolExecutor(2) as pool:
    chained = then(then(pool.submit(int, "20"), lambda n: n + 1), lambda n: n * 2)
    failing = then(then(pool.submit(int, "x"), lambda n: n + 1), print)
    print(chained.result(), repr(failing.exception()))
    inner = pool.submit(lambda: pool.submit(lambda: "inner").result()).result()
    print(inner)


def parallel_quicksort(items, pool, depth=2):
    if len(items) < 2:
        return items
    pivot, *rest = items
    low, high = [x for x in rest if x < pivot], [x for x in rest if x >= pivot]
    if depth:
        later = pool.submit(parallel_quicksort, low, pool, 0)
        high = parallel_quicksort(high, pool, depth - 1)
        return [*later.result(), pivot, *high]
    return parallel_quicksort(low, pool, 0) + [pivot] + parallel_quicksort(high, pool, 0)


with ThreadPoolExecutor(4) as pool:
    data = [x * 7919 % 1009 for x in range(300)]
    print(parallel_quicksort(data, pool) == sorted(data))
