import queue
import threading
import time

q = queue.Queue(maxsize=2)
q.put("a")
q.put("b", block=False)
for call in (lambda: q.put("c", False), lambda: q.put_nowait("c"), lambda: q.put("c", timeout=0.01),
             lambda: q.put("c", timeout=-1), lambda: q.get(timeout=-1)):
    try:
        print(call())
    except (queue.Full, ValueError) as error:
        print(repr(error))
print(q.qsize(), q.full(), q.empty(), q.get(), q.get_nowait(), q.empty())
for call in (lambda: q.get(False), lambda: q.get(timeout=0.01), lambda: q.get_nowait()):
    try:
        print(call())
    except queue.Empty as error:
        print(repr(error))
q.task_done()
q.task_done()
try:
    q.task_done()
except ValueError as error:
    print(error)
q.join()
results = []


def consumer():
    while True:
        try:
            item = q.get()
        except queue.ShutDown:
            results.append("shut down")
            return
        results.append(item)
        q.task_done()


threads = [threading.Thread(target=consumer) for _ in range(3)]
for t in threads:
    t.start()
for i in range(10):
    q.put(i)
q.join()
q.shutdown()
for t in threads:
    t.join()
print(sorted(results, key=str))
for call in (lambda: q.put(1), lambda: q.get(), lambda: q.get_nowait()):
    try:
        print(call())
    except queue.ShutDown as error:
        print(repr(error))
blocked = queue.Queue(1)
blocked.put(1)


def producer():
    try:
        blocked.put(2)
    except queue.ShutDown:
        results.append("producer woken")


t = threading.Thread(target=producer)
t.start()
time.sleep(0.01)
blocked.shutdown(immediate=True)
t.join()
print(results[-1], blocked.qsize())
p = queue.PriorityQueue()
for item in ((3, "c"), (1, "z"), (1, "a"), (2, "")):
    p.put(item)
print([p.get() for _ in range(4)])
p.put((1, {}))
try:
    p.put((1, {}))
except TypeError as error:
    print(error)
l = queue.LifoQueue()
for i in range(3):
    l.put(i)
print(l.get(), l.get(), l.qsize())
s = queue.SimpleQueue()
s.put(1, timeout=-5)
s.put_nowait(2)
print(s.get(), s.get(timeout=1), s.empty(), s.qsize())
for call in (lambda: s.get_nowait(), lambda: s.get(timeout=0.01), lambda: s.get(timeout=-1), lambda: s.get(False)):
    try:
        print(call())
    except (queue.Empty, ValueError) as error:
        print(repr(error))
zero = queue.Queue(-5)
for i in range(100):
    zero.put(i)
print(zero.full(), zero.qsize(), queue.Empty.__module__, isinstance(q.mutex, type(threading.Lock())))
