import queue

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    q = kind()
    for item in (2, 3, 1):
        q.put(item)
    print(kind.__name__, q.qsize(), [q.get() for _ in range(3)], q.empty())
q = queue.Queue(maxsize=1)
q.put("a")
print(q.full(), q.maxsize)
for call in (lambda: q.put_nowait("b"), lambda: q.put("b", timeout=0.01), lambda: q.get(), lambda: q.get_nowait(), lambda: q.get(timeout=0.01), lambda: q.task_done(), lambda: q.task_done(), lambda: q.get(timeout=-1), lambda: q.put("x", True, -1), lambda: queue.PriorityQueue().put([]), lambda: queue.SimpleQueue().get_nowait(), lambda: q.join(), lambda: queue.Queue("x").put(1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
p = queue.PriorityQueue()
p.put((1, {}))
try:
    p.put((1, {}))
except TypeError as error:
    print(error)
s = queue.Queue()
s.put(1)
s.shutdown()
print(s.get(), queue.ShutDown.__name__)
for call in (lambda: s.put(2), lambda: s.get()):
    try:
        call()
    except queue.ShutDown as error:
        print(type(error).__name__, error.args)
