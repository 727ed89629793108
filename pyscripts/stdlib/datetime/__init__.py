"""Dates and times of day: `date`, `time`, `datetime`, `timedelta` and time zones."""

from _imp import tell_module as _tell_module
from datetime._calendar import MAXYEAR, MINYEAR
from datetime._date import date
from datetime._delta import timedelta
from datetime._moment import datetime
from datetime._time import time
from datetime._zone import timezone, tzinfo

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

UTC = timezone.utc

for _class in (date, datetime, time, timedelta, timezone, tzinfo):
    _class.__module__ = "datetime"
    _tell_module(_class)
del _class
