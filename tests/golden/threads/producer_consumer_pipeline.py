import threading, queue
def stage(f, a, b):
    while (x := a.get()) is not None: b.put(f(x))
    b.put(None)
qs = [queue.Queue(2) for _ in range(4)]
fs = [lambda x: x + 1, lambda x: x * 10, str]
ts = [threading.Thread(target=stage, args=(f, qs[i], qs[i + 1])) for i, f in enumerate(fs)]
for t in ts: t.start()
def feed():
    for i in range(8): qs[0].put(i)
    qs[0].put(None)
threading.Thread(target=feed).start()
print(list(iter(qs[3].get, None)))
