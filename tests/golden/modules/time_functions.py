import time
a = time.perf_counter(); m = time.monotonic(); t = time.time()
time.sleep(0.02)
print(time.perf_counter() - a >= 0.02, time.monotonic() >= m, time.time() > t, time.perf_counter_ns() > 0, time.process_time() >= 0, time.thread_time() >= 0)
g = time.gmtime(0)
print(g.tm_year, g.tm_mon, g.tm_mday, g[3], time.strftime("%Y-%m-%d %H:%M:%S", g), time.gmtime(86400 * 365).tm_yday)
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
