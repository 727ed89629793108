"""The handler that sets its file aside by the clock."""

import os
import re
import time
from logging.handlers import BaseRotatingHandler

_DAY = 24 * 60 * 60
# What a unit is: its seconds, the form of the time behind a file's name.
_UNITS = {
    "S": (1, "%Y-%m-%d_%H-%M-%S"), "M": (60, "%Y-%m-%d_%H-%M"), "H": (60 * 60, "%Y-%m-%d_%H"),
    "D": (_DAY, "%Y-%m-%d"), "MIDNIGHT": (_DAY, "%Y-%m-%d"), "W": (7 * _DAY, "%Y-%m-%d"),
}
_DIGITS = {"%Y": r"\d{4}", **{f"%{letter}": r"\d{2}" for letter in "mdHMS"}}


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Sets the file aside at the end of each hour, day, week, ..."""

    __module__ = "logging.handlers"

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        self.when = when.upper()
        unit = "W" if self.when.startswith("W") else self.when
        if unit not in _UNITS:
            raise ValueError(f"Invalid rollover interval specified: {self.when}")
        if unit == "W":
            if len(self.when) != 2:
                raise ValueError(f"You must specify a day for weekly rollover from 0 to 6 (0 is Monday): {self.when}")
            if not "0" <= self.when[1] <= "6":
                raise ValueError(f"Invalid day specified for weekly rollover: {self.when}")
            self.dayOfWeek = int(self.when[1])
        super().__init__(filename, "a", encoding=encoding, delay=delay, errors=errors)
        self.backupCount, self.utc, self.atTime = backupCount, utc, atTime
        seconds, self.suffix = _UNITS[unit]
        self.interval = seconds * interval
        digits = re.sub("%[YmdHMS]", lambda match: _DIGITS[match[0]], self.suffix)
        self.extMatch = re.compile(rf"(?<!\d){digits}(?!\d)", re.ASCII)
        # A file that is there already began when it was last written to.
        exists = os.path.exists(self.baseFilename)
        self.rolloverAt = self.computeRollover(
            int(os.stat(self.baseFilename).st_mtime) if exists else int(time.time()))

    def computeRollover(self, currentTime):
        """When the file is to be set aside next."""
        if self.when != "MIDNIGHT" and not self.when.startswith("W"):
            return currentTime + self.interval
        now = time.gmtime(currentTime) if self.utc else time.localtime(currentTime)
        at = _DAY if self.atTime is None else (self.atTime.hour * 60 + self.atTime.minute) * 60 + self.atTime.second
        wait, day = at - ((now.tm_hour * 60 + now.tm_min) * 60 + now.tm_sec), now.tm_wday
        if wait <= 0:
            wait += _DAY
            day = (day + 1) % 7
        result = currentTime + wait
        if self.when.startswith("W"):
            result += (self.dayOfWeek - day) % 7 * _DAY + self.interval - 7 * _DAY
        else:
            result += self.interval - _DAY
        if not self.utc:
            # The clock may be put forward or back until then.
            summer, then = now.tm_isdst, time.localtime(result).tm_isdst
            if summer != then:
                result += -3600 if not summer else 3600
                if not summer and not time.localtime(result).tm_isdst:
                    result += 3600
        return result

    def shouldRollover(self, record):
        now = int(time.time())
        if now < self.rolloverAt:
            return False
        if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            # A device or a pipe is not set aside.
            self.rolloverAt = self.computeRollover(now)
            return False
        return True

    def getFilesToDelete(self):
        """The files set aside that are too many, the oldest ones."""
        folder, base = os.path.split(self.baseFilename)
        found = [os.path.join(folder, name) for name in os.listdir(folder) if self._is_aside(name, base)]
        if len(found) < self.backupCount:
            return []
        found.sort()
        return found[:len(found) - self.backupCount]

    def _is_aside(self, name, base):
        if self.namer is None:
            return name.startswith(base + ".") and bool(self.extMatch.fullmatch(name[len(base) + 1:]))
        match = self.extMatch.search(name)
        while match:
            if os.path.basename(self.namer(f"{self.baseFilename}.{match[0]}")) == name:
                return True
            match = self.extMatch.search(name, match.start() + 1)
        return False

    def doRollover(self):
        now = int(time.time())
        began = self.rolloverAt - self.interval
        if self.utc:
            parts = time.gmtime(began)
        else:
            parts = time.localtime(began)
            summer = time.localtime(now).tm_isdst
            if summer != parts.tm_isdst:
                parts = time.localtime(began + (3600 if summer else -3600))
        target = self.rotation_filename(f"{self.baseFilename}.{time.strftime(self.suffix, parts)}")
        if os.path.exists(target):
            # Somebody else has done it.
            return
        self._close_stream()
        self.rotate(self.baseFilename, target)
        if self.backupCount > 0:
            for file in self.getFilesToDelete():
                os.remove(file)
        if not self.delay:
            self.stream = self._open()
        self.rolloverAt = self.computeRollover(now)
