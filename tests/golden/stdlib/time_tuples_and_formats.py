import os
import time

os.environ["TZ"] = "UTC"
time.tzset()
t = time.gmtime(1_700_000_000)
print(t, t.tm_year, t[0], t.tm_gmtoff, len(t), t.n_fields, time.mktime(t), time.asctime(t), time.ctime(0), time.strftime("%Y-%m-%d %H:%M:%S %j %a %b", t), time.strptime("2024-02-29 01:02", "%Y-%m-%d %H:%M")[:6], time.struct_time(range(9)), time.struct_time(range(9)) == tuple(range(9)), time.timezone, time.daylight, time.tzname[0], time.gmtime(-1)[:6], time.localtime(0)[:6])
for call in (lambda: time.strptime("x", "%Y"), lambda: time.strptime("2024 rest", "%Y"), lambda: time.strptime("1", "%Q"), lambda: time.struct_time((1, 2)), lambda: time.struct_time(5), lambda: time.sleep(-1), lambda: time.sleep("a"), lambda: time.gmtime("a"), lambda: time.gmtime(1e20), lambda: time.strftime(5), lambda: time.strftime("%Y", (1,)), lambda: time.asctime(5), lambda: time.mktime((2024,)), lambda: time.ctime("a"), lambda: time.strftime("%Y", (2024, 13, 1, 0, 0, 0, 0, 1, 0)), lambda: time.get_clock_info("nope")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(time.monotonic() <= time.monotonic(), time.perf_counter_ns() <= time.perf_counter_ns(), isinstance(time.time_ns(), int), time.get_clock_info("monotonic").monotonic, time.process_time() >= 0)
