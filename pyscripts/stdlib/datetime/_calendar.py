"""The Gregorian calendar in numbers, and checks of fields that all classes share."""

__native_in_cpython__ = True

MINYEAR = 1
MAXYEAR = 9999
MAXORDINAL = 3652059  # of 9999-12-31

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_BEFORE_IN_LEAP_YEAR = (0, 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335)

# Numbers below 100 with two digits, and after a sign that parts them from others: a format of each would take longer.
TWO_DIGITS = tuple([f"{number:02}" for number in range(100)])
DASHED = tuple([f"-{number:02}" for number in range(32)])
COLONED = tuple([f":{number:02}" for number in range(60)])


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _DAYS[month]


def days_before_month(year, month):
    return _BEFORE[month] + (month > 2 and is_leap(year))


def to_ordinal(year, month, day):
    """The number of a day; the first of January of year 1 is day 1."""
    # Arithmetic of dates spends its time here and in `from_ordinal`: no calls.
    past = year - 1
    if month > 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        day += 1
    return past * 365 + past // 4 - past // 100 + past // 400 + _BEFORE[month] + day


def from_ordinal(ordinal):
    """Year, month and day of a day's number."""
    days = ordinal - 1
    centuries4 = days // 146097
    days %= 146097
    centuries = days // 36524
    days %= 36524
    years4 = days // 1461
    days %= 1461
    years = days // 365
    days %= 365
    year = centuries4 * 400 + centuries * 100 + years4 * 4 + years + 1
    if centuries == 4 or years == 4:
        return year - 1, 12, 31  # the last day of a leap year
    if years == 3 and (years4 != 24 or centuries == 3):
        before = _BEFORE_IN_LEAP_YEAR
    else:
        before = _BEFORE
    month = (days + 50) >> 5  # right or one too many
    if before[month] > days:
        month -= 1
    return year, month, days - before[month] + 1


def carried(year, month, day):
    """Year, month and day of a day that may lie before or after its month."""
    ordinal = to_ordinal(year, month, day)
    if not 0 < ordinal <= MAXORDINAL:
        raise OverflowError("date value out of range")
    return from_ordinal(ordinal)


def first_iso_monday(year):
    """The number of the Monday with which the ISO year begins."""
    first = to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def iso_to_gregorian(year, week, day):
    """Year, month and day of an ISO year, week and weekday."""
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
        longest = 53 if first_iso_monday(year + 1) - first_iso_monday(year) > 52 * 7 else 52
        if not 0 < week <= longest:
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return from_ordinal(first_iso_monday(year) + (week - 1) * 7 + day - 1)


def whole(value):
    """An argument that must be an int."""
    if type(value) is int:
        return value
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    try:
        return value.__index__()
    except AttributeError:
        name = type(value).__name__
        raise TypeError(f"'{name}' object cannot be interpreted as an integer") from None


def checked_date(year, month, day):
    if not int is type(year) is type(month) is type(day):
        year, month, day = whole(year), whole(month), whole(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= 28 and not 1 <= day <= days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def checked_time(hour, minute, second, microsecond, fold):
    if not int is type(hour) is type(minute) is type(second) is type(microsecond):
        hour, minute, second, microsecond = whole(hour), whole(minute), whole(second), whole(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond, whole(fold)


def shown_class(value):
    """A class as it stands in a repr."""
    kind = type(value)
    return f"datetime.{kind.__name__}" if kind.__module__ == "datetime" else kind.__name__
