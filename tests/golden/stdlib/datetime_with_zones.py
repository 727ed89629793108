"""Aware datetimes: conversion, comparison, arithmetic, fold, isoformat, and mixing with naive ones."""
import datetime as dt


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

utc, z = dt.timezone.utc, dt.timezone(dt.timedelta(hours=5, minutes=30), "IST")
a = dt.datetime(2024, 1, 1, 12, 30, 15, 123456, tzinfo=z)
n = dt.datetime(2024, 1, 1)
print(a, repr(a), a.astimezone(utc), a.utcoffset(), a.tzname(), a.dst(), a.timestamp(), a.isoformat(), a.isoformat(" ", "seconds"), a.isoformat(timespec="milliseconds"), n.isoformat(timespec="auto"), n.isoformat("é"), a.strftime("%z %Z %:z"), a.timetz(), a.time(), a.date(), a.utctimetuple()[:6], a == a.astimezone(utc), hash(a) == hash(a.astimezone(utc)), a - a.astimezone(utc), a.replace(tzinfo=None) - n, a.fold, a.replace(fold=1).fold)
print(utc, repr(utc), z, repr(z), dt.timezone(dt.timedelta(0)), repr(dt.timezone(-dt.timedelta(hours=1))), dt.timezone(dt.timedelta(seconds=1)), utc == dt.timezone(dt.timedelta(0)), dt.timezone.min, dt.timezone.max, z.utcoffset(None), z.tzname(a), z.fromutc(dt.datetime(2024, 1, 1, tzinfo=z)), dt.UTC is utc)
for text in ("2024-01-01", "2024-01-01T10", "2024-01-01 10:20", "2024-01-01T10:20:30.5", "2024-01-01T10:20:30,123456789", "20240101T102030Z", "2024-01-01T10:20+05:30", "2024-01-01T10:20:30-00:00:01", "2024-W01-1T10", "2024-01-01T24:00", "2024-01-01T10:60", "2024-01-01x10:20", "2024-01-01T10:20+25:00", "", "2024-01-01T", "2024-01-01T1:20", "2024-01-01T10:20Zz", "2024-01-01T10:20:30.", "2024-13-01T10"):
    attempt(lambda: dt.datetime.fromisoformat(text))
for bad in ((lambda: a < n), (lambda: a - n), (lambda: a == n), (lambda: n.astimezone(5)), (lambda: a.replace(tzinfo=5)), (lambda: a.isoformat(timespec="x")), (lambda: a.isoformat("ab")), (lambda: z.utcoffset(5)), (lambda: z.fromutc(n)), (lambda: z.fromutc(a.astimezone(utc))), (lambda: dt.timezone("x")), (lambda: dt.timezone(dt.timedelta(1))), (lambda: dt.tzinfo().utcoffset(n)), (lambda: dt.datetime(2024, 1, 1, 25)), (lambda: dt.datetime.combine(a, 5)), (lambda: dt.datetime.combine(a, a.timetz())), (lambda: dt.datetime.combine(a.date(), dt.time(1), utc)), (lambda: dt.datetime.fromtimestamp(0, utc)), (lambda: dt.datetime.fromtimestamp(-1.5, utc)), (lambda: dt.datetime.fromtimestamp(1e18, utc)), (lambda: dt.datetime.fromtimestamp(float("nan"), utc)), (lambda: a + a), (lambda: a - 5), (lambda: dt.datetime.max + dt.timedelta(1)), (lambda: dt.datetime.min.replace(tzinfo=z).astimezone(utc)), (lambda: dt.datetime.strptime("2024 +0530", "%Y %z")), (lambda: dt.datetime.strptime("x", "%Y")), (lambda: dt.datetime.strptime("2024x", "%Y")), (lambda: dt.datetime.strptime("1", "%q")), (lambda: dt.datetime.strptime("1", "%")), (lambda: dt.datetime.strptime(5, "%Y")), (lambda: dt.datetime.strptime("Jan 5 2024 3PM", "%b %d %Y %I%p"))):
    attempt(bad)


class Odd(dt.tzinfo):
    def utcoffset(self, d): return None
    def tzname(self, d): return 5
    def dst(self, d): return dt.timedelta(days=2)


o = n.replace(tzinfo=Odd())
attempt(lambda: o.tzname())
attempt(lambda: o.dst())
