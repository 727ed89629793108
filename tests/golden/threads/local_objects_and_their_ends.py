import threading
import weakref


class Counted(threading.local):
    made = []
    shared = "class attribute"

    def __init__(self, start, *, step=1):
        self.made.append(threading.current_thread().name)
        self.value = start
        self.step = step

    def next(self):
        self.value += self.step
        return self.value


c = Counted(10, step=5)
print(c.next(), c.next(), c.__dict__, c.made)
results = {}


def run(name):
    results[name] = c.next(), c.next(), sorted(vars(c))
    c.extra = name
    results[name] += (c.extra,)


for name in "ab":
    t = threading.Thread(target=run, args=(name,), name=name)
    t.start()
    t.join()
print(results, c.made, hasattr(c, "extra"), c.value)
for call in (lambda: c.missing, lambda: setattr(c, "__dict__", {}), lambda: delattr(c, "missing"),
             lambda: threading.local(1), lambda: threading.local(a=1)):
    try:
        print(call())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Dies:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        ends.append((self.name, threading.current_thread().name))


ends = []
plain = threading.local()
plain.x = Dies("main's")


def worker():
    plain.x = Dies("worker's")


t = threading.Thread(target=worker, name="W")
t.start()
t.join()
print(ends, plain.x.name)
ref = weakref.ref(plain)
del plain
print(ref(), ends)


class Slots(threading.local):
    __slots__ = ("shared",)


s = Slots()
s.shared = "everywhere"
s.own = 1
t = threading.Thread(target=lambda: ends.append((s.shared, hasattr(s, "own"))))
t.start()
t.join()
print(ends[-1])


class Failing(threading.local):
    def __init__(self):
        if threading.current_thread() is not threading.main_thread():
            raise OSError("only in main")
        self.fine = True


f = Failing()


def use():
    for _ in range(2):
        try:
            f.fine
        except OSError as error:
            ends.append(str(error))


t = threading.Thread(target=use)
t.start()
t.join()
print(ends[-2:], f.fine)
