"""The rule at the end of a zone's file counts after the last change in it, not from it on."""

import io
import struct
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

# The time stays what it was at the last change, while the rule that follows ends summer time at that moment.
LAST = 1698541200
KINDS = struct.pack(">iBB", -10800, 0, 0) + struct.pack(">iBB", -7200, 0, 4)
NAMES = b"-03\0-02\0"
HEAD = struct.pack(">4sc15x6I", b"TZif", b"2", 0, 0, 0, 2, 2, len(NAMES))
BODY = struct.pack(">2q", 1679792400, LAST) + bytes([1, 1]) + KINDS + NAMES
EMPTY = struct.pack(">4sc15x6I", b"TZif", b"2", 0, 0, 0, 0, 1, 1) + struct.pack(">iBBx", 0, 0, 0)
zone = ZoneInfo.from_file(io.BytesIO(EMPTY + HEAD + BODY + b"\n<-02>2<-01>,M3.5.0/-1,M10.5.0/0\n"), "Some/Where")

for hours in range(-2, 3):
    moment = datetime.fromtimestamp(LAST, timezone.utc) + timedelta(hours=hours)
    local = moment.astimezone(zone)
    print(moment, local, local.fold, local.tzname(), local.astimezone(timezone.utc) == moment)
for hour in range(21, 24):
    for fold in 0, 1:
        print(hour, fold, datetime(2023, 10, 28, hour, fold=fold, tzinfo=zone).utcoffset())
for month in 1, 7:
    print(datetime(2030, month, 1, tzinfo=zone).utcoffset())
