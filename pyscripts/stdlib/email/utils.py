"""Addresses, dates and parameters of headers."""

import datetime
import os
import random
import re
import socket
import time
import urllib.parse

from email.charset import Charset

__all__ = [
    "collapse_rfc2231_value", "decode_params", "decode_rfc2231", "encode_rfc2231", "formataddr", "formatdate",
    "format_datetime", "getaddresses", "make_msgid", "mktime_tz", "parseaddr", "parsedate", "parsedate_tz",
    "parsedate_to_datetime", "unquote",
]

_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_ZONES = {
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "AST": -400, "ADT": -300, "EST": -500, "EDT": -400, "CST": -600, "CDT": -500,
    "MST": -700, "MDT": -600, "PST": -800, "PDT": -700,
}
_NEEDS_QUOTES = specialsre = re.compile(r'[][\\()<>@,:;".]')
escapesre = re.compile(r'[\\"]')
# Texts that programs take from here to join addresses.
COMMASPACE, CRLF, EMPTYSTRING, TICK, UEMPTYSTRING = ", ", "\r\n", "", "'", ""
# Programs ask by this name whether `getaddresses` and `parseaddr` know the parameter `strict`.
supports_strict_parsing = True


def _has_surrogates(s):
    """Whether a text has letters that stand for bytes nobody could decode."""
    return any("\ud800" <= letter <= "\udfff" for letter in s) if not s.isascii() else False


def quote(str):
    """A text made fit to stand between double quotes."""
    return str.replace("\\", "\\\\").replace('"', '\\"')


def unquote(str):
    """A text without the quotes or angle brackets around it."""
    if len(str) > 1:
        if str.startswith('"') and str.endswith('"'):
            return str[1:-1].replace("\\\\", "\\").replace('\\"', '"')
        if str.startswith("<") and str.endswith(">"):
            return str[1:-1]
    return str


# Addresses.

def formataddr(pair, charset="utf-8"):
    """A name and an address as a header has them."""
    name, address = pair
    address.encode("ascii")
    if not name:
        return address
    try:
        name.encode("ascii")
    except UnicodeEncodeError:
        if isinstance(charset, str):
            charset = Charset(charset)
        return f"{charset.header_encode(name)} <{address}>"
    quotes = '"' if _NEEDS_QUOTES.search(name) else ""
    escaped = re.sub(r'[\\"]', r"\\\g<0>", name)
    return f"{quotes}{escaped}{quotes} <{address}>"


def getaddresses(fieldvalues, *, strict=True):
    """The names and addresses in several headers; with `strict`, ('', '') for a header that is malformed."""
    from email._addresses import parse_list
    if not strict:
        return parse_list(", ".join(str(value) for value in fieldvalues))
    values = [str(value) for value in fieldvalues]
    results, expected = [], 0
    for value in values:
        if not _are_brackets_closed(value):
            value = "('', '')"
        results += [pair if "[" not in pair[1] else ("", "") for pair in parse_list(value)]
        expected += 1 + _without_quotes(value).count(",")
    if len(results) != expected:
        return [("", "")]
    return results


def _without_quotes(value):
    """A value without its quoted strings."""
    return re.sub(r'"(?:\\.|[^"\\])*"', "", value)


def _are_brackets_closed(value):
    depth = 0
    for letter in _without_quotes(value):
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return False
    return depth == 0


def parseaddr(addr, *, strict=True):
    """The name and the address of a header; ('', '') if there is none."""
    from email._addresses import parse_list
    if isinstance(addr, list):
        addr = addr[0]
    if not isinstance(addr, str):
        return "", ""
    if not strict:
        found = parse_list(addr)
        return found[0] if found else ("", "")
    found = getaddresses([addr])
    return found[0] if len(found) == 1 else ("", "")


# Dates.

def formatdate(timeval=None, localtime=False, usegmt=False):
    """A time as a header has it."""
    if timeval is None:
        timeval = time.time()
    now = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    if localtime:
        now = now.astimezone()
        usegmt = False
    elif not usegmt:
        now = now.replace(tzinfo=None)
    return format_datetime(now, usegmt)


def format_datetime(dt, usegmt=False):
    """A datetime as a header has it."""
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError("usegmt option requires a UTC datetime")
        zone = "GMT"
    elif dt.tzinfo is None:
        zone = "-0000"
    else:
        zone = dt.strftime("%z")
    return (
        f"{_DAYS[dt.weekday()]}, {dt.day:02d} {_MONTHS[dt.month - 1]} {dt.year:04d} "
        f"{dt.hour:02d}:{dt.minute:02d}:{dt.second:02d} {zone}"
    )


def make_msgid(idstring=None, domain=None):
    """A name for a message that no other has."""
    parts = [str(int(time.time() * 100)), str(os.getpid()), str(random.getrandbits(64))]
    if idstring is not None:
        parts.append(idstring)
    return f"<{'.'.join(parts)}@{socket.getfqdn() if domain is None else domain}>"


_LONG_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)


def _parsedate_tz(data):
    """The ten numbers of a date, the offset None where there is none; None for what is no date.

    Dates that are not quite right are understood as long as the month is a word and the time has its colons.
    """
    words = _date_words(data or "")
    if words is None:
        return None
    day, name, year, clock, zone = words
    month = _month(name)
    if month is None:
        day, name = name, day
        month = _month(name)
        if month is None:
            return None
    if ":" in year[1:]:
        year, clock = clock, year
    year = year.removesuffix(",")
    if not year[:1].isdigit():
        year, zone = zone, year
    try:
        year, day = int(year), int(day.removesuffix(","))
        numbers = _clock(clock.removesuffix(","))
    except ValueError:
        return None
    if numbers is None:
        return None
    if year < 100:
        year += 1900 if year > 68 else 2000
    return [year, month, day, *numbers, 0, 1, -1, _offset(zone)]


def _date_words(data):
    """Day, month, year, time and zone, or nearly so; the name of the weekday is gone. None if there are too few."""
    words = data.split()
    if not words:
        return None
    if words[0].endswith(",") or words[0].title() in _DAYS:
        del words[0]
    else:
        words[0] = words[0].rpartition(",")[2]
    if len(words) == 3:
        pieces = words[0].split("-")
        if len(pieces) == 3:
            words[:1] = pieces
    if len(words) == 4:
        # The zone may have grown together with the time.
        at = max(words[3].find("+"), 0) or max(words[3].find("-"), 0)
        words[3:] = [words[3][:at], words[3][at:]] if at else [words[3], ""]
    if len(words) < 5 or not all(words[:3]):
        return None
    return words[:5]


def _month(name):
    low = name.lower()
    for place, month in enumerate(_LONG_MONTHS, 1):
        if low == month or low == month[:3]:
            return place
    return None


def _clock(text):
    """Hour, minute and second of "4:47:53", "4:47" or "4.47.53"; None for what is no time."""
    parts = text.split(":")
    if len(parts) == 1:
        parts = text.split(".")
    if not 2 <= len(parts) <= 3:
        return None
    return [int(part) for part in parts] + [0] * (3 - len(parts))


def _offset(zone):
    """The seconds east of Greenwich that a zone's name or number stands for."""
    if zone is None:
        return None
    zone = zone.upper()
    if zone in _ZONES:
        number = _ZONES[zone]
    else:
        try:
            number = int(zone)
        except ValueError:
            return None
        if number == 0 and zone.startswith("-"):
            return None
    sign = -1 if number < 0 else 1
    return sign * (abs(number) // 100 * 3600 + abs(number) % 100 * 60)


def parsedate_tz(data):
    """A date as a tuple of ten: that of time.mktime, and the seconds east of Greenwich."""
    found = _parsedate_tz(data)
    if found is None:
        return None
    if found[9] is None:
        found[9] = 0
    return tuple(found)


def parsedate(data):
    """A date as a tuple for time.mktime."""
    found = parsedate_tz(data)
    return found[:9] if isinstance(found, tuple) else found


def mktime_tz(data):
    """The seconds since 1970 of what parsedate_tz gives."""
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    import calendar
    return calendar.timegm(data) - data[9]


def parsedate_to_datetime(data):
    """A date as a datetime."""
    found = _parsedate_tz(data)
    if found is None:
        raise ValueError(f'Invalid date value or format "{data}"')
    *numbers, offset = found
    if offset is None:
        return datetime.datetime(*numbers[:6])
    return datetime.datetime(*numbers[:6], tzinfo=datetime.timezone(datetime.timedelta(seconds=offset)))


def localtime(dt=None, isdst=None):
    """A time with the zone of this machine; now, without one."""
    if isdst is not None:
        import warnings
        warnings._deprecated(
            "The 'isdst' parameter to 'localtime'", message="{name} is deprecated and slated for removal in Python {remove}",
            remove=(3, 14),
        )
    if dt is None:
        dt = datetime.datetime.now()
    return dt.astimezone()


# Parameters, after RFC 2231.

def decode_rfc2231(s):
    """(charset, language, text) of a value."""
    parts = s.split("'", 2)
    return (None, None, s) if len(parts) <= 2 else parts


def encode_rfc2231(s, charset=None, language=None):
    """A value with its charset and language."""
    s = urllib.parse.quote(s, safe="", encoding=charset or "ascii")
    if charset is None and language is None:
        return s
    return f"{charset}'{language or ''}'{s}"


_CONTINUED = re.compile(r"(?P<name>\w+)\*((?P<num>[0-9]+)\*?)?", re.ASCII)


def decode_params(params):
    """Parameters, those that were cut in pieces put together."""
    new_params = [params[0]]
    pieces = {}
    for name, value in params[1:]:
        is_encoded = name.endswith("*")
        value = unquote(value)
        match = _CONTINUED.match(name)
        if match:
            number = match["num"]
            pieces.setdefault(match["name"], []).append((None if number is None else int(number), value, is_encoded))
        else:
            new_params.append((name, f'"{quote(value)}"'))
    for name, found in pieces.items():
        found.sort(key=lambda piece: -1 if piece[0] is None else piece[0])
        is_extended = any(piece[2] for piece in found)
        text = "".join(
            urllib.parse.unquote(value, encoding="latin-1") if encoded else value for _, value, encoded in found
        )
        if is_extended:
            charset, language, text = decode_rfc2231(text)
            new_params.append((name, (charset, language, f'"{quote(text)}"')))
        else:
            new_params.append((name, f'"{quote(text)}"'))
    return new_params


def collapse_rfc2231_value(value, errors="replace", fallback_charset="us-ascii"):
    """The text of a parameter's value."""
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, language, text = value
    raw = bytes(text, "raw-unicode-escape")
    try:
        return str(raw, fallback_charset if charset is None else charset, errors)
    except LookupError:
        return unquote(text)
