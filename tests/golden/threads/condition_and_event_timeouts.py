import threading
import time

event = threading.Event()
print(event.wait(0.01), event.is_set(), event.wait(0), repr(event).split(" at ")[0], repr(event).split(": ")[1])
threading.Timer(0.01, event.set).start()
print(event.wait(), event.wait(0), event.is_set())
event.clear()
print(event.wait(-1))
c = threading.Condition()
for call in (lambda: c.wait(), lambda: c.notify(), lambda: c.notify_all(), lambda: c.release(), lambda: c.wait_for(bool)):
    try:
        print(call())
    except RuntimeError as error:
        print(error)
with c:
    print(c.wait(0.01), c.wait_for(lambda: False, 0.01), c.wait_for(lambda: "value"), c.wait_for(lambda: [], 0))
woken = []


def wait(n):
    with c:
        if c.wait(5):
            woken.append(n)


threads = [threading.Thread(target=wait, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
    time.sleep(0.01)
with c:
    c.notify(2)
time.sleep(0.3)
print(len(woken))
with c:
    c.notify_all()
for t in threads:
    t.join()
print(sorted(woken), repr(c).split(" at ")[0][:22])
lock = threading.RLock()
shared = [threading.Condition(lock), threading.Condition(lock)]
with shared[0]:
    with shared[1]:
        shared[1].notify()
    print("two conditions on a lock")
b = threading.Barrier(2, action=lambda: woken.append("action"), timeout=0.02)
try:
    b.wait()
except threading.BrokenBarrierError as error:
    print(type(error).__name__, error, b.broken)
b.reset()
t = threading.Thread(target=b.wait)
t.start()
place = b.wait(5)
t.join()
print(place in (0, 1), woken[-1], b.broken, b.parties, b.n_waiting, repr(b).split(" at ")[0])
try:
    threading.Barrier(0)
except ValueError as error:
    print(error)


def failing():
    raise ZeroDivisionError("in action")


b = threading.Barrier(1, failing)
for _ in range(2):
    try:
        b.wait()
    except (ZeroDivisionError, threading.BrokenBarrierError) as error:
        print(type(error).__name__, error, b.broken)
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(False), s.acquire(timeout=0.01), repr(s).split("value=")[1])
s.release(2)
print(repr(s).split("value=")[1])
for call in (lambda: threading.Semaphore(-1), lambda: s.release(0), lambda: threading.BoundedSemaphore(1).release(),
             lambda: s.acquire(False, 5)):
    try:
        print(call())
    except ValueError as error:
        print(error)
timer = threading.Timer(5, print, ["never"])
timer.start()
timer.cancel()
timer.join()
print(timer.finished.is_set(), timer.is_alive(), timer.interval, timer.name.startswith("Thread-"))
