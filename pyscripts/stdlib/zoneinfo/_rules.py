"""The rule at the end of a zone's file, in the form of POSIX's TZ: when clocks change in each year to come."""

import calendar
import datetime
import re

_NAME = r"(<[+\-0-9A-Za-z]+>|[A-Za-z]{3,})"
_TIME = r"[+-]?\d{1,3}(?::\d{1,2}(?::\d{1,2})?)?"
_RULE = re.compile(rf"{_NAME}({_TIME})(?:{_NAME}({_TIME})?(?:,([^,/]+)(?:/({_TIME}))?,([^,/]+)(?:/({_TIME}))?)?)?")


def _seconds(text):
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")]
    hours, minutes, seconds = (*parts, 0, 0)[:3]
    return sign * (hours * 3600 + minutes * 60 + seconds)


class _Day:
    """A day of each year."""

    def __init__(self, text, time):
        self.seconds = _seconds(time) if time else 2 * 3600
        if text.startswith("M"):
            self.kind = "M"
            self.month, self.week, self.weekday = map(int, text[1:].split("."))
        else:
            self.kind = text[0] if text.startswith("J") else "n"
            self.day = int(text.lstrip("J"))

    def moment(self, year):
        """The seconds since 1970 on the clocks of the place, before they change."""
        if self.kind == "M":
            first = datetime.date(year, self.month, 1)
            day = 1 + (self.weekday - first.isoweekday()) % 7 + (self.week - 1) * 7
            while day > calendar.monthrange(year, self.month)[1]:
                day -= 7
            days = datetime.date(year, self.month, day).toordinal()
        else:
            days = datetime.date(year, 1, 1).toordinal() + self.day
            if self.kind == "J":
                # The 29th of February is not counted.
                days -= 1 - (calendar.isleap(year) and self.day >= 60)
        return (days - 719163) * 86400 + self.seconds


class Rule:
    """Standard time, and where there is one the time in summer with the two days of its change."""

    def __init__(self, standard, summer=None, start=None, end=None):
        self.standard = standard
        self.summer = summer
        self.start = start
        self.end = end

    @property
    def is_fixed(self):
        return self.summer is None

    def kind(self, seconds, year, fold):
        """What holds at a time on the clocks of the place."""
        if self.is_fixed:
            return self.standard
        saving = int((self.summer.offset - self.standard.offset).total_seconds())
        start, end = self.start.moment(year), self.end.moment(year)
        # A gap belongs to what was before it with fold 0, what is told twice to what was before with fold 0.
        if saving >= 0:
            start += saving if not fold else 0
            end -= saving if fold else 0
        else:
            start += saving if fold else 0
            end -= saving if not fold else 0
        if start < end:
            is_summer = start <= seconds < end
        else:
            is_summer = not end <= seconds < start
        return self.summer if is_summer else self.standard

    def kind_utc(self, seconds, year):
        """What holds at a time in UTC, and whether it is the second time that clocks tell it."""
        if self.is_fixed:
            return self.standard, False
        standard, summer = (int(kind.offset.total_seconds()) for kind in (self.standard, self.summer))
        start, end = self.start.moment(year) - standard, self.end.moment(year) - summer
        if start < end:
            is_summer = start <= seconds < end
        else:
            is_summer = not end <= seconds < start
        saving = summer - standard
        ambiguous = end if saving > 0 else start
        return (self.summer if is_summer else self.standard), ambiguous <= seconds < ambiguous + abs(saving)


def parse_rule(text, kind):
    """The rule that a text tells; `kind` makes what holds for a time."""
    match = _RULE.fullmatch(text)
    if not match:
        raise ValueError(f"{text} is not a valid TZ string")
    name, offset, summer, summer_offset, start, start_time, end, end_time = match.groups()
    east = -_seconds(offset)
    standard = kind(east, 0, name.strip("<>"))
    if summer is None:
        return Rule(standard)
    if start is None:
        raise ValueError(f"Missing transition rules in TZ string: {text}")
    summer_east = -_seconds(summer_offset) if summer_offset else east + 3600
    return Rule(standard, kind(summer_east, summer_east - east, summer.strip("<>")), _Day(start, start_time), _Day(end, end_time))
