from datetime import date, datetime, time, timedelta, timezone, tzinfo

ZERO, HOUR = timedelta(0), timedelta(hours=1)


class Zone(tzinfo):
    """One hour of summer time from March 10 to November 3, 2:00."""

    def __init__(self, hours):
        self.base = timedelta(hours=hours)

    def utcoffset(self, when):
        return self.base + self.dst(when)

    def dst(self, when):
        if when is None:
            return ZERO
        when = when.replace(tzinfo=None)
        start, end = datetime(when.year, 3, 10, 2), datetime(when.year, 11, 3, 2)
        if start + HOUR <= when < end - HOUR:
            return HOUR
        if end - HOUR <= when < end:
            return ZERO if when.fold else HOUR
        if start <= when < start + HOUR:
            return HOUR if when.fold else ZERO
        return ZERO

    def tzname(self, when):
        return "SUMMER" if self.dst(when) else "WINTER"

    def fromutc(self, when):
        when = super().fromutc(when)
        return when

    def __repr__(self):
        return f"Zone({self.base})"


east = Zone(-5)
for month in (1, 7):
    d = datetime(2024, month, 1, 12, tzinfo=east)
    print(d, d.tzname(), d.dst(), d.utcoffset(), d.timetuple().tm_isdst, d.astimezone(timezone.utc), repr(d.timetz()))
for hour in (5, 6, 7):
    u = datetime(2024, 11, 3, hour, 30, tzinfo=timezone.utc)
    local = u.astimezone(east)
    print(u, local, local.fold, local.astimezone(timezone.utc) == u)
a = datetime(2024, 11, 3, 1, 30, tzinfo=east)
b = a.replace(fold=1)
print(a == b, a.utcoffset(), b.utcoffset(), a - b, hash(a) == hash(b), a.astimezone(timezone.utc), b.astimezone(timezone.utc))
print(datetime(2024, 11, 3, 1, 30, tzinfo=east) == datetime(2024, 11, 3, 5, 30, tzinfo=timezone.utc))
print(time(12, tzinfo=east).utcoffset(), time(12, tzinfo=east).tzname(), time(12, tzinfo=east), time(12).utcoffset())


class Bad(tzinfo):
    def __init__(self, value):
        self.value = value

    def utcoffset(self, when):
        return self.value

    def dst(self, when):
        return self.value

    def tzname(self, when):
        return self.value


for value in (5, timedelta(days=1), "x", None, timedelta(microseconds=3)):
    d = datetime(2024, 1, 1, tzinfo=Bad(value))
    for method in ("utcoffset", "tzname", "dst", "isoformat"):
        if method == "tzname" and isinstance(value, timedelta):
            continue
        try:
            print(value, method, getattr(d, method)())
        except Exception as error:
            print(value, method, type(error).__name__, error)
plain = datetime(2024, 1, 1, tzinfo=tzinfo())
for call in (plain.utcoffset, plain.tzname, plain.dst, lambda: tzinfo().fromutc(plain), lambda: timezone.utc.fromutc(plain),
             lambda: timezone.utc.utcoffset(5), lambda: timezone.utc.fromutc(datetime(2024, 1, 1)),
             lambda: Bad(None).fromutc(datetime(2024, 1, 1, tzinfo=Bad(None)))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Stamp(datetime):
    def __new__(cls, *args, **kw):
        return super().__new__(cls, *args, **kw)

    def shout(self):
        return f"{self:%Y}!"


s = Stamp(2024, 1, 2, 3)
print(type(s + HOUR).__name__, type(s.replace(year=1)).__name__, s.shout(), type(s.date()).__name__, repr(s),
      type(Stamp.fromisoformat("2024-01-01")).__name__, type(Stamp.strptime("2024", "%Y")).__name__, s - Stamp(2024, 1, 1),
      type(Stamp.combine(date(2024, 1, 1), time(1))).__name__, s == datetime(2024, 1, 2, 3), type(s.astimezone(east)).__name__)
