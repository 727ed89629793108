import threading
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01))
s.release()
print(s.acquire(blocking=False))
b = threading.BoundedSemaphore(1)
try:
    b.release()
except ValueError as e:
    print(e)
bar = threading.Barrier(3)
log = []
def work(): log.append(bar.wait())
ts = [threading.Thread(target=work) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(log), bar.parties, bar.n_waiting)
active, peak, guard = 0, 0, threading.Lock()
sem = threading.Semaphore(2)
def limited():
    global active, peak
    with sem:
        with guard:
            active += 1
            peak = max(peak, active)
        with guard: active -= 1
ts = [threading.Thread(target=limited) for _ in range(6)]
for t in ts: t.start()
for t in ts: t.join()
print(peak <= 2, active)
