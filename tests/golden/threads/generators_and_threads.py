import threading
def g():
    for i in range(100): yield i
it, lock, out = g(), threading.Lock(), []
def work():
    while True:
        with lock:
            v = next(it, None)
        if v is None: return
        out.append(v)
ts = [threading.Thread(target=work) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(out) == list(range(100)))
