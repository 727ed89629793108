from datetime import date, datetime, time, timedelta, timezone

for text in ("2024-02-29", "20240229", "2024-W09-4", "2024W094", "2024-02-29T12", "2024-02-29 12:30", "20240229T123045", "2024-02-29T12:30:45.5", "2024-02-29T12:30:45,123456789", "2024-02-29T12:30:45Z", "2024-02-29T12:30:45+05:30", "2024-02-29T12:30:45-00:00:01.5", "2024-02-29T24:00", "2023-02-29", "2024-2-29", "2024-02-29T", "2024-02-29T25", "2024-02-29T12:60", "", "x", "2024-02-29T12:30:45+24:00", "2024-02-29T1230:45"):
    try:
        print(text, "->", datetime.fromisoformat(text).isoformat())
    except ValueError as error:
        print(text, "->", error)
d = datetime(2024, 2, 9, 3, 4, 5, 678, timezone(timedelta(hours=-5, minutes=-30)))
print(d.strftime("%Y-%m-%d %H:%M:%S.%f %z %Z %a %A %b %B %p %I %j %U %W %w %u %V %G %y %% %c|%x|%X|%:z"), d.isoformat(" ", "minutes"), d.isoformat(timespec="milliseconds"), d.ctime(), d.utcoffset(), d.tzname(), str(d.time()), str(d.timetz()), date(5, 1, 2).strftime("%d.%m.%Y"), date(2024, 12, 30).isocalendar(), f"{d:%H}", f"{date(2024, 1, 1)}", time(1, 2).strftime("%H-%M"), time.fromisoformat("T0102"), time(23, 59, 59, 999999).isoformat("seconds"))
