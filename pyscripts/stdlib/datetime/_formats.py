"""`strftime` and `strptime` for dates and times: what the module `time` does, with microseconds and zones."""

import re
import time as _time
from datetime._calendar import MONTHS, WEEKDAYS, from_ordinal, iso_to_gregorian, to_ordinal
from datetime._zone import shown_offset

__native_in_cpython__ = True

_FULL_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
_FULL_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_OWN = re.compile(r"%(:?[a-zA-Z%])")


def strftime(value, format, moment):
    """A text of a format; `moment` is what the module `time` knows of the value."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")

    def replace(found):
        match found[1]:
            case "f":
                return f"{getattr(value, 'microsecond', 0):06}"
            case "z" | ":z":
                offset = value.utcoffset() if hasattr(value, "utcoffset") else None
                return shown_offset(offset, ":" if found[1] == ":z" else "")
            case "Z":
                name = value.tzname() if hasattr(value, "tzname") else None
                return (name or "").replace("%", "%%")
        return found[0]

    return _time.strftime(_OWN.sub(replace, format), moment)


def _choice(names):
    """Longer names first: one may begin with another."""
    return "|".join(sorted((name.lower() for name in names), key=len, reverse=True))


_FIELDS = {
    "a": ("a", _choice(WEEKDAYS)),
    "A": ("A", _choice(_FULL_WEEKDAYS)),
    "b": ("b", _choice(MONTHS)),
    "B": ("B", _choice(_FULL_MONTHS)),
    "d": ("d", r"3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]"),
    "f": ("f", r"[0-9]{1,6}"),
    "H": ("H", r"2[0-3]|[0-1]\d|\d"),
    "I": ("I", r"1[0-2]|0[1-9]|[1-9]| [1-9]"),
    "G": ("G", r"\d\d\d\d"),
    "j": ("j", r"36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]"),
    "m": ("m", r"1[0-2]|0[1-9]|[1-9]"),
    "M": ("M", r"[0-5]\d|\d"),
    "p": ("p", "am|pm"),
    "S": ("S", r"6[0-1]|[0-5]\d|\d"),
    "U": ("U", r"5[0-3]|[0-4]\d|\d"),
    "W": ("W", r"5[0-3]|[0-4]\d|\d"),
    "u": ("u", r"[1-7]"),
    "V": ("V", r"5[0-3]|0[1-9]|[1-4]\d|\d"),
    "w": ("w", r"[0-6]"),
    "y": ("y", r"\d\d"),
    "Y": ("Y", r"\d\d\d\d"),
    "z": ("z", r"[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)"),
    "Z": ("Z", None),
}
_COMPOSED = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "T": "%H:%M:%S", "R": "%H:%M"}


def _regex(format):
    """The regular expression of a format."""
    for letter in "cxX":
        format = format.replace("%" + letter, _COMPOSED[letter])
    pieces = []
    seen = set()
    place = 0
    while place < len(format):
        sign = format[place]
        place += 1
        if sign.isspace():
            while place < len(format) and format[place].isspace():
                place += 1
            pieces.append(r"\s+")
        elif sign != "%":
            pieces.append(re.escape(sign))
        elif place == len(format):
            raise ValueError("stray %% in format '%s'" % format)
        else:
            letter = format[place]
            place += 1
            if letter == "%":
                pieces.append("%")
            elif letter not in _FIELDS:
                raise ValueError("'%s' is a bad directive in format '%s'" % (letter, format))
            elif letter in seen:
                raise re.error(f"redefinition of group name {letter!r} as group {len(seen) + 1}; was group {len(seen)}")
            else:
                seen.add(letter)
                pieces.append(_group(letter))
    return re.compile("".join(pieces), re.IGNORECASE)


def _group(letter):
    name, pattern = _FIELDS[letter]
    if pattern is None:
        pattern = _choice({"utc", "gmt", *_time.tzname})
    return f"(?P<{name}>{pattern})"


_cache = {}


class Read:
    """The fields that a text gives."""

    def __init__(self, text, format):
        for what, argument, number in ((text, "strptime", 1), (format, "strptime", 2)):
            if not isinstance(what, str):
                raise TypeError(f"{argument}() argument {number} must be str, not {type(what).__name__}")
        regex = _cache.get(format)
        if regex is None:
            if len(_cache) > 50:
                _cache.clear()
            regex = _cache[format] = _regex(format)
        found = regex.match(text)
        if found is None:
            raise ValueError(f"time data {text!r} does not match format {format!r}")
        if found.end() != len(text):
            raise ValueError(f"unconverted data remains: {text[found.end():]}")
        self.found = {name: value for name, value in found.groupdict().items() if value is not None}
        self.set_clock()
        self.set_date()

    def number(self, letter, default=None):
        value = self.found.get(letter)
        return default if value is None else int(value)

    def set_clock(self):
        hour = self.number("H", 0)
        if "I" in self.found:
            hour = self.number("I") % 12
            if self.found.get("p", "").lower() == "pm":
                hour += 12
        microsecond = int(self.found.get("f", "0").ljust(6, "0"))
        self.clock = hour, self.number("M", 0), self.number("S", 0), microsecond

    def weekday(self):
        """0 is Monday; None if the text does not say."""
        found = self.found
        if "A" in found:
            return _place(_FULL_WEEKDAYS, found["A"])
        if "a" in found:
            return _place(WEEKDAYS, found["a"])
        if "w" in found:
            return (int(found["w"]) + 6) % 7
        return int(found["u"]) - 1 if "u" in found else None

    def set_date(self):
        found = self.found
        year = self.number("Y")
        if "y" in found:
            year = self.number("y")
            year += 2000 if year <= 68 else 1900
        month = self.number("m", 1)
        if "B" in found:
            month = _place(_FULL_MONTHS, found["B"]) + 1
        elif "b" in found:
            month = _place(MONTHS, found["b"]) + 1
        day = self.number("d", 1)
        weekday = self.weekday()
        self.check_iso(year, weekday)
        if year is None and "j" in found:
            year = 1900
        if year is None and "G" not in found:
            self.date = 1900, month, day
            return
        if "G" in found:
            self.date = iso_to_gregorian(self.number("G"), self.number("V"), weekday + 1)
        elif "j" in found:
            self.date = from_ordinal(to_ordinal(year, 1, 1) + self.number("j") - 1)
        elif weekday is not None and ("U" in found or "W" in found):
            self.date = _of_week(year, self.number("U", self.number("W")), weekday, "U" in found)
        else:
            self.date = year, month, day

    def check_iso(self, year, weekday):
        found = self.found
        if "G" in found:
            if "j" in found:
                raise ValueError(
                    "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead."
                )
            if "V" not in found or weekday is None:
                raise ValueError(
                    "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                    "('%A', '%a', '%w', or '%u')."
                )
        elif "V" in found:
            if year is None or weekday is None:
                raise ValueError(
                    "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
                    "('%A', '%a', '%w', or '%u')."
                )
            raise ValueError(
                "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."
            )

    def zone(self):
        """Offset and name of the zone, None where the text does not say."""
        name = self.found.get("Z")
        text = self.found.get("z")
        if text is None:
            return None, name
        if text in ("Z", "z"):
            return 0, name
        digits = text[1:].replace(":", "")
        whole, _, fraction = digits.partition(".")
        seconds = int(whole[:2]) * 3600 + int(whole[2:4]) * 60 + int(whole[4:6] or 0)
        offset = seconds * 1000000 + int(fraction.ljust(6, "0"))
        return (-offset if text[0] == "-" else offset), name


def _place(names, found):
    return [name.lower() for name in names].index(found.lower())


def _of_week(year, week, weekday, from_sunday):
    """The date of a week's day; weeks begin with the first Sunday or Monday of the year."""
    first = to_ordinal(year, 1, 1)
    first_weekday = (first + 6) % 7
    if from_sunday:
        first_weekday, weekday = (first_weekday + 1) % 7, (weekday + 1) % 7
    before = (7 - first_weekday) % 7
    day = weekday - first_weekday if week == 0 else before + 7 * (week - 1) + weekday
    return from_ordinal(first + day)
