import threading, queue
q, out = queue.Queue(), queue.Queue()
def work():
    while (n := q.get()) is not None:
        out.put(n * n)
        q.task_done()
    q.task_done()
ts = [threading.Thread(target=work) for _ in range(3)]
for t in ts: t.start()
for i in range(20): q.put(i)
for _ in ts: q.put(None)
q.join()
for t in ts: t.join()
print(sorted(out.get() for _ in range(20)), out.empty(), q.qsize())
