# env: TZ=UTC
import sched
import time
import timeit

t = time.gmtime(1_700_000_000)
print(t, t.tm_year, t[0], t.tm_gmtoff, len(t), t == tuple(t), t[:3], time.struct_time(range(9)), repr(time.struct_time((1,) * 9)))
for text in """
time.gmtime(0)[:6], time.gmtime(-1)[:6], time.gmtime(1e9).tm_yday, time.gmtime(253402300799)[:6], time.gmtime(1.9999999).tm_sec
time.gmtime(1e20)
time.gmtime(float("nan"))
time.gmtime("x")
time.mktime((2024, 2, 30, 25, 61, 0, 0, 0, 0)), time.mktime(time.gmtime(12345)), time.mktime((1969, 12, 31, 23, 59, 59, 0, 0, 0))
time.mktime((2024, 1))
time.mktime("x")
time.asctime(time.gmtime(0)), time.ctime(0), time.asctime((2024, 2, 9, 1, 2, 3, 4, 40, 0))
time.asctime((2024, 13, 1, 0, 0, 0, 0, 1, 0))
time.strftime("%Y-%m-%d %H:%M:%S %j %a %A %b %B %p %I %y %U %W %w %%", time.gmtime(1e9)), time.strftime("%c|%x|%X|%D|%T|%F|%R|%e", time.gmtime(0))
time.strftime("%Y", (2024, 1, 1, 0, 0, 0, 0, 1, 0)), time.strftime("", time.gmtime(0)), time.strftime("é%Y", time.gmtime(0)), time.strftime("%Y", (99, 1, 1, 0, 0, 0, 0, 1, 0))
time.strftime("%Y", (2024, 1, 1, 24, 0, 0, 0, 1, 0))
time.strftime("%d", (2024, 1, 32, 0, 0, 0, 0, 1, 0))
time.strftime(5)
time.strptime("2024-02-29 13:05", "%Y-%m-%d %H:%M"), time.strptime("30 Nov 00", "%d %b %y")[:3], time.strptime("Fri", "%a").tm_wday
time.strptime("2023-02-29", "%Y-%m-%d")
time.strptime("x", "%Y")
time.strptime("2024 extra", "%Y")
time.strptime("1", "%")
time.struct_time((1, 2))
time.struct_time(5)
time.struct_time(range(12))
time.sleep(-1)
time.sleep("x")
time.sleep(float("nan"))
time.sleep(0), time.sleep(0.0), time.sleep(True) if 0 else None
time.clock_gettime(9999)
time.get_clock_info("nope")
time.get_clock_info("monotonic").monotonic, time.get_clock_info("time").adjustable, time.get_clock_info("perf_counter").resolution > 0
time.timezone, time.altzone, time.daylight, time.tzname, isinstance(time.time_ns(), int), time.monotonic() <= time.monotonic(), time.perf_counter_ns() > 0, time.process_time() >= 0, time.thread_time_ns() >= 0
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
now = 0.0
log = []


def sleep(n):
    global now
    log.append(f"sleep {n:g}")
    now += n


s = sched.scheduler(lambda: now, sleep)
s.enter(2, 1, log.append, ("two",))
s.enter(1, 2, log.append, ("one b",))
s.enter(1, 1, log.append, argument=("one a",))
later = s.enterabs(10, 1, log.append, ("ten",))
gone = s.enter(5, 1, log.append, ("never",))
s.cancel(gone)
print(len(s.queue), s.empty(), s.queue[0].argument, s.queue[0].time, later.priority, later.kwargs)
print(s.run(blocking=False), log)
s.run()
print(log, s.empty(), now)
try:
    s.cancel(gone)
except ValueError as error:
    print("ValueError")


def failing():
    raise KeyError("in event")


s.enter(1, 1, failing)
s.enter(2, 1, log.append, ("after",))
try:
    s.run()
except KeyError as error:
    print(error, len(s.queue))
s.run()
print(log[-1])


def again(n):
    log.append(n)
    if n:
        s.enter(1, 1, again, kwargs={"n": n - 1})


s.enter(0, 1, again, (3,))
s.run()
print(log[-4:], now)
timer = timeit.Timer("x += 1", "x = 0")
print(timer.timeit(10) >= 0, len(timer.repeat(3, 5)), timeit.timeit(lambda: None, number=3) >= 0, timeit.timeit("g()", number=2, globals={"g": lambda: log.append("g")}) >= 0, log[-2:], timer.autorange()[0] > 0)
for bad in (lambda: timeit.timeit("1 +"), lambda: timeit.timeit("x", number=1), lambda: timeit.Timer(5), lambda: timeit.timeit("return"), lambda: timeit.repeat("pass", repeat=0)):
    try:
        print(bad())
    except (SyntaxError, NameError, ValueError) as error:
        print(type(error).__name__, str(error)[:40])
ticks = iter(range(100))
print(timeit.Timer("pass", timer=lambda: next(ticks)).timeit(5), timeit.default_timer is time.perf_counter)
