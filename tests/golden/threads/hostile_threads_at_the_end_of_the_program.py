import atexit
import threading
import time


class Noisy:
    def __del__(self):
        print("deleted in", threading.current_thread().name)


def late(n):
    time.sleep(0.6 * n)
    print("thread", n, "still works")
    if n == 2:
        threading.Thread(target=late, args=(3,), name="born late").start()


def daemon():
    while True:
        time.sleep(0.001)


atexit.register(print, "atexit after the threads")
threading._register_atexit(print, "before the join of threads")
for n in (1, 2):
    threading.Thread(target=late, args=(n,)).start()
for _ in range(3):
    threading.Thread(target=daemon, daemon=True).start()
keeper = Noisy()
local = threading.local()
local.noisy = Noisy()
lock = threading.Lock()
lock.acquire()
threading.Thread(target=lock.acquire, daemon=True).start()
print("main ends")
