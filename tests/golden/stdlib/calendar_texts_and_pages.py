# calendar: days, weeks, months and years as numbers, as text and as HTML.
import calendar
from calendar import JANUARY, JUNE, MONDAY, SUNDAY, Calendar, Day, HTMLCalendar, Month, TextCalendar

print(calendar.calendar(2024))
print(calendar.month(2024, 2))
print(calendar.month(2024, 2, 4, 2))
calendar.prcal(2023, 3, 2, 3, 4)
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(1900, 2000), calendar.weekday(2024, 1, 1))
print(calendar.monthcalendar(2024, 2), calendar.weekday(0, 1, 1), calendar.monthrange(10000, 1))
sundays = Calendar(6)
print(list(sundays.iterweekdays()), list(sundays.itermonthdays4(2024, 1))[:5])
print(sundays.monthdatescalendar(2024, 12)[-1], sundays.yeardayscalendar(2024, 2)[0][0])
print(list(sundays.itermonthdays2(2024, 2))[:4], sundays.yeardays2calendar(2024, 5)[2][1][0])
page = HTMLCalendar()
print(page.formatmonth(2024, 2))
print(page.formatyearpage(2024, 4).decode())
print(list(calendar.day_name), list(calendar.month_abbr), calendar.month_name[1:3], len(calendar.month_name))
print(JANUARY, repr(MONDAY), Month(3), repr(Month.MAY), Day.SUNDAY, f"{JUNE}")
print(calendar.timegm((2024, 2, 3, 4, 5, 6)), calendar.timegm((1969, 12, 31, 23, 59, 59)))
print(TextCalendar(6).formatmonth(2024, 9), calendar.weekheader(3), calendar.weekheader(10), calendar.firstweekday())
calendar.setfirstweekday(SUNDAY)
print(calendar.month(2024, 3))
print(calendar.LocaleTextCalendar(locale="C").formatmonth(2024, 2))
for function, *arguments in (
    (calendar.monthrange, 2024, 13), (calendar.setfirstweekday, 7), (calendar.month, 2024, 0), (calendar.weekday, 2024, 2, 30),
):
    try:
        function(*arguments)
    except ValueError as error:
        print(type(error).__name__, error)
