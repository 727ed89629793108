"""Cookies in headers and files: their dates, and their words."""

import re
import time
from calendar import timegm
from datetime import UTC, datetime

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_UTC_ZONES = ("GMT", "UTC", "UT", "Z")
EPOCH_YEAR = 1970

_ZONE = re.compile(r"^([-+])?(\d\d?):?(\d\d)?$", re.ASCII)
_USUAL_DATE = re.compile(r"^[SMTWF][a-z][a-z], (\d\d) ([JFMASOND][a-z][a-z]) (\d\d\d\d) (\d\d):(\d\d):(\d\d) GMT$")
_WEEKDAY = re.compile(r"^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,?\s*", re.IGNORECASE)
_ANY_DATE = re.compile(
    r"""^(\d\d?)(?:\s+|[-/])(\w+)(?:\s+|[-/])(\d+)(?:(?:\s+|:)(\d\d?):(\d\d)(?::(\d\d))?)?
    \s*(?:([-+]?\d{2,4}|(?![APap][Mm]\b)[A-Za-z]+)\s*)?(?:\(\w+\)\s*)?$""", re.VERBOSE | re.ASCII)
_ISO_DATE = re.compile(
    r"""^(\d{4})[-/]?(\d\d?)[-/]?(\d\d?)(?:(?:\s+|[-:Tt])(\d\d?):?(\d\d)(?::?(\d\d(?:\.\d*)?))?)?
    \s*(?:([-+]?\d\d?:?(?:\d\d)?|Z|z)\s*)?$""", re.VERBOSE | re.ASCII)


def time2isoz(t=None):
    """A time as `YYYY-MM-DD hh:mm:ssZ`."""
    when = datetime.now(tz=UTC) if t is None else datetime.fromtimestamp(t, tz=UTC)
    return "%04d-%02d-%02d %02d:%02d:%02dZ" % (when.year, when.month, when.day, when.hour, when.minute, when.second)


def time2netscape(t=None):
    """A time as `Wdy, DD-Mon-YYYY HH:MM:SS GMT`."""
    when = datetime.now(tz=UTC) if t is None else datetime.fromtimestamp(t, tz=UTC)
    return "%s, %02d-%s-%04d %02d:%02d:%02d GMT" % (
        DAYS[when.weekday()], when.day, MONTHS[when.month - 1], when.year, when.hour, when.minute, when.second)


def _zone_offset(zone):
    """Seconds that a zone is ahead; None if it is not known."""
    if zone in _UTC_ZONES:
        return 0
    match = _ZONE.match(zone)
    if not match:
        return None
    offset = 3600 * int(match[2]) + 60 * int(match[3] or 0)
    return -offset if match[1] == "-" else offset


def _month_number(name):
    number = _MONTH_NUMBERS.get(name.lower())
    if number is None and name.isdecimal():
        number = int(name) if 1 <= int(name) <= 12 else None
    return number


def _full_year(year):
    """A year of two digits as the one that is nearest to this one."""
    if year >= 1000:
        return year
    now = time.localtime().tm_year
    century, digits = now - now % 100, now % 100
    year += century
    if abs(year - century - digits) > 50:
        year += 100 if year - century < digits else -100
    return year


def _timestamp(day, month, year, hour, minute, second, zone):
    number = _month_number(month)
    if number is None:
        return None
    parts = (_full_year(int(year)), number, int(day), int(hour or 0), int(minute or 0), int(float(second or 0)))
    if not (parts[0] >= EPOCH_YEAR and 1 <= parts[2] <= 31 and parts[3] <= 24 and parts[4] <= 59 and parts[5] <= 61):
        return None
    result = timegm(parts)
    offset = _zone_offset((zone or "UTC").upper())
    return None if offset is None else result - offset


def http2time(text):
    """The seconds since the epoch of a date as programs of the web write it; None if it is none."""
    match = _USUAL_DATE.search(text)
    if match:
        number = _MONTH_NUMBERS.get(match[2].lower())
        if number is None:
            return None
        return float(timegm((int(match[3]), number, int(match[1]), *map(int, match.group(4, 5, 6)))))
    match = _ANY_DATE.search(_WEEKDAY.sub("", text.lstrip(), 1))
    return _timestamp(*match.groups()) if match else None


def iso2time(text):
    """The seconds since the epoch of a date after ISO 8601; None if it is none."""
    match = _ISO_DATE.search(text.lstrip())
    if not match:
        return None
    year, month, day, *rest = match.groups()
    return _timestamp(day, month, year, *rest)


_TOKEN = re.compile(r"^\s*([^=\s;,]+)")
_QUOTED = re.compile(r'^\s*=\s*"([^"\\]*(?:\\.[^"\\]*)*)"')
_BARE = re.compile(r"^\s*=\s*([^\s;,]*)")
_ESCAPED = re.compile(r"\\(.)")
_JUNK = re.compile(r"^[=\s;]*")


def split_header_words(header_values):
    """The words of headers: for each part between commas its pairs of key and value."""
    assert not isinstance(header_values, str)
    result = []
    for text in header_values:
        pairs = []
        while text:
            token = _TOKEN.search(text)
            if token:
                name, text = token[1], text[token.end():]
                quoted = _QUOTED.search(text)
                bare = None if quoted else _BARE.search(text)
                if quoted:
                    value = _ESCAPED.sub(r"\1", quoted[1])
                else:
                    value = bare[1].rstrip() if bare else None
                found = quoted or bare
                text = text[found.end():] if found else text
                pairs.append((name, value))
            elif text.lstrip().startswith(","):
                text = text.lstrip()[1:]
                if pairs:
                    result.append(pairs)
                pairs = []
            else:
                junk = _JUNK.match(text).end()
                assert junk, f"split_header_words bug: '{header_values}', '{text}', {pairs}"
                text = text[junk:]
        if pairs:
            result.append(pairs)
    return result


def join_header_words(lists):
    """The header that `split_header_words` would take apart into these."""
    headers = []
    for pairs in lists:
        words = []
        for key, value in pairs:
            if value is not None:
                if not re.search(r"^\w+$", value):
                    value = '"' + re.sub(r'(["\\])', r"\\\1", value) + '"'
                key = f"{key}={value}"
            words.append(key)
        if words:
            headers.append("; ".join(words))
    return ", ".join(headers)


_NETSCAPE_KEYS = ("expires", "domain", "path", "secure", "version", "port", "max-age")


def strip_quotes(text):
    """The text without a quote at either end."""
    return text.removeprefix('"').removesuffix('"')


def parse_ns_headers(ns_headers):
    """The pairs of key and value in Set-Cookie headers after Netscape; values of `expires` become numbers."""
    result = []
    for header in ns_headers:
        pairs, has_version = [], False
        for place, part in enumerate(header.split(";")):
            part = part.strip()
            key, separator, value = part.partition("=")
            key = key.strip()
            if not key:
                if place == 0:
                    break
                continue
            value = value.strip() if separator else None
            if place:
                key = key.lower() if key.lower() in _NETSCAPE_KEYS else key
                if key == "version":
                    value, has_version = None if value is None else strip_quotes(value), True
                elif key == "expires" and value is not None:
                    value = http2time(strip_quotes(value))
            pairs.append((key, value))
        if pairs:
            result.append(pairs if has_version else [*pairs, ("version", "0")])
    return result
