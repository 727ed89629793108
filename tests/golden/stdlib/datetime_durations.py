from datetime import *
for t in (timedelta(), timedelta(1), timedelta(-1, 5), timedelta(hours=25, minutes=-3), timedelta(days=1.5, microseconds=0.5), timedelta(microseconds=1.5), timedelta(microseconds=2.5), timedelta(weeks=1, milliseconds=7), timedelta(seconds=-0.1), timedelta(microseconds=-1)):
    print(repr(t), t, t.total_seconds(), -t, abs(t), t*2, t*1.5, t/3, t//7, t % timedelta(seconds=7), divmod(t, timedelta(hours=1)), bool(t), t/timedelta(minutes=1), t / 0.7)
print(timedelta(1) == timedelta(hours=24), hash(timedelta(1)) == hash(timedelta(hours=24)), timedelta(1) > timedelta(0), timedelta(1) == 1, 3*timedelta(1), sum([timedelta(1), timedelta(2)], timedelta()), sorted([timedelta(2), timedelta(1)]))
