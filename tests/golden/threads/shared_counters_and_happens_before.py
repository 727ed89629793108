import queue
import sys
import threading
import time
from collections import deque

sys.setswitchinterval(1e-4)


class Atomic:
    def __init__(self, value=0):
        self.value, self.lock = value, threading.Lock()

    def update(self, f):
        with self.lock:
            self.value = f(self.value)
            return self.value


def spread(n, function, *args):
    threads = [threading.Thread(target=function, args=(i, *args)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


counter = Atomic()
spread(4, lambda i: [counter.update(lambda v: v + 1) for _ in range(500)])
print(counter.value)
appended, d, made = [], deque(), {}
spread(4, lambda i: [appended.append((i, n)) for n in range(300)])
print(len(appended), all([n for j, n in appended if j == i] == list(range(300)) for i in range(4)))
spread(4, lambda i: [d.append(i) if n % 2 else d.appendleft(i) for n in range(200)])
print(len(d), sorted(set(d)), [d.count(i) for i in range(4)])
spread(4, lambda i: [made.setdefault(n, i) for n in range(300)])
print(len(made), set(made.values()) <= {0, 1, 2, 3})
flags, seen = [threading.Event() for _ in range(5)], []


def relay(i):
    flags[i].wait()
    seen.append(i)
    if i + 1 < len(flags):
        flags[i + 1].set()


threads = [threading.Thread(target=relay, args=(i,)) for i in reversed(range(5))]
for t in threads:
    t.start()
flags[0].set()
for t in threads:
    t.join()
print(seen)
turn, words = threading.Condition(), []


def speak(i, text, n):
    for k in range(n):
        with turn:
            turn.wait_for(lambda: len(words) % 3 == i)
            words.append(f"{text}{k}")
            turn.notify_all()


threads = [threading.Thread(target=speak, args=(i, text, 4)) for i, text in enumerate("xyz")]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(" ".join(words))
barrier, phases = threading.Barrier(3, action=lambda: phases.append("|")), []


def phase(i):
    for n in range(3):
        phases.append(f"{n}")
        barrier.wait()


spread(3, phase)
print("".join(phases))


class Latest:
    """Readers see the newest value; a slow one misses some but never goes back."""

    def __init__(self):
        self.version, self.value, self.changed, self.closed = 0, None, threading.Condition(), False

    def put(self, value, close=False):
        with self.changed:
            self.version, self.value, self.closed = self.version + 1, value, close
            self.changed.notify_all()

    def __iter__(self):
        last = 0
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.version > last)
                last, value, closed = self.version, self.value, self.closed
            yield value
            if closed:
                return


latest, got = Latest(), {0: [], 1: []}


def read(i):
    for value in latest:
        got[i].append(value)
        time.sleep(0.0002 * i)


threads = [threading.Thread(target=read, args=(i,)) for i in got]
for t in threads:
    t.start()
for n in range(1, 51):
    latest.put(n, close=n == 50)
for t in threads:
    t.join()
print(all(v == sorted(v) and v[-1] == 50 for v in got.values()))
locks, trail = [threading.Lock() for _ in range(3)], queue.Queue()


def ordered(i):
    a, b = sorted((i, (i + 1) % 3))
    for _ in range(50):
        with locks[a], locks[b]:
            trail.put(i)


spread(3, ordered)
print(trail.qsize())
stop, ticks = threading.Event(), 0


def tick():
    global ticks
    while not stop.wait(0.001):
        ticks += 1


t = threading.Thread(target=tick)
t.start()
deadline = time.monotonic() + 5
while ticks < 3 and time.monotonic() < deadline:
    sum(range(1000))
stop.set()
t.join()
print(ticks >= 3)
