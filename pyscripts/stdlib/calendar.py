"""Calendars, as text and as HTML, and what goes with them."""

import datetime
import locale
import sys
from enum import IntEnum, global_enum
from itertools import repeat

__all__ = [
    "IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays", "weekday",
    "monthrange", "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name", "month_abbr",
    "day_name", "day_abbr", "Calendar", "TextCalendar", "HTMLCalendar", "LocaleTextCalendar", "LocaleHTMLCalendar",
    "weekheader", "Day", "Month", "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER",
    "OCTOBER", "NOVEMBER", "DECEMBER", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY",
]

error = ValueError


class IllegalMonthError(ValueError):
    """There is no month of this number."""

    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


class IllegalWeekdayError(ValueError):
    """There is no weekday of this number."""

    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f"bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)"


@global_enum
class Month(IntEnum):
    """The months by number."""
    JANUARY = 1
    FEBRUARY = 2
    MARCH = 3
    APRIL = 4
    MAY = 5
    JUNE = 6
    JULY = 7
    AUGUST = 8
    SEPTEMBER = 9
    OCTOBER = 10
    NOVEMBER = 11
    DECEMBER = 12


@global_enum
class Day(IntEnum):
    """The weekdays by number."""
    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


class _LocalNames:
    """Names that strftime gives in the language that is set when they are asked for."""

    def __init__(self, dates, form, first=()):
        self._dates = dates
        self._form = form
        self._first = first

    def __len__(self):
        return len(self._first) + len(self._dates)

    def __getitem__(self, place):
        names = [*self._first, *self._dates][place]
        if isinstance(place, slice):
            return [self._name(name) for name in names]
        return self._name(names)

    def _name(self, date):
        return date if isinstance(date, str) else date.strftime(self._form)


_DAYS = [datetime.date(2001, 1, day) for day in range(1, 8)]
_MONTHS = [datetime.date(2001, month, 1) for month in range(1, 13)]

day_name, day_abbr = _LocalNames(_DAYS, "%A"), _LocalNames(_DAYS, "%a")
month_name, month_abbr = _LocalNames(_MONTHS, "%B", [""]), _LocalNames(_MONTHS, "%b", [""])


def isleap(year):
    """Whether a year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """How many leap years there are from y1 up to y2, which does not count."""
    y1, y2 = y1 - 1, y2 - 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    """The weekday of a date; years that datetime does not have are laid into those that it has."""
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        year = 2000 + year % 400
    return Day(datetime.date(year, month, day).weekday())


def _check_month(month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)


def monthrange(year, month):
    """The weekday of the first of a month, and how many days the month has."""
    _check_month(month)
    return weekday(year, month, 1), _month_length(year, month)


def _month_length(year, month):
    return mdays[month] + (month == 2 and isleap(year))


def _previous_month(year, month):
    return (year - 1, 12) if month == 1 else (year, month - 1)


def _next_month(year, month):
    return (year + 1, 1) if month == 12 else (year, month + 1)


class Calendar:
    """Weeks and months as lists of days."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    @property
    def firstweekday(self):
        """The weekday that weeks start with."""
        return self._firstweekday % 7

    @firstweekday.setter
    def firstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    def getfirstweekday(self):
        """The weekday that weeks start with."""
        return self.firstweekday

    def setfirstweekday(self, firstweekday):
        """Choose the weekday that weeks start with."""
        self.firstweekday = firstweekday

    def iterweekdays(self):
        """The numbers of the weekdays, in the order of a week."""
        for day in range(self.firstweekday, self.firstweekday + 7):
            yield day % 7

    def itermonthdays3(self, year, month):
        """(year, month, day) of all days in the whole weeks of a month."""
        first, length = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        after = (self.firstweekday - first - length) % 7
        other_year, other = _previous_month(year, month)
        end = _month_length(other_year, other) + 1
        for day in range(end - before, end):
            yield other_year, other, day
        for day in range(1, length + 1):
            yield year, month, day
        other_year, other = _next_month(year, month)
        for day in range(1, after + 1):
            yield other_year, other, day

    def itermonthdates(self, year, month):
        """The dates in the whole weeks of a month."""
        for date in self.itermonthdays3(year, month):
            yield datetime.date(*date)

    def itermonthdays(self, year, month):
        """The days in the whole weeks of a month; 0 for those outside of it."""
        first, length = monthrange(year, month)
        yield from repeat(0, (first - self.firstweekday) % 7)
        yield from range(1, length + 1)
        yield from repeat(0, (self.firstweekday - first - length) % 7)

    def itermonthdays2(self, year, month):
        """(day, weekday) in the whole weeks of a month."""
        for place, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, place % 7

    def itermonthdays4(self, year, month):
        """(year, month, day, weekday) in the whole weeks of a month."""
        for place, date in enumerate(self.itermonthdays3(year, month)):
            yield *date, (self.firstweekday + place) % 7

    @staticmethod
    def _weeks(days):
        days = list(days)
        return [days[start:start + 7] for start in range(0, len(days), 7)]

    def monthdatescalendar(self, year, month):
        """The weeks of a month as dates."""
        return self._weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        """The weeks of a month as (day, weekday)."""
        return self._weeks(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        """The weeks of a month as days."""
        return self._weeks(self.itermonthdays(year, month))

    @staticmethod
    def _rows(month, width):
        months = [month(number) for number in range(1, 13)]
        return [months[start:start + width] for start in range(0, 12, width)]

    def yeardatescalendar(self, year, width=3):
        """Rows of months of weeks of dates."""
        return self._rows(lambda month: self.monthdatescalendar(year, month), width)

    def yeardays2calendar(self, year, width=3):
        """Rows of months of weeks of (day, weekday)."""
        return self._rows(lambda month: self.monthdays2calendar(year, month), width)

    def yeardayscalendar(self, year, width=3):
        """Rows of months of weeks of days."""
        return self._rows(lambda month: self.monthdayscalendar(year, month), width)


class TextCalendar(Calendar):
    """Calendars as plain text."""

    def prweek(self, theweek, width):
        """Prints a week."""
        print(self.formatweek(theweek, width), end="")

    def formatday(self, day, weekday, width):
        """A day in the middle of its column."""
        return (f"{day:2d}" if day else "").center(width)

    def formatweek(self, theweek, width):
        """A week as a line."""
        return " ".join(self.formatday(day, weekday, width) for day, weekday in theweek)

    def formatweekday(self, day, width):
        """The name of a weekday."""
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        """The names of the weekdays as a line."""
        return " ".join(self.formatweekday(day, width) for day in self.iterweekdays())

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        """The name of a month."""
        _check_month(themonth)
        name = month_name[themonth]
        return (f"{name} {theyear!r}" if withyear else name).center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        """Prints a month."""
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """A month as lines."""
        w, l = max(2, w), max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines += (self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth))
        return "".join(line.rstrip() + "\n" * l for line in lines)

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """A year, so many months in a row."""
        w, l, c = max(2, w), max(1, l), max(2, c)
        width = (w + 1) * 7 - 1
        lines = [repr(theyear).center(width * m + c * (m - 1)).rstrip(), *[""] * (l - 1)]
        header = self.formatweekheader(w)
        for row, weeks in enumerate(self.yeardays2calendar(theyear, m)):
            months = range(m * row + 1, min(m * (row + 1) + 1, 13))
            lines += [""] * l
            names = (self.formatmonthname(theyear, month, width, False) for month in months)
            for text in formatstring(names, width, c), formatstring((header for _ in months), width, c):
                lines += [text.rstrip(), *[""] * (l - 1)]
            for number in range(max(map(len, weeks))):
                columns = (self.formatweek(month[number], w) if number < len(month) else "" for month in weeks)
                lines += [formatstring(columns, width, c).rstrip(), *[""] * (l - 1)]
        return "".join(line + "\n" for line in lines)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        """Prints a year."""
        print(self.formatyear(theyear, w, l, c, m), end="")


class HTMLCalendar(Calendar):
    """Calendars as tables in HTML."""

    cssclasses = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    cssclasses_weekday_head = cssclasses
    cssclass_noday = "noday"
    cssclass_month_head = "month"
    cssclass_month = "month"
    cssclass_year_head = "year"
    cssclass_year = "year"

    def formatday(self, day, weekday):
        """A day as a cell."""
        if day == 0:
            return f'<td class="{self.cssclass_noday}">&nbsp;</td>'
        return f'<td class="{self.cssclasses[weekday]}">{day}</td>'

    def formatweek(self, theweek):
        """A week as a row."""
        return f"<tr>{''.join(self.formatday(day, weekday) for day, weekday in theweek)}</tr>"

    def formatweekday(self, day):
        """The name of a weekday as a cell."""
        return f'<th class="{self.cssclasses_weekday_head[day]}">{day_abbr[day]}</th>'

    def formatweekheader(self):
        """The names of the weekdays as a row."""
        return f"<tr>{''.join(self.formatweekday(day) for day in self.iterweekdays())}</tr>"

    def formatmonthname(self, theyear, themonth, withyear=True):
        """The name of a month as a row."""
        _check_month(themonth)
        name = f"{month_name[themonth]} {theyear}" if withyear else month_name[themonth]
        return f'<tr><th colspan="7" class="{self.cssclass_month_head}">{name}</th></tr>'

    def formatmonth(self, theyear, themonth, withyear=True):
        """A month as a table."""
        rows = [
            f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_month}">',
            self.formatmonthname(theyear, themonth, withyear=withyear), self.formatweekheader(),
            *map(self.formatweek, self.monthdays2calendar(theyear, themonth)), "</table>",
        ]
        return "".join(row + "\n" for row in rows)

    def formatyear(self, theyear, width=3):
        """A year as a table of tables."""
        width = max(width, 1)
        parts = [f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_year}">\n']
        parts.append(f'<tr><th colspan="{width}" class="{self.cssclass_year_head}">{theyear}</th></tr>')
        for start in range(1, 13, width):
            months = range(start, min(start + width, 13))
            cells = "".join(f"<td>{self.formatmonth(theyear, month, withyear=False)}</td>" for month in months)
            parts.append(f"<tr>{cells}</tr>")
        parts.append("</table>")
        return "".join(parts)

    def formatyearpage(self, theyear, width=3, css="calendar.css", encoding=None):
        """A year as a page, as bytes."""
        encoding = encoding or "utf-8"
        style = f'<link rel="stylesheet" type="text/css" href="{css}" />\n' if css is not None else ""
        page = (
            f'<?xml version="1.0" encoding="{encoding}"?>\n'
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
            '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n'
            "<html>\n<head>\n"
            f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />\n{style}'
            f"<title>Calendar for {theyear}</title>\n</head>\n<body>\n{self.formatyear(theyear, width)}</body>\n</html>\n"
        )
        return page.encode(encoding, "xmlcharrefreplace")


class different_locale:
    """Sets the language of dates for a while."""

    def __init__(self, locale):
        self.locale = locale

    def __enter__(self):
        self.oldlocale = locale.setlocale(locale.LC_TIME, None)
        locale.setlocale(locale.LC_TIME, self.locale)

    def __exit__(self, *args):
        locale.setlocale(locale.LC_TIME, self.oldlocale)


def _default_locale():
    return locale.setlocale(locale.LC_TIME, None)


class LocaleTextCalendar(TextCalendar):
    """A calendar as text, in another language."""

    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = _default_locale() if locale is None else locale

    def formatweekday(self, day, width):
        with different_locale(self.locale):
            return super().formatweekday(day, width)

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        with different_locale(self.locale):
            return super().formatmonthname(theyear, themonth, width, withyear)


class LocaleHTMLCalendar(HTMLCalendar):
    """A calendar as HTML, in another language."""

    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = _default_locale() if locale is None else locale

    def formatweekday(self, day):
        with different_locale(self.locale):
            return super().formatweekday(day)

    def formatmonthname(self, theyear, themonth, withyear=True):
        with different_locale(self.locale):
            return super().formatmonthname(theyear, themonth, withyear)


c = TextCalendar()


def firstweekday():
    """The weekday that weeks start with."""
    return c.firstweekday


def setfirstweekday(firstweekday):
    """Sets the weekday that weeks start with."""
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


monthcalendar = c.monthdayscalendar
prweek = c.prweek
week = c.formatweek
weekheader = c.formatweekheader
prmonth = c.prmonth
month = c.formatmonth
calendar = c.formatyear
prcal = c.pryear

_colwidth = 7 * 3 - 1
_spacing = 6

EPOCH = 1970


def format(cols, colwidth=_colwidth, spacing=_spacing):
    """Prints columns side by side."""
    print(formatstring(cols, colwidth, spacing))


def formatstring(cols, colwidth=_colwidth, spacing=_spacing):
    """Columns side by side, each in the middle of its width."""
    return (" " * spacing).join(column.center(colwidth) for column in cols)


def timegm(tuple):
    """The seconds since 1970 of a time in UTC, as time.gmtime gives it."""
    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - datetime.date(EPOCH, 1, 1).toordinal() + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


def main(args=None):
    """The command line: prints a year or a month."""
    import argparse

    parser = argparse.ArgumentParser()
    text = parser.add_argument_group("text only arguments")
    text.add_argument("-w", "--width", type=int, default=2, help="width of date column (default 2)")
    text.add_argument("-l", "--lines", type=int, default=1, help="number of lines for each week (default 1)")
    text.add_argument("-s", "--spacing", type=int, default=6, help="spacing between months (default 6)")
    text.add_argument("-m", "--months", type=int, default=3, help="months per row (default 3)")
    html = parser.add_argument_group("html only arguments")
    html.add_argument("-c", "--css", default="calendar.css", help="CSS to use for page")
    parser.add_argument("-L", "--locale", default=None, help="locale to use for month and weekday names")
    parser.add_argument("-e", "--encoding", default=None, help="encoding to use for output")
    parser.add_argument("-t", "--type", default="text", choices=("text", "html"), help="output type (text or html)")
    parser.add_argument("-f", "--first-weekday", type=int, default=0, help="weekday (0 is Monday, 6 is Sunday) to start each week (default 0)")
    parser.add_argument("year", nargs="?", type=int, help="year number")
    parser.add_argument("month", nargs="?", type=int, help="month number (1-12, text only)")
    options = parser.parse_args(args)
    if options.locale and not options.encoding:
        parser.error("if --locale is specified --encoding is required")
    where = (options.locale, options.encoding) if options.locale else None
    year = datetime.date.today().year if options.year is None else options.year
    if options.type == "html":
        if options.month:
            parser.error("incorrect number of arguments")
        shown = LocaleHTMLCalendar(locale=where) if where else HTMLCalendar()
        shown.firstweekday = options.first_weekday
        sys.stdout.buffer.write(shown.formatyearpage(year, css=options.css, encoding=options.encoding or sys.getdefaultencoding()))
        return
    shown = LocaleTextCalendar(locale=where) if where else TextCalendar()
    shown.firstweekday = options.first_weekday
    if options.month is None:
        result = shown.formatyear(year, options.width, options.lines, options.spacing, options.months)
    else:
        result = shown.formatmonth(year, options.month, options.width, options.lines)
    sys.stdout.buffer.write(result.encode(options.encoding or sys.getdefaultencoding()))


if __name__ == "__main__":
    main()
