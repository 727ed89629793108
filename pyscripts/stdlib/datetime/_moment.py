"""`datetime`: a day and a time of day."""

import time as _time

from datetime._calendar import (
    COLONED, DASHED, MONTHS, TWO_DIGITS, WEEKDAYS, carried, checked_date, checked_time, days_before_month, shown_class,
    to_ordinal,
)
from datetime._date import date
from datetime._delta import from_parts, timedelta
from datetime._time import shown_time, time
from datetime._zone import check_tzinfo, checked_offset, shown_offset, timezone
from datetime._zone import tzinfo as _tzinfo

__native_in_cpython__ = True

_MICROSECOND = timedelta(microseconds=1)
_EPOCH_DAY = to_ordinal(1970, 1, 1)
_DAY = 86400


def _local_seconds(utc):
    """The local clock at a UTC time, both as seconds of a clock since 1970."""
    moment = _time.localtime(utc)
    day = to_ordinal(*moment[:3]) - _EPOCH_DAY
    return day * _DAY + moment[3] * 3600 + moment[4] * 60 + moment[5]


def _utc_of_local(local, fold):
    """The UTC time at which the local clock shows this; twice after summer time, never in the hour that it skips."""
    before = _local_seconds(local - _DAY) - (local - _DAY)
    after = _local_seconds(local + _DAY) - (local + _DAY)
    found = [utc for utc in (local - before, local - after) if _local_seconds(utc) == local]
    if found:
        return max(found) if fold else min(found)
    return local - after if fold else local - before


_new = object.__new__


def _make(cls, year, month, day, hour, minute, second, microsecond, zone, fold):
    """The time of fields that have been checked."""
    self = _new(cls)
    self._year = year
    self._month = month
    self._day = day
    self._hour = hour
    self._minute = minute
    self._second = second
    self._microsecond = microsecond
    self._tzinfo = zone
    self._fold = fold
    self._hashed = None
    return self


class datetime(date):
    """A day with a time of day, perhaps in a zone."""

    __slots__ = "_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold"
    _has_clock = True

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if (
            int is type(year) is type(month) is type(day) is type(hour) is type(minute) is type(second)
            is type(microsecond)
            and 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= 28 and 0 <= hour <= 23 and 0 <= minute <= 59
            and 0 <= second <= 59 and 0 <= microsecond <= 999999 and fold == 0 and tzinfo is None
        ):
            return _make(cls, year, month, day, hour, minute, second, microsecond, None, 0)
        if isinstance(year, (bytes, str)) and len(year) == 10:
            state = year.encode("latin1") if isinstance(year, str) else year
            if 1 <= state[2] & 0x7F <= 12:
                return cls._of_state(state, month)
        if month is None or day is None:
            missing = ("month", 2) if month is None else ("day", 3)
            raise TypeError(f"function missing required argument '{missing[0]}' (pos {missing[1]})")
        days = checked_date(year, month, day)
        clock = checked_time(hour, minute, second, microsecond, fold)
        check_tzinfo(tzinfo)
        *clock, fold = clock
        return _make(cls, *days, *clock, tzinfo, fold)

    @classmethod
    def _of_state(cls, state, zone):
        year, month = state[0] * 256 + state[1], state[2]
        microsecond = int.from_bytes(state[7:10])
        return cls(year, month & 0x7F, state[3], state[4], state[5], state[6], microsecond, zone, fold=month >> 7)

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    # Making.

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The time of seconds since 1970, local or in a zone."""
        check_tzinfo(tz)
        return cls._of_timestamp(timestamp, tz is not None, tz)

    @classmethod
    def utcfromtimestamp(cls, t):
        """The UTC time of seconds since 1970, without a zone."""
        import warnings

        warnings.warn(
            "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use "
            "timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, "
            "datetime.UTC).",
            DeprecationWarning,
            stacklevel=2,
        )
        return cls._of_timestamp(t, True, None)

    @classmethod
    def _of_timestamp(cls, timestamp, utc, zone):
        if isinstance(timestamp, int):
            seconds, microseconds = int(timestamp), 0
        else:
            if not isinstance(timestamp, float):
                timestamp = float(timestamp)
            if timestamp != timestamp:
                raise ValueError("Invalid value NaN (not a number)")
            numerator, denominator = timestamp.as_integer_ratio()
            quotient, rest = divmod(numerator * 1000000, denominator)
            if 2 * rest > denominator or 2 * rest == denominator and quotient & 1:
                quotient += 1
            seconds, microseconds = divmod(quotient, 1000000)
        moment = (_time.gmtime if utc else _time.localtime)(seconds)
        if not 1 <= moment[0] <= 9999:
            raise ValueError(f"year {moment[0]} is out of range")
        self = cls(*moment[:5], min(moment[5], 59), microseconds, zone)
        if zone is not None:
            return zone.fromutc(self)
        if not utc and seconds >= _DAY:
            local = _local_seconds(seconds)
            if _utc_of_local(local, 0) != seconds and _utc_of_local(local, 1) == seconds:
                self._fold = 1
        return self

    @classmethod
    def now(cls, tz=None):
        """The time of now."""
        check_tzinfo(tz)
        seconds, nanoseconds = divmod(_time.time_ns(), 10**9)
        self = cls._of_timestamp(seconds, tz is not None, tz)
        return self.replace(microsecond=nanoseconds // 1000)

    @classmethod
    def utcnow(cls):
        """The UTC time of now, without a zone."""
        import warnings

        warnings.warn(
            "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use "
            "timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).",
            DeprecationWarning,
            stacklevel=2,
        )
        return cls.now(timezone.utc).replace(tzinfo=None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day and a time of day."""
        if not isinstance(date, _date):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
        return cls(
            date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
            time.tzinfo if tzinfo is True else tzinfo, fold=time.fold,
        )

    @classmethod
    def fromisoformat(cls, date_string):
        """The time of a text such as 2024-02-29T09:30:00+01:00."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        from datetime._iso import read_date, read_time, split

        try:
            day, clock = split(date_string)
            fields, zone = read_date(day), None
            if clock is not None:
                time_fields, zone = read_time(clock)
                fields = (*fields, *time_fields)
        except ValueError as error:
            if error.args[:1] == ("",):
                raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
            raise
        return cls(*fields, tzinfo=zone)

    @classmethod
    def strptime(cls, date_string, format):
        """The time that a text gives in a format."""
        from datetime._formats import Read

        read = Read(date_string, format)
        offset, name = read.zone()
        self = cls(*read.date, *read.clock)
        if offset is None:
            return self
        difference = timedelta(microseconds=offset)
        return self.replace(tzinfo=timezone(difference) if name is None else timezone(difference, name))

    # Parts.

    def date(self):
        """The day."""
        return _date(self._year, self._month, self._day)

    def time(self):
        """The time of day, without the zone."""
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """The time of day, with the zone."""
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        """The time with other fields."""
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    __replace__ = replace

    def timetuple(self):
        """What the module `time` works with."""
        summer = self.dst()
        return self._tuple(-1 if summer is None else int(bool(summer)))

    def _tuple(self, summer):
        day = days_before_month(self._year, self._month) + self._day
        return _time.struct_time((
            self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(), day, summer,
        ))

    def utctimetuple(self):
        """The same for the UTC time."""
        offset = self.utcoffset()
        return (self - offset if offset else self)._tuple(0)

    def _seconds(self):
        """Seconds of the clock since 1970."""
        days = to_ordinal(self._year, self._month, self._day) - _EPOCH_DAY
        return days * _DAY + self._hour * 3600 + self._minute * 60 + self._second

    def _microseconds(self):
        return self._seconds() * 1000000 + self._microsecond

    def timestamp(self):
        """Seconds since 1970."""
        if self._tzinfo is None:
            return _utc_of_local(self._seconds(), self._fold) + self._microsecond / 1e6
        return (self._microseconds() - self.utcoffset() // _MICROSECOND) / 10**6

    # The zone.

    def utcoffset(self):
        """How far the zone is ahead of UTC."""
        return None if self._tzinfo is None else checked_offset("utcoffset", self._tzinfo.utcoffset(self))

    def tzname(self):
        if self._tzinfo is None:
            return None
        name = self._tzinfo.tzname(self)
        if name is not None and not isinstance(name, str):
            raise TypeError(f"tzinfo.tzname() must return None or a string, not '{type(name).__name__}'")
        return name

    def dst(self):
        return None if self._tzinfo is None else checked_offset("dst", self._tzinfo.dst(self))

    def astimezone(self, tz=None):
        """The same moment in another zone; a time without zone is taken to be local."""
        if tz is None:
            tz = self._local_zone()
        elif not isinstance(tz, _tzinfo):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")
        if tz is self._tzinfo:
            return self
        offset = None if self._tzinfo is None else self.utcoffset()
        if offset is None:
            offset = self.replace(tzinfo=None)._local_zone().utcoffset(None)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def _local_zone(self):
        """The local zone at this time."""
        if self._tzinfo is None:
            seconds = _utc_of_local(self._seconds(), self._fold)
        else:
            seconds = (self._microseconds() - self.utcoffset() // _MICROSECOND) // 1000000
        moment = _time.localtime(seconds)
        return timezone(timedelta(seconds=moment.tm_gmtoff), moment.tm_zone)

    # Texts.

    def ctime(self):
        """As `Wed Jun  9 04:26:40 1993`."""
        clock = f"{self._hour:02}:{self._minute:02}:{self._second:02}"
        return f"{WEEKDAYS[self.weekday()]} {MONTHS[self._month - 1]} {self._day:2} {clock} {self._year:04}"

    def isoformat(self, sep="T", timespec="auto"):
        """As `2024-02-29T09:30:00`."""
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {type(sep).__name__}")
        year = self._year
        if timespec == "auto" and not self._microsecond:
            clock = f"{TWO_DIGITS[self._hour]}{COLONED[self._minute]}{COLONED[self._second]}"
        else:
            clock = shown_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        days = f"{TWO_DIGITS[year // 100]}{TWO_DIGITS[year % 100]}{DASHED[self._month]}{DASHED[self._day]}"
        text = f"{days}{sep}{clock}"
        return text if self._tzinfo is None else text + shown_offset(self.utcoffset())

    def __repr__(self):
        fields = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        while len(fields) > 5 and fields[-1] == 0:
            fields.pop()
        shown = ", ".join(map(str, fields))
        if self._tzinfo is not None:
            shown += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            shown += ", fold=1"
        return f"{shown_class(self)}({shown})"

    def __str__(self):
        return self.isoformat(sep=" ")

    # Comparing and computing.

    def _offset_depends_on_fold(self):
        return self.utcoffset() != self.replace(fold=not self._fold).utcoffset()

    def _fields(self):
        return self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond

    def _placed(self, other, equality=False):
        """Both times, of different zones, as numbers that can be compared; None if they are never equal."""
        mine, theirs = self._microseconds(), other._microseconds()
        my_offset, their_offset = self.utcoffset(), other.utcoffset()
        if equality and (self._offset_depends_on_fold() or other._offset_depends_on_fold()):
            return None
        if (my_offset is None) != (their_offset is None):
            if equality:
                return None
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        if my_offset is None or my_offset == their_offset:
            return mine, theirs
        return mine - my_offset // _MICROSECOND, theirs - their_offset // _MICROSECOND

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return self._fields() == other._fields()
        placed = self._placed(other, equality=True)
        return placed is not None and placed[0] == placed[1]

    def __lt__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return self._fields() < other._fields()
        mine, theirs = self._placed(other)
        return mine < theirs

    def __le__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return self._fields() <= other._fields()
        mine, theirs = self._placed(other)
        return mine <= theirs

    def __gt__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return self._fields() > other._fields()
        mine, theirs = self._placed(other)
        return mine > theirs

    def __ge__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return self._fields() >= other._fields()
        mine, theirs = self._placed(other)
        return mine >= theirs

    def __hash__(self):
        if self._hashed is None:
            offset = (self.replace(fold=0) if self._fold else self).utcoffset()
            known = self._fields() if offset is None else self._microseconds() - offset // _MICROSECOND
            self._hashed = hash(known)
        return self._hashed

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._moved(other._days, other._seconds, other._microseconds)

    __radd__ = __add__

    def _moved(self, days, seconds, microseconds):
        """The clock so much later; seconds and microseconds are less than a day and a second in size."""
        seconds += self._hour * 3600 + self._minute * 60 + self._second
        microsecond = self._microsecond + microseconds
        if not 0 <= microsecond < 1000000:
            seconds += microsecond // 1000000
            microsecond %= 1000000
        if not 0 <= seconds < _DAY:
            days += seconds // _DAY
            seconds %= _DAY
        year, month, day = self._year, self._month, self._day + days
        if not 1 <= day <= 28:
            year, month, day = carried(year, month, day)
        hour, minute, second = seconds // 3600, seconds // 60 % 60, seconds % 60
        cls = type(self)
        if cls is not datetime:  # its constructor may be one of its own
            return cls(year, month, day, hour, minute, second, microsecond, self._tzinfo)
        return _make(cls, year, month, day, hour, minute, second, microsecond, self._tzinfo, 0)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other._days, -other._seconds, -other._microseconds)
        if not isinstance(other, datetime):
            return NotImplemented
        days = to_ordinal(self._year, self._month, self._day) - to_ordinal(other._year, other._month, other._day)
        minutes = (self._hour - other._hour) * 60 + self._minute - other._minute
        seconds = minutes * 60 + self._second - other._second
        difference = from_parts(timedelta, days, seconds, self._microsecond - other._microsecond)
        if self._tzinfo is other._tzinfo:
            return difference
        my_offset, their_offset = self.utcoffset(), other.utcoffset()
        if (my_offset is None) != (their_offset is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return difference if my_offset == their_offset else difference + their_offset - my_offset

    def _state(self, protocol=3):
        month = self._month + 128 if self._fold and protocol > 3 else self._month
        days = bytes([*divmod(self._year, 256), month, self._day])
        clock = bytes([self._hour, self._minute, self._second]) + self._microsecond.to_bytes(3)
        return (days + clock,) if self._tzinfo is None else (days + clock, self._tzinfo)

    def __reduce_ex__(self, protocol):
        return self.__class__, self._state(protocol)

    def __reduce__(self):
        return self.__reduce_ex__(2)


# Methods of the class hide these names.
_date = date
_time_class = time

datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
