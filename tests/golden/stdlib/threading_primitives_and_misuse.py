"""Locks, conditions, events, semaphores, barriers and threads: states, reprs and errors without races."""
import threading


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

L = threading.Lock()
print(L.locked(), L.acquire(), L.locked(), L.acquire(False), L.acquire(timeout=0.01), L.release(), L.locked(), L.__enter__(), L.__exit__(None, None, None))
R = threading.RLock()
print(R.acquire(), R.acquire(), R.release(), R.release(), "locked" in repr(L), "owner" in repr(R))
E = threading.Event()
print(E.is_set(), E.wait(0.01), E.set(), E.wait(), E.clear(), E.is_set())
S = threading.Semaphore(1)
print(S.acquire(), S.acquire(blocking=False), S.release(), S.release(2), S._value)
B = threading.Barrier(1, action=lambda: print("action"))
print(B.wait(), B.parties, B.n_waiting, B.broken, B.reset(), B.abort(), B.broken)
for bad in ((lambda: L.release()), (lambda: R.release()), (lambda: L.acquire(False, 1)), (lambda: L.acquire(timeout=-5)), (lambda: L.acquire("x", "y")), (lambda: threading.Semaphore(-1)), (lambda: threading.BoundedSemaphore(1).release()), (lambda: S.release(0)), (lambda: S.acquire(False, 1)), (lambda: threading.Condition(5)), (lambda: threading.Condition().wait()), (lambda: threading.Condition().notify()), (lambda: threading.Barrier(0)), (lambda: B.wait()), (lambda: threading.Thread(5)), (lambda: threading.Thread(target=5).run()), (lambda: threading.Thread().join()), (lambda: threading.current_thread().join()), (lambda: threading.Thread(nope=1)), (lambda: threading.Thread(daemon="x").daemon), (lambda: threading.main_thread() is threading.current_thread()), (lambda: threading.Timer(1, print).cancel()), (lambda: threading.local().x), (lambda: threading.stack_size(5)), (lambda: threading.Thread(name=5).name), (lambda: threading.Thread(args=5).run())):
    attempt(bad)
t = threading.Thread(target=lambda: print("ran"), name="T")
print(t.name, t.daemon, t.is_alive(), t.ident, repr(t)[:12])
t.start(); t.join()
print(t.is_alive(), t.ident is not None, "stopped" in repr(t), t.join(0.1))
attempt(lambda: t.start())
attempt(lambda: setattr(t, "daemon", True))
c = threading.Condition()
with c:
    print(c.wait(0.01), c.wait_for(lambda: True), c.notify_all())
