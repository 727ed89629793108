"""`date`: a day of the calendar."""

import time as _time

from datetime._calendar import (
    DASHED, MAXORDINAL, MONTHS, TWO_DIGITS, WEEKDAYS, carried, checked_date, days_before_month, first_iso_monday,
    from_ordinal, iso_to_gregorian, shown_class, to_ordinal, whole,
)
from datetime._delta import from_parts, timedelta

__native_in_cpython__ = True

_new = object.__new__


class IsoCalendarDate(tuple):
    """ISO year, week and weekday."""

    def __new__(cls, year, week, weekday, /):
        return super().__new__(cls, (year, week, weekday))

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


IsoCalendarDate.__module__ = "datetime"


class date:
    """A day: year, month, day."""

    __slots__ = "_year", "_month", "_day", "_hashed"
    _has_clock = False  # True of `datetime`, which no plain date is compared to

    def __new__(cls, year, month=None, day=None):
        if (
            int is type(year) is type(month) is type(day)
            and 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= 28
        ):
            return cls._make(year, month, day)
        if month is None and isinstance(year, (bytes, str)) and len(year) == 4:
            state = year.encode("latin1") if isinstance(year, str) else year
            if 1 <= state[2] & 0x7F <= 12:
                return cls._make(state[0] * 256 + state[1], state[2], state[3])
        if month is None or day is None:
            missing = ("month", 2) if month is None else ("day", 3)
            raise TypeError(f"function missing required argument '{missing[0]}' (pos {missing[1]})")
        return cls._make(*checked_date(year, month, day))

    @classmethod
    def _make(cls, year, month, day):
        self = _new(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hashed = None
        return self

    @classmethod
    def fromtimestamp(cls, t):
        """The local date of seconds since 1970."""
        if t is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        return cls(*_time.localtime(t)[:3])

    @classmethod
    def today(cls):
        """The local date of now."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        """The day of this number; 1 is the first of January of year 1."""
        n = whole(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > MAXORDINAL:
            raise ValueError(f"year {from_ordinal(n)[0]} is out of range")
        return cls(*from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        """The date of a text such as 2024-02-29, 20240229 or 2024-W09-4."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        from datetime._iso import read_date

        if len(date_string) not in (7, 8, 10):
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        try:
            return cls(*read_date(date_string))
        except ValueError as error:
            if error.args[:1] == ("",):
                raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
            raise

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The date of an ISO year, week and weekday."""
        return cls(*iso_to_gregorian(whole(year), whole(week), whole(day)))

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    # Texts.

    def __repr__(self):
        return f"{shown_class(self)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        """As `Wed Jun  9 00:00:00 1993`."""
        weekday = WEEKDAYS[self.weekday()]
        return f"{weekday} {MONTHS[self._month - 1]} {self._day:2} 00:00:00 {self._year:04}"

    def strftime(self, format):
        """A text of a format such as `%d.%m.%Y`."""
        from datetime._formats import strftime

        return strftime(self, format, self.timetuple())

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(format).__name__}")
        return self.strftime(format) if format else str(self)

    def isoformat(self):
        """As `2024-02-29`."""
        year = self._year
        return f"{TWO_DIGITS[year // 100]}{TWO_DIGITS[year % 100]}{DASHED[self._month]}{DASHED[self._day]}"

    __str__ = isoformat

    # Numbers.

    def timetuple(self):
        """What the module `time` works with."""
        day = days_before_month(self._year, self._month) + self._day
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), day, -1))

    def toordinal(self):
        """The number of the day."""
        return to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        """0 is Monday."""
        return (date.toordinal(self) + 6) % 7

    def isoweekday(self):
        """1 is Monday."""
        return date.toordinal(self) % 7 or 7

    def isocalendar(self):
        """ISO year, week and weekday."""
        year = self._year
        day = date.toordinal(self)
        monday = first_iso_monday(year)
        if day < monday:
            year -= 1
            monday = first_iso_monday(year)
        elif day >= first_iso_monday(year + 1):
            year += 1
            monday = first_iso_monday(year)
        week, weekday = divmod(day - monday, 7)
        return IsoCalendarDate(year, week + 1, weekday + 1)

    def replace(self, year=None, month=None, day=None):
        """The date with other fields."""
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    __replace__ = replace

    # Comparing and computing.

    def _fields(self):
        return self._year, self._month, self._day

    @staticmethod
    def _is_plain(other):
        """Is this a date that has no time of day?"""
        return isinstance(other, date) and not other._has_clock

    def __eq__(self, other):
        return self._fields() == other._fields() if self._is_plain(other) else NotImplemented

    def __lt__(self, other):
        return self._fields() < other._fields() if self._is_plain(other) else NotImplemented

    def __le__(self, other):
        return self._fields() <= other._fields() if self._is_plain(other) else NotImplemented

    def __gt__(self, other):
        return self._fields() > other._fields() if self._is_plain(other) else NotImplemented

    def __ge__(self, other):
        return self._fields() >= other._fields() if self._is_plain(other) else NotImplemented

    def __hash__(self):
        if self._hashed is None:
            self._hashed = hash(self._state())
        return self._hashed

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._moved(other._days)

    __radd__ = __add__

    def _moved(self, days):
        """The date so many days later."""
        year, month, day = self._year, self._month, self._day + days
        if not 1 <= day <= 28:
            year, month, day = carried(year, month, day)
        cls = type(self)
        # The constructor of a subclass may be one of its own.
        return date._make(year, month, day) if cls is date else cls(year, month, day)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other._days)
        if isinstance(other, date) and not other._has_clock:
            days = to_ordinal(self._year, self._month, self._day) - to_ordinal(other._year, other._month, other._day)
            return from_parts(timedelta, days, 0, 0)
        return NotImplemented

    def _state(self):
        return bytes([*divmod(self._year, 256), self._month, self._day])

    def __reduce__(self):
        return self.__class__, (self._state(),)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
