import threading
e = threading.Event()
log = []
def waiter(n):
    log.append(e.wait())
ts = [threading.Thread(target=waiter, args=(i,)) for i in range(3)]
for t in ts: t.start()
print(e.is_set(), e.wait(timeout=0.01))
e.set()
for t in ts: t.join()
print(log, e.is_set(), e.wait())
e.clear()
print(e.is_set())
