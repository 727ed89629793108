"""`time`: a time of day."""

import time as _clock

from datetime._calendar import COLONED, TWO_DIGITS, checked_time, shown_class
from datetime._delta import timedelta
from datetime._zone import check_tzinfo, checked_offset, shown_offset

__native_in_cpython__ = True


def shown_time(hour, minute, second, microsecond, timespec="auto"):
    """A time of day as ISO writes it."""
    if timespec == "auto":
        if not microsecond:
            return f"{TWO_DIGITS[hour]}{COLONED[minute]}{COLONED[second]}"
        timespec = "microseconds"
    match timespec:
        case "hours":
            return f"{hour:02}"
        case "minutes":
            return f"{hour:02}:{minute:02}"
        case "seconds":
            return f"{hour:02}:{minute:02}:{second:02}"
        case "milliseconds":
            return f"{hour:02}:{minute:02}:{second:02}.{microsecond // 1000:03}"
        case "microseconds":
            return f"{hour:02}:{minute:02}:{second:02}.{microsecond:06}"
    raise ValueError("Unknown timespec value")


class time:
    """A time of day, perhaps in a zone."""

    __slots__ = "_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold", "_hashed"

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(hour, (bytes, str)) and len(hour) == 6:
            state = hour.encode("latin1") if isinstance(hour, str) else hour
            if state[0] & 0x7F < 24:
                return cls._of_state(state, minute or None)
        fields = checked_time(hour, minute, second, microsecond, fold)
        check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond, self._fold = fields
        self._tzinfo, self._hashed = tzinfo, None
        return self

    @classmethod
    def _of_state(cls, state, zone):
        if zone is not None:
            check_tzinfo(zone)
        microsecond = int.from_bytes(state[3:6])
        return cls(state[0] & 0x7F, state[1], state[2], microsecond, zone, fold=state[0] >> 7)

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

    # Comparing.

    def _microseconds(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _placed(self, other, equality=False):
        """Both times as numbers that can be compared; None if they cannot."""
        mine, theirs = self._microseconds(), other._microseconds()
        if self._tzinfo is other._tzinfo:
            return mine, theirs
        my_offset, their_offset = self.utcoffset(), other.utcoffset()
        if (my_offset is None) != (their_offset is None):
            if equality:
                return None
            raise TypeError("can't compare offset-naive and offset-aware times")
        if my_offset is None:
            return mine, theirs
        unit = timedelta(microseconds=1)
        return mine - my_offset // unit, theirs - their_offset // unit

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        placed = self._placed(other, equality=True)
        return placed is not None and placed[0] == placed[1]

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self._placed(other)
        return mine < theirs

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self._placed(other)
        return mine <= theirs

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self._placed(other)
        return mine > theirs

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = self._placed(other)
        return mine >= theirs

    def __hash__(self):
        if self._hashed is None:
            plain = self.replace(fold=0) if self._fold else self
            offset = plain.utcoffset()
            microseconds = self._microseconds()
            self._hashed = hash(microseconds if offset is None else microseconds - offset // timedelta(microseconds=1))
        return self._hashed

    # Texts.

    def __repr__(self):
        text = f"{self._hour}, {self._minute}"
        if self._second or self._microsecond:
            text += f", {self._second}"
        if self._microsecond:
            text += f", {self._microsecond}"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return f"{shown_class(self)}({text})"

    def isoformat(self, timespec="auto"):
        """As `09:30:00`."""
        text = shown_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text if self._tzinfo is None else text + shown_offset(self.utcoffset())

    __str__ = isoformat

    @classmethod
    def fromisoformat(cls, time_string):
        """The time of a text such as 09:30, 093000.5 or T09:30Z."""
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        from datetime._iso import read_time

        try:
            fields, zone = read_time(time_string.removeprefix("T"))
        except ValueError as error:
            if error.args[:1] == ("",):
                raise ValueError(f"Invalid isoformat string: {time_string!r}") from None
            raise
        return cls(*fields, zone)

    def strftime(self, format):
        """A text of a format such as `%H:%M`."""
        from datetime._formats import strftime

        moment = _clock.struct_time((1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))
        return strftime(self, format, moment)

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(format).__name__}")
        return self.strftime(format) if format else str(self)

    # The zone.

    def utcoffset(self):
        """How far the zone is ahead of UTC, if it knows without a date."""
        return None if self._tzinfo is None else checked_offset("utcoffset", self._tzinfo.utcoffset(None))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else checked_offset("dst", self._tzinfo.dst(None))

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        """The time with other fields."""
        return type(self)(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    __replace__ = replace

    def _state(self, protocol=3):
        hour = self._hour + 128 if self._fold and protocol > 3 else self._hour
        state = bytes([hour, self._minute, self._second]) + self._microsecond.to_bytes(3)
        return (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce_ex__(self, protocol):
        return self.__class__, self._state(protocol)

    def __reduce__(self):
        return self.__reduce_ex__(2)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
