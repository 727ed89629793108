"""time objects: construction, comparison, zones, formatting, ISO texts and truth."""
import datetime as dt


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

T = dt.time
t = T(1, 2, 3, 4)
print(t, repr(t), T(), repr(T(1)), repr(T(1, 2, fold=1)), t.isoformat("hours"), t.isoformat("microseconds"), t.strftime("%H-%M-%S-%f %p %I"), f"{t:%H}", f"{t}", t.replace(hour=5), t < T(2), t == T(1, 2, 3, 4), hash(t) == hash(T(1, 2, 3, 4)), T.min, T.max, T.resolution, bool(T(0)), t.tzinfo, t.utcoffset(), t.tzname(), T(1, tzinfo=dt.timezone.utc), T(1, tzinfo=dt.timezone(dt.timedelta(hours=1))) == T(0, tzinfo=dt.timezone.utc))
for text in ("10", "10:20", "10:20:30", "102030", "T10:20", "10:20:30.123", "10:20:30,5", "10:20Z", "10:20+01", "10:20-01:30:15.5", "24:00", "1:20", "10:2", "10:20:", "", "10:20:30.1234567", "25:00", "t10", "10:20 "):
    attempt(lambda: T.fromisoformat(text))
for bad in ((lambda: T(24)), (lambda: T(-1)), (lambda: T(0, 60)), (lambda: T(0, 0, 60)), (lambda: T(0, 0, 0, 1000000)), (lambda: T(fold=2)), (lambda: T("a")), (lambda: T(1.5)), (lambda: T(tzinfo=5)), (lambda: t < 5), (lambda: t < T(1, tzinfo=dt.timezone.utc)), (lambda: t == T(1, tzinfo=dt.timezone.utc)), (lambda: t + dt.timedelta(1)), (lambda: t - t), (lambda: t.replace(hour=24)), (lambda: t.isoformat("x")), (lambda: T.fromisoformat(5)), (lambda: t.strftime("%Y")), (lambda: t[0])):
    attempt(bad)
