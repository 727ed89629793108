"""Queues without threads: order, fullness, timeouts, task counting, shutdown."""
import queue


def attempt(function):
    try:
        print(repr(function()).split(" at 0x")[0])
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])

q = queue.Queue(2)
print(q.empty(), q.put(1), q.put_nowait(2), q.full(), q.qsize(), q.get(), q.get_nowait(), q.empty(), q.maxsize)
l, p, s = queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for x in (3, 1, 2):
    l.put(x); p.put(x); s.put(x)
print([l.get() for _ in range(3)], [p.get() for _ in range(3)], [s.get() for _ in range(3)], s.empty(), s.qsize())
for bad in ((lambda: q.get(False)), (lambda: q.get(timeout=0.01)), (lambda: q.get(timeout=-1)), (lambda: q.put(1) or q.put(2) or q.put(3, False)), (lambda: q.put(3, timeout=0.01)), (lambda: q.put(3, timeout=-1)), (lambda: q.task_done()), (lambda: q.task_done() or q.task_done() or q.task_done()), (lambda: s.get(False)), (lambda: s.get(timeout=0.01)), (lambda: s.get(timeout=-1)), (lambda: s.get_nowait()), (lambda: p.put("a") or p.put(1)), (lambda: queue.Queue("x")), (lambda: q.join()), (lambda: len(q)), (lambda: queue.Full.__mro__[1].__name__)):
    attempt(bad)
z = queue.Queue()
z.put(1)
z.shutdown()
print(z.get())
attempt(lambda: z.get())
attempt(lambda: z.put(1))
z = queue.Queue()
z.put(1)
z.shutdown(immediate=True)
attempt(lambda: z.get())
