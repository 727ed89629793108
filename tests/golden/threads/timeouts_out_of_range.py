# Seconds to wait: what is too long, negative or no number.
import queue
import select
import threading
import time

lock = threading.Lock()
WAITS = {
    "acquire": lambda seconds: lock.acquire(True, seconds),
    "get": lambda seconds: queue.SimpleQueue().get(True, seconds),
    "sleep": time.sleep,
    "select": lambda seconds: select.select([], [], [], seconds),
}
for name, wait in WAITS.items():
    for seconds in (9223372037, 1e10, 1e300, 10**30, float("nan"), float("inf"), -2, -0.5, -1e20, "a", [1]):
        try:
            print(name, seconds, wait(seconds))
        except Exception as error:
            print(name, seconds, type(error).__name__, error)
try:
    lock.acquire(False, 1)
except ValueError as error:
    print(error)
