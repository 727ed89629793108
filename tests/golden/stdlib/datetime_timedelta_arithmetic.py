from datetime import timedelta

t = timedelta(days=1, hours=-2, milliseconds=1500)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), -t, abs(-t), t * 2, t * 1.5, 2 * t, t / 2, t / timedelta(hours=1), t // timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(hours=5)), t // 7)
print(timedelta(0), repr(timedelta()), bool(timedelta()), timedelta(-1), timedelta(microseconds=-1), timedelta(weeks=1.5), timedelta(0.1), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(seconds=1) == timedelta(milliseconds=1000), hash(timedelta(1)) == hash(timedelta(hours=24)), timedelta(1) > timedelta(hours=23), timedelta(1) == 1, sum([timedelta(1), timedelta(2)], timedelta()))
for call in (lambda: t / 0, lambda: t // 0, lambda: timedelta(10**9), lambda: timedelta("1"), lambda: timedelta(days=float("nan")), lambda: timedelta(days=float("inf")), lambda: timedelta.max + timedelta.resolution):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
