import sys
import threading
import time

main = threading.main_thread()
print(main.name, main is threading.current_thread(), main.daemon, main.is_alive(), main.ident == threading.get_ident(),
      threading.active_count(), threading.get_native_id() == main.native_id)
t = threading.Thread(target=time.sleep, args=(0.01,))
print(t.name, t.ident, t.is_alive(), t.daemon, repr(t))
t.start()
print(t.ident is not None, t.is_alive(), repr(t).replace(str(t.ident), "ID"), t in threading.enumerate())
t.join()
print(repr(t).replace(str(t.ident), "ID"), t.is_alive(), t in threading.enumerate())
t.name = 55
print(t.name, threading.Thread(target=print).name, threading.Thread(name="n").name, threading.Thread(name="").name)


class Mine(threading.Thread):
    def run(self):
        self.seen = threading.current_thread() is self, threading.current_thread().name


m = Mine(name="mine", daemon=True)
m.start()
m.join()
print(m.seen, m.daemon, repr(m).replace(str(m.ident), "ID"))
for call in (lambda: setattr(m, "daemon", False) or m.daemon, lambda: setattr(main, "daemon", True), lambda: m.start(),
             lambda: Mine().is_alive(), lambda: main.start()):
    try:
        print(call())
    except RuntimeError as error:
        print(error)


class NoInit(threading.Thread):
    def __init__(self):
        pass


for call in (lambda: NoInit().start(), lambda: repr(NoInit()), lambda: NoInit().name, lambda: NoInit().join()):
    try:
        print(call())
    except (RuntimeError, AssertionError) as error:
        print(type(error).__name__, error)
inherited = []


def child():
    inherited.append(threading.Thread(target=print).daemon)


t = threading.Thread(target=child, daemon=True)
t.start()
t.join()
print(inherited, threading.Thread(target=child, daemon=None).daemon)
for name in ("currentThread", "activeCount"):
    import warnings
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        getattr(threading, name)()
    print(caught[0].message)
t = threading.Thread(target=time.sleep, args=(0.5,))
t.start()
print(t.join(0), t.join(timeout=0.001), t.is_alive(), t.join(-1), t.join())
traced = []
threading.settrace(lambda frame, event, arg: traced.append(event))
threading.settrace(None)
print(threading.gettrace(), threading.getprofile(), threading.stack_size())
for size in (-1, 5):
    try:
        threading.stack_size(size)
    except ValueError as error:
        print(error)
print(sorted(n for n in threading.__all__ if n[0].islower())[:6])
