# Arithmetic of dates and times: months that end, weeks, business days, zones and differences.
import calendar
import datetime
from datetime import date, timedelta, timezone


def months(day, count):
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))


def business_days(day, count):
    step = timedelta(days=1 if count > 0 else -1)
    while count:
        day += step
        if day.weekday() < 5:
            count -= 1 if count > 0 else -1
    return day


print([months(date(2024, 1, 31), count).isoformat() for count in (1, 2, 12, -1, -11, 13)])
print(business_days(date(2024, 3, 1), 3), business_days(date(2024, 3, 4), -1), date(2024, 12, 30).isocalendar())
east, west = timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-8), "PST")
moment = datetime.datetime(2024, 2, 29, 23, 59, 59, 999999, tzinfo=east)
print(moment.astimezone(west), moment.astimezone(datetime.UTC).isoformat(timespec="milliseconds"),
    moment + timedelta(microseconds=1))
print(moment == moment.astimezone(west), hash(moment) == hash(moment.astimezone(west)),
    moment - moment.astimezone(west), moment.tzname())
delta = timedelta(days=-1, seconds=1, microseconds=-1)
print(repr(delta), delta / timedelta(hours=1), divmod(timedelta(1), timedelta(hours=7)), abs(delta), delta // 7,
    delta * 1.5, -delta % timedelta(1))
print([date.fromisocalendar(2020, 53, day).strftime("%a %d %b %Y week %V of %G, day %j") for day in (1, 7)])
print([f"{moment:%H:%M:%S.%f%z %:z %Z|%y%m%d}", moment.time(), moment.timetz(), moment.date().toordinal(),
    moment.utctimetuple()[:6]])
for attempt in [lambda: date(2023, 2, 29), lambda: date.max + timedelta(1),
    lambda: moment - datetime.datetime(2024, 1, 1),
                lambda: moment < datetime.datetime(2024, 1, 1), lambda: timedelta(days=10**9),
                lambda: date.fromisoformat("2024-13-01"),
                lambda: datetime.datetime.strptime("2024", "%Y-%m"), lambda: timezone(timedelta(hours=24)),
                lambda: date(2024, 1, 1) - moment]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
