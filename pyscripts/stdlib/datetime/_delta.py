"""`timedelta`: how long something takes."""

import math

from datetime._calendar import shown_class

__native_in_cpython__ = True

_DAY = 86400
_UNITS = {
    "days": _DAY * 1000000, "seconds": 1000000, "microseconds": 1, "milliseconds": 1000, "minutes": 60 * 1000000,
    "hours": 3600 * 1000000, "weeks": 7 * _DAY * 1000000,
}


def _total(amounts):
    """Microseconds of amounts of the units; what is left of floats is added up and rounded once."""
    total, rest = 0, 0.0
    for name, amount in amounts:
        unit = _UNITS[name]
        if isinstance(amount, int):
            total += int(amount) * unit
        elif isinstance(amount, float):
            fraction, whole = math.modf(amount)
            total += int(whole) * unit
            fraction, whole = math.modf(fraction * unit)
            total += int(whole)
            rest += fraction
        else:
            kind = type(amount).__name__
            raise TypeError(f"unsupported type for timedelta {name} component: {kind}")
    if rest:
        # Half goes to the even neighbour of the whole sum.
        rounded = round(rest)
        if abs(rest - math.trunc(rest)) == 0.5 and total & 1:
            rounded = 2 * round((rest + 1) / 2) - 1
        total += rounded
    return total


def _divided(numerator, denominator):
    """A quotient rounded to the nearest int, half to even."""
    quotient, rest = divmod(numerator, denominator)
    rest *= 2
    above = rest > denominator if denominator > 0 else rest < denominator
    return quotient + 1 if above or rest == denominator and quotient & 1 else quotient


_new = object.__new__


def from_parts(cls, days, seconds, microseconds):
    """The duration of the sum, whatever the signs and sizes of its parts."""
    if not 0 <= microseconds < 1000000:
        seconds += microseconds // 1000000
        microseconds %= 1000000
    if not 0 <= seconds < 86400:
        days += seconds // 86400
        seconds %= 86400
    if not -999999999 <= days <= 999999999:
        if not -(1 << 31) <= days < 1 << 31:
            raise OverflowError("Python int too large to convert to C int")
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    self = _new(cls)
    self._days = days
    self._seconds = seconds
    self._microseconds = microseconds
    self._hash = None
    return self


class timedelta:
    """A duration in days, seconds and microseconds."""

    __slots__ = "_days", "_seconds", "_microseconds", "_hash"

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        if (
            int is type(days) is type(seconds) is type(microseconds) is type(milliseconds)
            is type(minutes) is type(hours) is type(weeks)
        ):
            seconds += minutes * 60 + hours * 3600
            return from_parts(cls, days + weeks * 7, seconds, microseconds + milliseconds * 1000)
        total = _total((
            ("days", days), ("seconds", seconds), ("microseconds", microseconds), ("milliseconds", milliseconds),
            ("minutes", minutes), ("hours", hours), ("weeks", weeks),
        ))
        return cls._of(total)

    @classmethod
    def _of(cls, microseconds):
        """The duration of so many microseconds."""
        return from_parts(cls, 0, 0, microseconds)

    @property
    def days(self):
        """Days, perhaps negative."""
        return self._days

    @property
    def seconds(self):
        """Seconds of the day, from 0 to 86399."""
        return self._seconds

    @property
    def microseconds(self):
        """Microseconds of the second."""
        return self._microseconds

    def _in_microseconds(self):
        return (self._days * _DAY + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        """The whole duration in seconds."""
        return self._in_microseconds() / 10**6

    def __repr__(self):
        fields = (("days", self._days), ("seconds", self._seconds), ("microseconds", self._microseconds))
        shown = ", ".join(f"{name}={value}" for name, value in fields if value)
        return f"{shown_class(self)}({shown or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02}:{seconds:02}"
        if self._days:
            text = f"{self._days} day{'s' if abs(self._days) != 1 else ''}, {text}"
        return f"{text}.{self._microseconds:06}" if self._microseconds else text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return from_parts(
                timedelta,
                self._days + other._days,
                self._seconds + other._seconds,
                self._microseconds + other._microseconds,
            )
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return from_parts(
                timedelta,
                self._days - other._days,
                self._seconds - other._seconds,
                self._microseconds - other._microseconds,
            )
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta.__sub__(other, self)
        return NotImplemented

    def __neg__(self):
        return from_parts(timedelta, -self._days, -self._seconds, -self._microseconds)

    def __pos__(self):
        return from_parts(timedelta, self._days, self._seconds, self._microseconds)

    def __abs__(self):
        return -self if self._days < 0 else +self

    def __mul__(self, other):
        if isinstance(other, int):
            factor = int(other)
            return from_parts(
                timedelta, self._days * factor, self._seconds * factor, self._microseconds * factor
            )
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._of(_divided(self._in_microseconds() * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._in_microseconds() // other._nonzero()
        if isinstance(other, int):
            return timedelta._of(self._in_microseconds() // _nonzero(other))
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._in_microseconds() / other._nonzero("division by zero")
        if isinstance(other, int):
            return timedelta._of(_divided(self._in_microseconds(), _nonzero(other)))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            if numerator == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return timedelta._of(_divided(self._in_microseconds() * denominator, numerator))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._in_microseconds() % other._nonzero("integer modulo by zero"))
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(self._in_microseconds(), other._nonzero())
            return quotient, timedelta._of(rest)
        return NotImplemented

    def _nonzero(self, message="integer division or modulo by zero"):
        microseconds = self._in_microseconds()
        if not microseconds:
            raise ZeroDivisionError(message)
        return microseconds

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return (
                self._days == other._days
                and self._seconds == other._seconds
                and self._microseconds == other._microseconds
            )
        return NotImplemented

    def _fields(self):
        return self._days, self._seconds, self._microseconds

    def __lt__(self, other):
        if isinstance(other, timedelta):
            mine, theirs = self._days * _DAY + self._seconds, other._days * _DAY + other._seconds
            return self._microseconds < other._microseconds if mine == theirs else mine < theirs
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            mine, theirs = self._days * _DAY + self._seconds, other._days * _DAY + other._seconds
            return self._microseconds <= other._microseconds if mine == theirs else mine <= theirs
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            mine, theirs = self._days * _DAY + self._seconds, other._days * _DAY + other._seconds
            return self._microseconds > other._microseconds if mine == theirs else mine > theirs
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            mine, theirs = self._days * _DAY + self._seconds, other._days * _DAY + other._seconds
            return self._microseconds >= other._microseconds if mine == theirs else mine >= theirs
        return NotImplemented

    def __hash__(self):
        if self._hash is None:
            self._hash = hash(self._fields())
        return self._hash

    def __bool__(self):
        return self._days != 0 or self._seconds != 0 or self._microseconds != 0

    def __reduce__(self):
        return self.__class__, self._fields()


def _nonzero(number):
    if number == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    return int(number)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
