from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

aware, naive = datetime(2024, 1, 1, tzinfo=UTC), datetime(2024, 1, 1)
east = timezone(timedelta(hours=2), "EAST")
print(aware == naive, aware != naive, aware == aware.astimezone(east), aware.astimezone(east), repr(east), str(timezone(timedelta(hours=-3, minutes=-30))), timezone.utc is UTC, repr(UTC), east == timezone(timedelta(hours=2)), hash(aware) == hash(aware.astimezone(east)), aware - datetime(2023, 12, 31, tzinfo=east), date(2024, 1, 1) == datetime(2024, 1, 1), naive.date() == date(2024, 1, 1), naive.replace(tzinfo=east).utcoffset(), datetime.combine(date(2024, 1, 1), time(5, tzinfo=east)), datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(-1.5, UTC), aware.timestamp())


class Fixed(tzinfo):
    def utcoffset(self, when):
        return timedelta(minutes=90)

    def dst(self, when):
        return None

    def tzname(self, when):
        return 5


class Wrong(tzinfo):
    def utcoffset(self, when):
        return 3


print(datetime(2024, 1, 1, tzinfo=Fixed()))
for call in (lambda: aware < naive, lambda: aware - naive, lambda: datetime(2024, 1, 1, tzinfo=Fixed()).tzname(), lambda: datetime(2024, 1, 1, tzinfo="UTC"), lambda: timezone(timedelta(hours=24)), lambda: timezone(timedelta(0), 5), lambda: naive.replace(month=13), lambda: date(2024, 1, 31).replace(month=2), lambda: datetime.max + timedelta(1), lambda: datetime.strptime("2024-13", "%Y-%m"), lambda: date.fromisocalendar(2024, 54, 1), lambda: tzinfo().utcoffset(None)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
