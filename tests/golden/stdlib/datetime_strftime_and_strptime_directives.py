from datetime import date, datetime, time, timedelta, timezone

moment = datetime(2009, 1, 4, 5, 6, 7, 89, timezone(timedelta(hours=-3, minutes=-30, seconds=-15)))
for code in "aAbBcdfFHIjmMpSTuUVwWxXyYzZ%GDeRhnCr":
    print(code, repr(moment.strftime(f"%{code}")), end="; ")
print()
print(moment.strftime("%:z"), datetime(5, 1, 1).strftime("%Y|%y|%G"), date(2024, 12, 30).strftime("%G-W%V-%u %H:%M"),
      time(13, 5).strftime("%Y-%m-%d %I%p"), repr(date(2024, 1, 1).strftime("")), date(2024, 1, 1).strftime("é%%"),
      repr(moment.strftime("%")), moment.replace(tzinfo=None).strftime("[%z%Z]"))
for text, form in (("2024-02-29", "%Y-%m-%d"), ("29/2/24 13:05", "%d/%m/%y %H:%M"), ("Mon 5 Feb 2024", "%a %d %b %Y"),
                   ("12:30 AM", "%I:%M %p"), ("12:30 pm", "%I:%M %p"), ("1.5", "%S.%f"), ("2024 366", "%Y %j"),
                   ("2023 365", "%Y %j"), ("2024-W05-1", "%G-W%V-%u"), ("2024 10 0", "%Y %U %w"), ("2024 10 1", "%Y %W %w"),
                   ("+0530", "%z"), ("-01:30:15.5", "%z"), ("Z", "%z"), ("UTC", "%Z"), ("69 68", "%y %d"), ("69", "%y"),
                   ("68", "%y"), ("100%", "%j%%"), ("  2024   1", "%Y %m"), ("february", "%B"), ("SEP", "%b"), ("2024", "%Y-"),
                   ("2024x", "%Y"), ("2023-02-29", "%Y-%m-%d"), ("13", "%m"), ("5", "%Q"), ("x", "%"),
                   ("2024-W54-1", "%G-W%V-%u"), ("2024 1", "%G %V"), ("2024 5", "%Y %V"), ("0530", "%z"), ("+25:00", "%z"),
                   ("12", "%H%p"), ("23:59:61", "%H:%M:%S"), ("Jan 1 12:00:00 2024", "%b %d %H:%M:%S %Y"), ("", ""),
                   ("01/02/24", "%x"), ("Mon Jan  1 00:00:00 2024", "%c"), ("10:11:12", "%X"), ("0000001", "%f"), ("123456", "%f"),
                   ("2024-1-1", "%Y-%m-%d"), ("a.b", "a.b"), ("aXb", "a.b"), ("AM", "%p")):
    try:
        print(repr(text), form, "->", datetime.strptime(text, form))
    except Exception as error:
        print(repr(text), form, type(error).__name__, error)
try:
    datetime.strptime(5, "%Y")
except TypeError as error:
    print(error)
