# Sums and differences that carry into other months, years and centuries; subclasses; what compares and hashes how.
from datetime import date, datetime, time, timedelta, timezone, tzinfo

for first in (
    date(2024, 2, 28), date(2023, 2, 28), date(1900, 2, 28), date(2000, 2, 28), date(2024, 12, 31), date(2100, 12, 31),
    date(1, 1, 1), date(9999, 12, 31), date(2000, 12, 30), date(400, 12, 31), date(4, 12, 31), date(100, 3, 1),
):
    for days in (0, 1, 2, 28, 31, 365, 366, 1461, 36524, 36525, 146097):
        for step in (timedelta(days), timedelta(-days)):
            try:
                there = first + step
            except OverflowError as error:
                print(first, step.days, error)
            else:
                assert there - step == first and there - first == step, (first, step)
                assert date.fromordinal(there.toordinal()) == there
                print(first, step.days, there, there.weekday(), there.timetuple().tm_yday)

for year in (1, 3, 4, 99, 100, 101, 399, 400, 401, 1896, 1900, 2000, 2023, 2024, 9999):
    for month in range(1, 13):
        for day in (1, 27, 28, 29, 30, 31):
            try:
                made = date(year, month, day)
            except ValueError as error:
                print(year, month, day, error)
            else:
                assert date.fromordinal(made.toordinal()) == made

noon = datetime(2024, 2, 28, 12, 30, 15, 250000)
for step in (
    timedelta(hours=11, minutes=29, seconds=44, microseconds=750000), timedelta(hours=11, minutes=29, seconds=44),
    timedelta(days=1, microseconds=-1), timedelta(microseconds=-250001), timedelta(hours=-13), timedelta(days=-59),
    timedelta(days=2, hours=23, minutes=59, seconds=59, microseconds=999999), timedelta(0),
):
    later, earlier = noon + step, noon - step
    print(repr(step), later, earlier, later - noon == step, later - earlier == 2 * step, later > noon, earlier >= noon)

for work in (
    lambda: datetime.max + timedelta(microseconds=1), lambda: datetime.min - timedelta(microseconds=1),
    lambda: datetime.max - datetime.min, lambda: datetime.min + (datetime.max - datetime.min),
    lambda: datetime.min - timedelta.max, lambda: date.max + timedelta(1), lambda: date.min - timedelta(seconds=1),
    lambda: date.max + timedelta.max, lambda: date.min - timedelta(1),
    lambda: timedelta.max + timedelta(microseconds=1), lambda: timedelta.min - timedelta(microseconds=1),
    lambda: -timedelta.min, lambda: -timedelta.max,
    lambda: timedelta.max * 2, lambda: timedelta(days=10**9), lambda: timedelta(days=2**31),
    lambda: timedelta(weeks=2**40), lambda: timedelta(hours=2**70),
    lambda: timedelta(1) * 10**20, lambda: timedelta(seconds=True, days=False),
    lambda: timedelta(0.5, 1, 0.25, minutes=2), lambda: timedelta("1"), lambda: timedelta(minutes=None),
    lambda: date(True, True, True).isoformat(), lambda: datetime(2024.0, 1, 1), lambda: datetime(2024, 1, 1, 1.0),
    lambda: date(2024, "1", 1), lambda: datetime(2024, 2, 30), lambda: datetime(2024, 1, 1, 24), lambda: date(0, 1, 1),
    lambda: datetime(2024, 1, 1, 0, 60), lambda: datetime(2024, 1, 1, 0, 0, 60), lambda: datetime(10000, 1, 1),
    lambda: datetime(2024, 1, 1, 0, 0, 0, 10**6), lambda: datetime(2024, 13, 1), lambda: datetime(2024, 1, 1, fold=2),
    lambda: datetime(2024, 1, 1, tzinfo=1), lambda: date(2024, 1, 1) < datetime(2024, 1, 1),
    lambda: date(2024, 1, 1) == datetime(2024, 1, 1), lambda: datetime(2024, 1, 1) != date(2024, 1, 1),
    lambda: timedelta(1) < 1, lambda: timedelta(1) == 1, lambda: date(2024, 1, 1) + 1,
    lambda: datetime(2024, 1, 1) - date(2024, 1, 1), lambda: 1 - timedelta(1), lambda: timedelta(1) + date(2024, 2, 29),
    lambda: timedelta(hours=25) + datetime(2024, 2, 28, 23), lambda: timedelta(1) - datetime(2024, 1, 1),
):
    try:
        print(repr(work()))
    except (OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Day(date):
    def __new__(cls, year, month, day):
        print("Day", year, month, day)
        return super().__new__(cls, year, month, day)


class Moment(datetime):
    def __new__(cls, *fields, **more):
        print("Moment", fields, more)
        return super().__new__(cls, *fields, **more)


class Span(timedelta):
    pass


class Silent(tzinfo):
    def utcoffset(self, dt):
        return None

    def dst(self, dt):
        return None

    def tzname(self, dt):
        return "silent"


print(repr(Day(2024, 2, 28) + Span(1)), repr(Day(2024, 2, 28) - Span(60)), Day(2024, 3, 1) - date(2024, 2, 1))
print(repr(Moment(2024, 2, 28, 23, fold=1) + Span(hours=1)), repr(Moment(2024, 2, 28, tzinfo=timezone.utc) - Span(1)))
print(Moment(2024, 2, 28) == datetime(2024, 2, 28), Moment(2024, 2, 28) < datetime(2024, 2, 28, microsecond=1))
print(type(Span(1) + Span(2)), type(-Span(1)), type(Span(1) * 2), type(abs(Span(-1))), type(Span(1) - timedelta(1)))
print((datetime(2024, 1, 1, fold=1) + timedelta(0)).fold, datetime(2024, 1, 1, fold=1) == datetime(2024, 1, 1))
silent, plain = datetime(2024, 1, 1, 5, tzinfo=Silent()), datetime(2024, 1, 1, 5)
print(silent == plain, hash(silent) == hash(plain), silent <= plain, silent - plain, silent.isoformat())
east = timezone(timedelta(hours=5, minutes=30))
one, other = datetime(2024, 1, 1, 5, 30, tzinfo=east), datetime(2024, 1, 1, tzinfo=timezone.utc)
print(one == other, hash(one) == hash(other), one - other, one < other, one >= other, one.isoformat(" ", "minutes"))
print(one == plain, hash(datetime(2024, 1, 1, 5, fold=1)) == hash(plain), {one: 1}[other])
for made in (plain, noon, datetime(1, 2, 3, tzinfo=east), datetime(987, 12, 31, 23, 59, 59, 7, timezone.utc)):
    print(made.isoformat(), made.isoformat(" "), made.isoformat(timespec="hours"), made.isoformat("x", "milliseconds"))
    print(made, made.date(), made.time(), made.timetz().isoformat(), made.replace(microsecond=0).time())
print(time(1, 2, 3), time(1, 2, 3, 4), time(23, 59, tzinfo=east), time(0).isoformat("microseconds"))
print(sorted([timedelta(1), timedelta(0, 1), timedelta(-1), timedelta(0, 0, 1), timedelta(-1, 86399, 999999)]))
print(timedelta(1) < timedelta(1, 0, 1), timedelta(1) <= timedelta(1), timedelta(1, 1) > timedelta(1, 2))
print(timedelta(2) >= timedelta(3), timedelta(-1, 5) < timedelta(0, 4), timedelta(1, 0, 2) > timedelta(1, 0, 1))
