"""Texts of dates and times as ISO 8601 writes them. What is not one is a ValueError with an empty message."""

import re

from datetime._calendar import iso_to_gregorian
from datetime._delta import timedelta
from datetime._zone import timezone

__native_in_cpython__ = True

_DATE = re.compile(r"(\d{4})(-?)(?:W(\d\d)(?:\2(\d))?|(\d\d)\2(\d\d))", re.ASCII)
_TIME = re.compile(r"(\d\d)(?:(:?)(\d\d)(?:\2(\d\d)(?:[.,](\d+))?)?)?", re.ASCII)


def read_date(text):
    """Year, month and day."""
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError("")
    year, _, week, weekday, month, day = found.groups()
    if week is not None:
        try:
            return iso_to_gregorian(int(year), int(week), int(weekday or 1))
        except ValueError:
            raise ValueError("") from None
    return int(year), int(month), int(day)


def split(text):
    """The date's and the time's part of a text; one sign stands between them."""
    if len(text) < 7:
        raise ValueError("")
    if text[4] == "-":
        if text[5] == "W":
            end = 10 if len(text) > 8 and text[8] == "-" else 8
        else:
            end = 10
    elif text[4] == "W":
        digits = 0
        while 5 + digits < len(text) and text[5 + digits].isdigit():
            digits += 1
        # Two digits are the week; a third is the weekday, unless the digits of the time follow it in an odd number.
        end = 8 if digits == 3 or digits > 3 and digits % 2 == 0 else 7
    else:
        end = 8
    return text[:end], text[end + 1:] if len(text) > end else None


def read_time(text):
    """Hour, minute, second and microsecond, and the zone."""
    place = next((k for k, sign in enumerate(text) if sign in "+-Z"), len(text))
    clock, zone = text[:place], text[place:]
    fields = _read_clock(clock)
    if not zone:
        return fields, None
    if zone == "Z":
        return fields, timezone.utc
    hours, minutes, seconds, microseconds = _read_clock(zone[1:])
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=microseconds)
    return fields, timezone(offset if zone[0] == "+" else -offset)


def _read_clock(text):
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError("")
    hour, _, minute, second, fraction = found.groups()
    microsecond = int((fraction or "0")[:6].ljust(6, "0"))
    return int(hour), int(minute or 0), int(second or 0), microsecond
