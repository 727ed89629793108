# zoneinfo: zones read from a file that this script writes: transitions, gaps, folds, the rule for later years.
import os
import pickle
import struct
import zoneinfo
from datetime import datetime, timezone
from zoneinfo import ZoneInfo


def tell(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


def block(width, moments, indices, kinds, names):
    header = b"TZif2" + bytes(15) + struct.pack(">6l", 0, 0, 0, len(moments), len(kinds), len(names))
    body = struct.pack(f">{len(moments)}{'l' if width == 4 else 'q'}", *moments) + bytes(indices)
    return header + body + b"".join(struct.pack(">lbB", *kind) for kind in kinds) + names


names = b"LMT\0CET\0CEST\0"
kinds = (3208, 0, 0), (3600, 0, 4), (7200, 1, 8)
moments = [int(datetime(*when, tzinfo=timezone.utc).timestamp()) for when in (
    (1900, 1, 1), (1980, 4, 6, 1), (1980, 9, 28, 1), (1995, 3, 26, 1), (1995, 9, 24, 1),
)]
indices = [1, 2, 1, 2, 1]
os.makedirs("zones/Some")
with open("zones/Some/Place", "wb") as file:
    file.write(block(4, [], [], kinds[:1], names) + block(8, moments, indices, kinds, names))
    file.write(b"\nCET-1CEST,M3.5.0,M10.5.0/3\n")
with open("zones/Fixed", "wb") as file:
    file.write(block(4, [], [], [(19800, 0, 0)], b"IST\0") + block(8, [], [], [(19800, 0, 0)], b"IST\0") + b"\nIST-5:30\n")
with open("zones/South", "wb") as file:
    file.write(block(4, [], [], [(36000, 0, 0)], b"AEST\0") + block(8, [], [], [(36000, 0, 0)], b"AEST\0"))
    file.write(b"\n<+10>-10<+11>,J280/2:30,J90/-1\n")
zoneinfo.reset_tzpath([os.path.abspath("zones")])
print(sorted(zoneinfo.available_timezones()))

zone = ZoneInfo("Some/Place")
print(zone, repr(zone), zone.key, ZoneInfo("Some/Place") is zone, zone.utcoffset(None), ZoneInfo("Fixed").utcoffset(None))
for when in (
    (1850, 1, 1), (1950, 7, 1), (1980, 4, 6, 2, 30), (1980, 7, 1), (1980, 9, 28, 2, 30), (1995, 9, 24, 2, 30), (2024, 1, 1),
    (2024, 3, 31, 2, 30), (2024, 7, 1), (2024, 10, 27, 2, 30), (2024, 10, 27, 3), (2400, 7, 1),
):
    for fold in 0, 1:
        local = datetime(*when, fold=fold, tzinfo=zone)
        print(local, local.tzname(), local.dst(), local.astimezone(timezone.utc))
for hour in 0, 1, 2:
    local = datetime(2024, 10, 27, hour, 30, tzinfo=timezone.utc).astimezone(zone)
    print(local, local.fold)
for when in (2024, 1, 1), (2024, 7, 1), (2024, 3, 30, 22, 30), (2024, 3, 30, 23), (2024, 10, 6, 2, 30), (2024, 10, 7, 3):
    print(datetime(*when, tzinfo=ZoneInfo("South")), datetime(*when, tzinfo=timezone.utc).astimezone(ZoneInfo("South")))
print(datetime(2024, 1, 1, tzinfo=ZoneInfo("Fixed")).tzname())

print(pickle.loads(pickle.dumps(zone)) is zone, ZoneInfo.no_cache("Some/Place") is zone)
with open("zones/Fixed", "rb") as file:
    unnamed = ZoneInfo.from_file(file, key="own")
print(unnamed, datetime(2024, 1, 1, tzinfo=unnamed))
tell(pickle.dumps, unnamed)
ZoneInfo.clear_cache()
print(ZoneInfo("Some/Place") is zone)
for wrong in "Nope/X", "/etc/passwd", "../x", "Some//Place":
    tell(ZoneInfo, wrong)
tell(zoneinfo.reset_tzpath, "x")
tell(zoneinfo.reset_tzpath, ["x"])
