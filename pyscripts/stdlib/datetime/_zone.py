"""`tzinfo` and `timezone`: what a clock's time is worth in UTC."""

from datetime._calendar import shown_class
from datetime._delta import timedelta

__native_in_cpython__ = True

_ZERO = timedelta(0)
_DAY = timedelta(days=1)


def check_tzinfo(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


def checked_offset(method, offset):
    """The answer of `utcoffset` or `dst`."""
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or timedelta, not '{type(offset).__name__}'")
    if not -_DAY < offset < _DAY:
        raise ValueError(
            "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)."
        )
    return offset


def shown_offset(offset, colon=":"):
    """An offset as `+hh:mm`, with seconds where there are some."""
    if offset is None:
        return ""
    sign = "+"
    if offset.days < 0:
        sign, offset = "-", -offset
    hours, rest = divmod(offset.days * 86400 + offset.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    text = f"{sign}{hours:02}{colon}{minutes:02}"
    if seconds or offset.microseconds:
        text += f"{colon}{seconds:02}"
    if offset.microseconds:
        text += f".{offset.microseconds:06}"
    return text


class tzinfo:
    """What a time zone's class inherits from."""

    __slots__ = ()

    def tzname(self, dt):
        """The name of the zone at that time."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        """How far the zone is ahead of UTC at that time."""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        """How much of the offset is summer time."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """The zone's time of a UTC time that carries this zone."""
        from datetime import datetime

        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        summer = dt.dst()
        if summer is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = offset - summer
        if standard:
            dt += standard
            summer = dt.dst()
            if summer is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + summer

    def __reduce__(self):
        arguments = self.__getinitargs__() if hasattr(self, "__getinitargs__") else ()
        return self.__class__, arguments, self.__getstate__()


class timezone(tzinfo):
    """A zone that is always as far from UTC."""

    __slots__ = "_offset", "_name"

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is not None and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if name is None and not offset:
            return cls.utc
        if not -_DAY < offset < _DAY:
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                f"not {offset!r}."
            )
        return cls._make(offset, name)

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    @classmethod
    def _make(cls, offset, name=None):
        self = tzinfo.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"{shown_class(self)}({self._offset!r})"
        return f"{shown_class(self)}({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def _check(self, dt, method):
        from datetime import datetime

        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not {type(dt).__name__}")

    def utcoffset(self, dt):
        """How far the zone is ahead of UTC."""
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt):
        """The zone's name."""
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        return "UTC" + shown_offset(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        """None: there is no summer time."""
        self._check(dt, "dst")

    def fromutc(self, dt):
        """The zone's time of a UTC time."""
        from datetime import datetime

        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance or None")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset


timezone.utc = timezone._make(_ZERO)
timezone.min = timezone._make(-timedelta(hours=23, minutes=59))
timezone.max = timezone._make(timedelta(hours=23, minutes=59))
