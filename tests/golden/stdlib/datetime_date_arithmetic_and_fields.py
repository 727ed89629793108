"""date: ordinals, weekdays, ISO calendars, replacing, comparing, subtracting and formatting."""
import datetime as dt


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

d = dt.date(2024, 2, 29)
print(d, repr(d), d.year, d.toordinal(), dt.date.fromordinal(1), d.weekday(), d.isoweekday(), d.isocalendar(), tuple(d.isocalendar()), d.isocalendar().week, d.timetuple()[:8], d.ctime(), d.isoformat(), str(d), format(d, "%d/%m/%y"), f"{d:%A}", f"{d}", d.replace(day=1), d - dt.date(2023, 2, 28), d + dt.timedelta(366), d - dt.timedelta(days=1, hours=30), dt.date.min, dt.date.max, dt.date.resolution, hash(d) == hash(dt.date(2024, 2, 29)), d < dt.date(2024, 3, 1), d == dt.datetime(2024, 2, 29), dt.date.fromisoformat("20240229"), dt.date.fromisoformat("2024-W09-4"), dt.date.fromisocalendar(2020, 53, 7), bool(dt.date.min))
for fmt in ("%Y-%m-%d", "%a %b %d", "%j %U %W %w %u %V %G", "%y %C", "%H:%M:%S.%f", "%p %I", "%z|%Z|", "%%", "%x %X %c", "%e %D %F %T", "", "é %d"):
    print(repr(fmt), d.strftime(fmt))
for bad in ((lambda: dt.date(2024)), (lambda: d.replace(month=13)), (lambda: d.replace(year=2023)), (lambda: d + 1), (lambda: d - 1), (lambda: d + d), (lambda: d < 5), (lambda: d == 5), (lambda: dt.date.fromisoformat("2024-2-9")), (lambda: dt.date.fromisoformat("2024-02-30")), (lambda: dt.date.fromisoformat("")), (lambda: dt.date.fromisocalendar(2021, 53, 1)), (lambda: dt.date.min - dt.timedelta(1)), (lambda: d.strftime(5)), (lambda: format(d, 5)), (lambda: dt.date("a", 1, 1)), (lambda: dt.date(2024, 1, 1.5)), (lambda: d * 2), (lambda: -d), (lambda: d[0])):
    attempt(bad)
