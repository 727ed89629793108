import _thread
import threading
import time

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01), lock.release(), lock.locked())
print(repr(lock).split(" at ")[0], type(lock) is _thread.LockType, threading.Lock is _thread.lock)
for call in (lambda: lock.release(), lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-2),
             lambda: lock.acquire(timeout=1e20), lambda: lock.acquire("x", "y"),
             lambda: lock.acquire(1, 2, 3)):
    try:
        print(call())
    except (RuntimeError, ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
with lock as got:
    print(got, lock.locked(), repr(lock).split(" at ")[0])
try:
    with lock:
        raise KeyError("inside")
except KeyError:
    print("released", lock.locked())
lock.acquire()
threading.Timer(0.01, lock.release).start()
print("released by another thread", lock.acquire(timeout=5))
lock.release()
r = threading.RLock()
print(r.acquire(), r.acquire(blocking=False), repr(r).split(" at ")[0].replace(str(threading.get_ident()), "ME"))
r.release()
result = []
t = threading.Thread(target=lambda: result.append(r.acquire(timeout=0.01)))
t.start()
t.join()
r.release()
print(result)
for call in (lambda: r.release(), lambda: r.acquire(timeout=-5), lambda: r.acquire(False, 3)):
    try:
        print(call())
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, error)


def release_others():
    try:
        r.release()
    except RuntimeError as error:
        result.append(str(error))


r.acquire()
t = threading.Thread(target=release_others)
t.start()
t.join()
print(result, r._is_owned(), r._recursion_count() if hasattr(r, "_recursion_count") else 1)
r.release()
print(r._is_owned(), threading.TIMEOUT_MAX > 1000)
fork = threading.Lock()
order = []


def waiting(n):
    with fork:
        order.append(n)


fork.acquire()
threads = []
for n in range(4):
    threads.append(threading.Thread(target=waiting, args=(n,)))
    threads[-1].start()
    time.sleep(0.02)
fork.release()
for t in threads:
    t.join()
print(sorted(order))
try:
    _thread.lock().__class__.__init__
    class Sub(_thread.LockType):
        pass
except TypeError as error:
    print(error)
