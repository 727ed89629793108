"""What IMAP writes in its own way: moments, flags, numbers."""

import binascii
import calendar
import re
import time
from datetime import datetime, timedelta, timezone

_FLAGS = re.compile(rb".*FLAGS \((?P<flags>[^\)]*)\)")
_INTERNAL_DATE = re.compile(
    rb'.*INTERNALDATE "(?P<day>[ 0123][0-9])-(?P<month>[A-Z][a-z][a-z])-(?P<year>[0-9]{4}) '
    rb'(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2}) (?P<sign>[-+])(?P<zh>[0-9]{2})(?P<zm>[0-9]{2})"')
_MONTHS = " Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")


class Authenticator:
    """Turns what a function answers to challenges into the words of the protocol."""

    def __init__(self, mechanism):
        self.mech = mechanism

    def process(self, data):
        answer = self.mech(self.decode(data))
        return b"*" if answer is None else self.encode(answer)

    def encode(self, data):
        data = data.encode() if isinstance(data, str) else data
        return binascii.b2a_base64(data, newline=False)

    def decode(self, data):
        return binascii.a2b_base64(data) if data else b""


def Internaldate2tuple(resp):
    """The local time of the moment in an answer; None if there is none."""
    found = _INTERNAL_DATE.match(resp)
    if not found:
        return None
    zone = (int(found["zh"]) * 60 + int(found["zm"])) * 60
    if found["sign"] == b"-":
        zone = -zone
    fields = [int(found[name]) for name in ("year", "day", "hour", "minute", "second")]
    month = _MONTHS.index(found["month"].decode())
    year, day, *clock = fields
    return time.localtime(calendar.timegm((year, month, day, *clock, -1, -1, -1)) - zone)


def Int2AP(num):
    """A number as a text of the letters A to P."""
    found = b""
    num = int(abs(num))
    while num:
        num, rest = divmod(num, 16)
        found = b"ABCDEFGHIJKLMNOP"[rest:rest + 1] + found
    return found


def ParseFlags(resp):
    """The flags in an answer."""
    found = _FLAGS.match(resp)
    return tuple(found["flags"].split()) if found else ()


def Time2Internaldate(date_time):
    """A moment as the protocol has it: of a number, a tuple, a datetime that knows its zone, or a text that is ready."""
    if isinstance(date_time, (int, float)):
        moment = datetime.fromtimestamp(date_time, timezone.utc).astimezone()
    elif isinstance(date_time, tuple):
        try:
            offset = date_time.tm_gmtoff
        except AttributeError:
            offset = None
        if offset is None:
            summer = date_time[8] if time.daylight else 0
            if summer == -1:
                summer = time.localtime(time.mktime(date_time))[8]
            offset = -(time.altzone if summer else time.timezone)
        moment = datetime(*date_time[:6], tzinfo=timezone(timedelta(seconds=offset)))
    elif isinstance(date_time, datetime):
        if date_time.tzinfo is None:
            raise ValueError("date_time must be aware")
        moment = date_time
    elif isinstance(date_time, str) and (date_time[0], date_time[-1]) == ('"', '"'):
        return date_time
    else:
        raise ValueError("date_time not of a known type")
    return moment.strftime(f'"%d-{_MONTHS[moment.month]}-%Y %H:%M:%S %z"')


for _each in (Internaldate2tuple, Int2AP, ParseFlags, Time2Internaldate):
    _each.__module__ = "imaplib"
