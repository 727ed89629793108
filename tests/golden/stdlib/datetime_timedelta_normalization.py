"""timedelta: normal form, arithmetic with numbers, division, comparison, text and errors."""
import datetime as dt


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

T = dt.timedelta
for args in ((), (1,), (-1,), (0, 86400), (0, -1), (0, 0, -1), (0.5,), (0, 1.5), (1.5, 0.5, 0.5), (0, 0, 0.5), (0, 0, 1.5), (0, 0, 2.5)):
    t = T(*args)
    print(args, repr(t), str(t), t.days, t.seconds, t.microseconds, t.total_seconds())
t = T(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6, weeks=1)
print(t, repr(t), -t, +t, abs(-t), t * 2, 2 * t, t * 0.5, t / 2, t // 2, t / T(1), t // T(hours=5), t % T(hours=5), divmod(t, T(hours=5)), t + T(1), t - T(1), t > T(8), t == T(microseconds=t // T(microseconds=1)), bool(T(0)), hash(t) == hash(T(8, 7384, 5006)), T.min, T.max, T.resolution, sum([T(1), T(2)], T()), max(T(1), T(2)), T(1) * 1.1, T(microseconds=1) / 2, T(microseconds=3) / 2, T(microseconds=3) // 2, T(seconds=1) / 3)
for bad in ((lambda: T("1")), (lambda: T(days=1e20)), (lambda: t + 1), (lambda: t * t), (lambda: t * "x"), (lambda: t / 0), (lambda: t // 0.5), (lambda: t % 2), (lambda: 1 / t), (lambda: t < 5), (lambda: t == 5), (lambda: T.max + T.resolution), (lambda: -T.max), (lambda: abs(T.min)), (lambda: T.max * 2), (lambda: T(float("nan"))), (lambda: T(float("inf"))), (lambda: t / 0.0), (lambda: divmod(t, 5)), (lambda: round(t)), (lambda: int(t)), (lambda: T(10**9)), (lambda: T(1j)), (lambda: format(t, "x")), (lambda: f"{t}"), (lambda: t * 10**20)):
    attempt(bad)
