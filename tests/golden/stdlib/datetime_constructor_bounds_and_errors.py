import datetime as dt
from datetime import date, datetime, time, timedelta, timezone

for text in """
date(2024, 2, 30)
date(2023, 2, 29)
date(0, 1, 1)
date(10000, 1, 1)
date(2024, 13, 1)
date(2024, 1.0, 1)
date("2024", 1, 1)
date(2024)
date(year=2024, month=5, day=6)
date.min, date.max, date.resolution
date.max + timedelta(1)
date.min - timedelta(1)
date.fromordinal(0)
date.fromordinal(1)
date.fromordinal(3652060)
date(1, 1, 1).toordinal()
date.fromtimestamp(1e20)
date(2024, 3, 1) - timedelta(days=1, hours=23)
date(2024, 3, 1) - date(2024, 2, 28)
date(2024, 3, 1) + 1
date(2024, 3, 1) < 5
date(2024, 3, 1) < datetime(2024, 3, 1)
date(2024, 3, 1) == datetime(2024, 3, 1)
date(2024, 3, 1).replace(month=2)
date(2024, 3, 31).replace(month=2)
date.fromisocalendar(2020, 53, 7)
date.fromisocalendar(2021, 53, 7)
date.fromisocalendar(2021, 1, 8)
date(2021, 1, 3).isocalendar()
date(2021, 1, 3).isocalendar()[1], date(2021, 1, 3).isocalendar().week
date(2021, 1, 3).weekday(), date(2021, 1, 3).isoweekday(), date(2021, 1, 3).timetuple()
date(2021, 1, 3).ctime(), str(date(33, 1, 3)), format(date(2021, 1, 3), "%d.%m.%y"), f"{date(2021, 1, 3)}"
time(24)
time(23, 59, 60)
time(1, 2, 3, 1000000)
time(1, 2, 3, 4, "x")
time(1, fold=2)
time(1, 2).replace(hour=25)
time(1, 2) < time(1, 3), time(0) and 1, bool(time(0))
time(1, 2) - time(1)
time(1, 2, tzinfo=timezone.utc) < time(1, 3)
time(1, 2, tzinfo=timezone.utc) == time(1, 2)
time(12, tzinfo=timezone(timedelta(hours=2))) == time(10, tzinfo=timezone.utc)
repr(time(1, 2, 3, 4)), repr(time(1, 2, fold=1)), repr(time(0)), str(time(1, 2, 3, 40))
datetime(2024, 1, 1, 24)
datetime(2024, 1)
datetime(2024, 1, 1, tzinfo=5)
datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=timezone.utc)
datetime(2024, 1, 1) < datetime(2024, 1, 1, tzinfo=timezone.utc)
datetime(2024, 1, 1) == datetime(2024, 1, 1, tzinfo=timezone.utc)
datetime.max + timedelta(microseconds=1)
datetime.min, datetime.max, datetime.resolution
datetime.combine(date(2024, 1, 2), time(3, 4, tzinfo=timezone.utc))
datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(-0.5, timezone.utc)
datetime.fromtimestamp(1.9999995, timezone.utc)
datetime.fromtimestamp(float("nan"))
datetime.fromtimestamp(1e18)
datetime(2024, 1, 2, 3, 4, 5, 6).timetz(), datetime(2024, 1, 2).date()
datetime(2024, 1, 1, tzinfo=timezone.utc).timestamp(), datetime(1, 1, 1, tzinfo=timezone.utc).timestamp()
datetime(2024, 1, 1).astimezone(5)
datetime(2024, 1, 1, 12, tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=-5), "EST"))
datetime(2024, 1, 1, 12, tzinfo=timezone.utc).utctimetuple()
timezone(timedelta(hours=24))
timezone(timedelta(seconds=1)), timezone(-timedelta(hours=1, minutes=30)), timezone.utc, repr(timezone.utc)
timezone(5)
timezone(timedelta(0), 5)
timezone(timedelta(0)) is timezone.utc, timezone(timedelta(0), "Z") == timezone.utc, timezone.min, timezone.max
hash(datetime(2024, 1, 1, 12, tzinfo=timezone.utc)) == hash(datetime(2024, 1, 1, 13, tzinfo=timezone(timedelta(hours=1))))
dt.MINYEAR, dt.MAXYEAR, dt.UTC is timezone.utc
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
