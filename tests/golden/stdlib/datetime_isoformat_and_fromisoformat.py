from datetime import date, datetime, time, timedelta, timezone

d = datetime(2024, 2, 3, 4, 5, 6, 7890, timezone(timedelta(hours=5, minutes=30)))
for spec in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds", "days"):
    try:
        print(spec, d.isoformat(timespec=spec), d.time().isoformat(spec), d.isoformat(" ", spec))
    except ValueError as error:
        print(error)
print(d.isoformat("T"), d.isoformat("\u2192"), datetime(1, 1, 1).isoformat(), repr(d), str(d))
for bad in ("", "TT", 5):
    try:
        print(d.isoformat(bad))
    except TypeError as error:
        print(error)
for text in ("2024-02-03", "20240203", "2024-W05", "2024-W05-6", "2024W056", "2024-034", "2024-2-3", "2024-02", "24-02-03",
             "2024-02-30", "2024-W54", "2024-W05-8", " 2024-02-03", "2024-02-03T", "2024/02/03", "", "2024-W5-1", "202402"):
    for kind in (date, datetime):
        try:
            print(kind.__name__, repr(text), kind.fromisoformat(text))
        except ValueError as error:
            print(kind.__name__, repr(text), "!", error)
for text in ("04", "04:05", "04:05:06", "0405", "040506", "T04:05", "04:05:06.7", "04:05:06,7", "04:05:06.123456789", "04:5",
             "24:00", "04:60", "04:05:06+01", "04:05Z", "04:05z", "04:05+01:30:15.25", "04:05-00:00", "04:05+24:00",
             "4", "04:0506", "0405:06", "04:05:06.", "t04", "04:05+", "04:05:06.12+0130", ""):
    try:
        print(repr(text), repr(time.fromisoformat(text)))
    except ValueError as error:
        print(repr(text), "!", error)
for text in ("2024-02-03T04:05", "2024-02-03 04:05:06.789+00:00", "20240203T040506Z", "2024-02-03x04", "2024-02-03T24:00:00",
             "2024-W05-6T04", "2024W05T04", "2024-02-03T04:05:06.7Z", "2024-02-03T", "2024-02-0304:05", "2024-02-03T4:05",
             "2024-02-03\u219204:05", "2024-12-31T24:00:00", "2024-02-03T24:00:01", "9999-12-31T24:00"):
    try:
        print(repr(text), repr(datetime.fromisoformat(text)))
    except (ValueError, OverflowError) as error:
        print(repr(text), "!", type(error).__name__, error)
for kind in (date, datetime, time):
    try:
        kind.fromisoformat(b"2024-01-01")
    except TypeError as error:
        print(error)
