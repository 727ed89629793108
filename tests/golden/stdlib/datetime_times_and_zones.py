from datetime import *
d = date(2024, 2, 29)
t = time(9, 5, 7, 120)
print(t, repr(t), repr(time(1)), repr(time(1,2,3)), t.isoformat('hours'), t.isoformat('minutes'), t.isoformat('milliseconds'), t.strftime('%H-%M-%S.%f %p'), t.replace(hour=1), time(1,tzinfo=UTC), time(1, fold=1).__repr__(), t == time(9,5,7,120), t < time(10), bool(time(0)))
x = datetime(2024, 2, 29, 13, 45, 6, 789)
print(x, repr(x), x.date(), x.time(), x.isoformat(' ', 'seconds'), x.strftime('%Y-%m-%d %H:%M:%S.%f %z%Z|%a %b %y %I %p %% %c %x %X %j %w %U %W %G %V %u'), x.ctime(), x.timetuple(), x + timedelta(days=1, hours=11), x - datetime(2024,1,1), x.replace(year=2020, microsecond=0), f'{x:%H:%M}', f'{x}')
z = timezone(timedelta(hours=5, minutes=30)); n = timezone(timedelta(hours=-3), 'ART')
a = datetime(2024, 6, 1, 12, tzinfo=z)
print(a, repr(a), a.utcoffset(), a.tzname(), a.dst(), a.astimezone(UTC), a.astimezone(n), repr(n), str(z), a == a.astimezone(n), hash(a) == hash(a.astimezone(n)), a - a.astimezone(n), a.timestamp(), a.utctimetuple(), a.timetz(), a.strftime('%z %:z %Z'), a == datetime(2024,6,1,12), timezone.utc, repr(UTC), timezone(timedelta(0)) is UTC, timezone(timedelta(seconds=3661)))
class E(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1) + self.dst(dt)
    def dst(self, dt): return timedelta(hours=1) if 3 < dt.month < 10 else timedelta(0)
    def tzname(self, dt): return 'E'
e = datetime(2024, 7, 1, 12, tzinfo=E()); print(e, e.tzname(), e.dst(), e.astimezone(UTC), datetime(2024,7,1,tzinfo=UTC).astimezone(E()), e.timetuple().tm_isdst)
print(datetime.now() - datetime.now() < timedelta(1), date.today() == datetime.today().date(), datetime.now(UTC).tzinfo, isinstance(x, date), {d: 1}[date(2024,2,29)], d == x, x == d, date(2024,1,1) in [date(2024,1,1)], min(date(2024,1,1), date(2023,1,1)), [x.year, x.month, x.day, x.hour, x.minute, x.second, x.microsecond, x.tzinfo, x.fold])
class D(datetime): pass
print(repr(D(2024,1,1)), type(D(2024,1,1) + timedelta(1)), D.fromisoformat('2024-01-01'), type(D.now()), repr(D(2024,1,1).replace(year=2)))
print(datetime(2024,1,31,tzinfo=UTC).isoformat(), datetime(1,1,1).strftime('%d'), date(2024,12,30).isocalendar(), date(2021,1,3).isocalendar(), [date.fromisocalendar(2020,53,d) for d in (1,7)])
print(datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(1e9, UTC), datetime.fromtimestamp(1234567890.1234567, UTC), datetime.fromtimestamp(-1.5, timezone(timedelta(hours=1))), datetime(1970,1,2,tzinfo=UTC).timestamp(), datetime(2001,9,9).timestamp() == 999993600)
