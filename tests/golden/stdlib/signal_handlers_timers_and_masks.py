import os
import signal
import threading
import time

log = []
old = signal.signal(signal.SIGUSR1, lambda number, frame: log.append((signal.Signals(number).name, frame.f_code.co_name)))
print(old, signal.getsignal(signal.SIGUSR1) is not None, signal.getsignal(signal.SIGTERM), repr(signal.SIGINT), signal.Signals(15), signal.SIGTERM + 0, signal.Handlers.SIG_IGN, signal.strsignal(9))


def work():
    os.kill(os.getpid(), signal.SIGUSR1)
    for _ in range(100):
        pass


work()
signal.raise_signal(signal.SIGUSR1)
print(log)


def failing(number, frame):
    raise InterruptedError("from handler")


signal.signal(signal.SIGUSR2, failing)
try:
    signal.raise_signal(signal.SIGUSR2)
    for _ in range(1000):
        pass
    print("not reached")
except InterruptedError as error:
    print(error)
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(1)
except KeyboardInterrupt:
    print("KeyboardInterrupt", signal.getsignal(signal.SIGINT) is signal.default_int_handler)
signal.signal(signal.SIGALRM, lambda *args: log.append("alarm"))
start = time.monotonic()
signal.setitimer(signal.ITIMER_REAL, 0.02)
time.sleep(0.06)
print(log[-1], time.monotonic() - start >= 0.055, signal.getitimer(signal.ITIMER_REAL), signal.alarm(10), signal.alarm(0) > 5)
signal.setitimer(signal.ITIMER_REAL, 0.005, 0.005)
deadline = time.monotonic() + 2
while log.count("alarm") < 4 and time.monotonic() < deadline:
    time.sleep(0.001)
print(log.count("alarm") >= 4, signal.setitimer(signal.ITIMER_REAL, 0)[1] == 0.005)


class Timeout(Exception):
    pass


def expire(*args):
    raise Timeout("too slow")


signal.signal(signal.SIGALRM, expire)
signal.setitimer(signal.ITIMER_REAL, 0.01)
try:
    while True:
        pass
except Timeout as error:
    print(error)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
before = len(log)
signal.raise_signal(signal.SIGUSR1)
print(len(log) == before, signal.SIGUSR1 in signal.sigpending(), signal.sigwait({signal.SIGUSR1}), signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1]) == {signal.SIGUSR1}, len(log) == before)
for call in (lambda: signal.signal(9, print), lambda: signal.signal(0, print), lambda: signal.signal(999, print), lambda: signal.signal(2, 5), lambda: signal.raise_signal(999), lambda: signal.alarm("x"),
             lambda: signal.pthread_sigmask(9, []), lambda: signal.Signals(999), lambda: signal.getsignal(0), lambda: signal.strsignal(0), lambda: os.kill(os.getpid(), 999), lambda: signal.signal("x", print)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
errors = []


def in_thread():
    try:
        signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    except ValueError as error:
        errors.append(str(error))
    os.kill(os.getpid(), signal.SIGUSR1)


where = []
signal.signal(signal.SIGUSR1, lambda *a: where.append(threading.current_thread() is threading.main_thread()))
t = threading.Thread(target=in_thread)
t.start()
t.join()
time.sleep(0.05)
print(errors, where)
r, w = os.pipe()
os.set_blocking(w, False)
previous = signal.set_wakeup_fd(w)
signal.raise_signal(signal.SIGUSR1)
print(previous, os.read(r, 5) == bytes([signal.SIGUSR1]), signal.set_wakeup_fd(-1) == w)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.getsignal(signal.SIGUSR1), signal.signal(signal.SIGUSR1, signal.SIG_DFL), sorted(s.name for s in signal.valid_signals() if isinstance(s, signal.Signals))[:3])
pid = os.fork()
if pid == 0:
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(5)
print(os.WTERMSIG(os.waitpid(pid, 0)[1]))
