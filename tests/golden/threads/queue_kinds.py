import queue
q = queue.Queue(maxsize=2)
q.put(1); q.put(2)
print(q.full(), q.qsize(), q.get(), q.get(), q.empty())
for f in (q.get_nowait, lambda: q.get(timeout=0.01), lambda: [q.put_nowait(i) for i in range(3)], q.task_done):
    try:
        f()
        f()
        f()
    except Exception as e:
        print(type(e).__name__, e)
l = queue.LifoQueue()
for i in range(3): l.put(i)
print([l.get() for _ in range(3)])
p = queue.PriorityQueue()
for i in ((3, "c"), (1, "a"), (2, "b")): p.put(i)
print([p.get() for _ in range(3)])
s = queue.SimpleQueue()
s.put("x")
print(s.get(), s.empty())
