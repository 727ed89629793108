"""Time zones of the IANA database, as the system keeps them in files (RFC 8536).

`_rules` reads the rule for the times after the last transition of a file.
"""

import bisect
import os
import struct
import weakref
from datetime import datetime, timedelta, tzinfo
from zoneinfo._rules import parse_rule

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]


class ZoneInfoNotFoundError(KeyError):
    """There is no such zone."""


class InvalidTZPathWarning(RuntimeWarning):
    """PYTHONTZPATH has a path that is not absolute."""


def reset_tzpath(to=None):
    """Sets the folders in which zones are looked for; those of the environment or the usual ones without `to`."""
    global TZPATH
    if to is not None:
        if isinstance(to, (str, bytes)):
            raise TypeError(f"tzpaths must be a list or tuple, not {type(to)}: {to!r}")
        to = tuple(map(os.fspath, to))
        if not all(map(os.path.isabs, to)):
            wrong = "\n    ".join(path for path in to if not os.path.isabs(path))
            raise ValueError(f"Paths should be absolute but found the following relative paths:\n    {wrong}")
        TZPATH = to
        return
    given = os.environ.get("PYTHONTZPATH")
    if given is None:
        TZPATH = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")
        return
    paths = given.split(os.pathsep)
    TZPATH = tuple(path for path in paths if os.path.isabs(path))
    if len(TZPATH) != len(paths):
        import warnings
        wrong = tuple(path for path in paths if not os.path.isabs(path))
        warnings.warn(
            f"Invalid paths specified in PYTHONTZPATH environment variable. Paths must be absolute but found the "
            f"following relative paths:\n    {wrong!r}", InvalidTZPathWarning, stacklevel=2,
        )


reset_tzpath()


def available_timezones():
    """The names of all zones."""
    try:
        found = set(_packaged().parent.joinpath("zones").read_text().split())
    except (ImportError, FileNotFoundError):
        found = set()
    for folder in TZPATH:
        for inner, folders, names in os.walk(folder):
            if inner == folder:
                folders[:] = [name for name in folders if name not in ("right", "posix")]
            for name in names:
                path = os.path.join(inner, name)
                try:
                    with open(path, "rb") as file:
                        if file.read(4) == b"TZif":
                            found.add(os.path.relpath(path, folder))
                except OSError:
                    pass
    found.discard("posixrules")
    return found


def _open(key):
    """The file of a zone."""
    if os.path.isabs(key):
        raise ValueError(f"ZoneInfo keys may not be absolute paths, got: {key}")
    normal = os.path.normpath(key)
    if len(normal) == len(key) and normal.startswith(os.pardir):
        raise ValueError(f"ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}")
    if len(normal) != len(key):
        raise ValueError(f"ZoneInfo keys must be normalized relative paths, got: {key}")
    for folder in TZPATH:
        path = os.path.join(folder, key)
        if os.path.isfile(path):
            return open(path, "rb")
    *folders, name = key.split("/")
    try:
        return _packaged(folders).joinpath(name).open("rb")
    except (ImportError, FileNotFoundError, UnicodeEncodeError):
        raise ZoneInfoNotFoundError(f"No time zone found with key {key}")


def _packaged(folders=()):
    """A folder of the zones that the package `tzdata` brings along, for systems that have none."""
    import importlib.resources
    return importlib.resources.files(".".join(("tzdata", "zoneinfo", *folders)))


class _Kind:
    """What holds between two transitions: offset, what of it is daylight saving, the name."""

    __slots__ = ("offset", "saving", "name")

    def __init__(self, offset, saving, name):
        self.offset = timedelta(seconds=offset)
        self.saving = timedelta(seconds=saving)
        self.name = name

    def __eq__(self, other):
        return (self.offset, self.saving, self.name) == (other.offset, other.saving, other.name)


def _read(file):
    """(the times of the transitions, the kinds after them, the kind before them, the rule after them) of a file."""
    counts = _read_header(file)
    width = 4
    if counts[0] >= 2:
        # The first block is for those who know only 32 bits.
        _, utc, standard, leaps, times, types, letters = counts
        file.seek(times * 5 + types * 6 + letters + leaps * 8 + standard + utc, 1)
        counts = _read_header(file)
        width = 8
    version, utc, standard, leaps, times, types, letters = counts
    moments = struct.unpack(f">{times}{'q' if width == 8 else 'l'}", file.read(times * width))
    indices = file.read(times)
    raw = [struct.unpack(">lbB", file.read(6)) for _ in range(types)]
    names = file.read(letters)
    file.seek(leaps * (width + 4) + standard + utc, 1)
    rule = file.read().strip(b"\n").decode("ascii") if version >= 2 else ""

    def name_at(place):
        return names[place:names.index(b"\0", place)].decode("ascii")

    savings = _savings(indices, raw)
    kinds = [_Kind(offset, saving, name_at(place)) for (offset, _, place), saving in zip(raw, savings)]
    first = next((place for place, (_, is_saving, _) in enumerate(raw) if not is_saving), 0)
    return moments, [kinds[index] for index in indices], kinds[first], rule


def _read_header(file):
    magic = file.read(4)
    if magic != b"TZif":
        raise ValueError("Invalid TZif file: magic not found")
    version = file.read(1)
    file.read(15)
    return (0 if version == b"\0" else int(version), *struct.unpack(">6l", file.read(24)))


def _savings(indices, raw):
    """How much of each kind's offset is daylight saving: the file says only whether, a neighbour how much."""
    savings = [0] * len(raw)
    done = [not is_saving for _, is_saving, _ in raw]
    for direction in 1, -1:
        for before, index in zip(indices[::direction], indices[::direction][1:]):
            if done[index] or raw[before][1]:
                continue
            difference = raw[index][0] - raw[before][0]
            if difference:
                savings[index] = difference
                done[index] = True
    # With nothing to compare to, an hour is the custom.
    return [saving if is_done else 3600 for saving, is_done in zip(savings, done)]


def _seconds(moment):
    """The seconds since 1970 of a datetime, whatever its zone."""
    return (moment.toordinal() - 719163) * 86400 + moment.hour * 3600 + moment.minute * 60 + moment.second


class ZoneInfo(tzinfo):
    """A time zone. There is one object a zone, as long as anybody uses it."""

    _strong = {}
    _weak = weakref.WeakValueDictionary()
    _KEPT = 8
    __module__ = "zoneinfo"

    def __init_subclass__(cls):
        cls._strong = {}
        cls._weak = weakref.WeakValueDictionary()

    def __new__(cls, key):
        found = cls._weak.get(key)
        if found is None:
            found = cls._weak.setdefault(key, cls._make(key))
            found._from_cache = True
        # The last ones used are kept.
        cls._strong[key] = cls._strong.pop(key, found)
        if len(cls._strong) > cls._KEPT:
            del cls._strong[next(iter(cls._strong))]
        return found

    @classmethod
    def no_cache(cls, key):
        """A zone of its own."""
        made = cls._make(key)
        made._from_cache = False
        return made

    @classmethod
    def _make(cls, key):
        self = super().__new__(cls)
        self._key = key
        self._file = None
        with _open(key) as file:
            self._fill(file)
        return self

    @classmethod
    def from_file(cls, file, /, key=None):
        """The zone of an open file."""
        self = super().__new__(cls)
        self._key = key
        self._file = repr(file)
        self._from_cache = False
        self._fill(file)
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Forgets zones."""
        for key in list(cls._weak) if only_keys is None else only_keys:
            cls._weak.pop(key, None)
            cls._strong.pop(key, None)

    def _fill(self, file):
        moments, self._kinds, self._first, rule = _read(file)
        self._moments = moments
        offsets = [self._first, *self._kinds]
        offsets = [int(kind.offset.total_seconds()) for kind in offsets]
        # When transitions happen on the clocks of the place: with fold 0 at the later reading, with fold 1 at the earlier.
        pairs = list(zip(moments, offsets, offsets[1:]))
        self._local = (
            [moment + max(before, after) for moment, before, after in pairs],
            [moment + min(before, after) for moment, before, after in pairs],
        )
        self._rule = parse_rule(rule, _Kind) if rule else None
        last = self._kinds[-1] if self._kinds else self._first
        # A zone whose clocks never changed needs no date to tell its offset.
        self._fixed = last if not moments and (self._rule is None or self._rule.is_fixed) else None
        if self._fixed is not None and self._rule is not None:
            self._fixed = self._rule.standard

    @property
    def key(self):
        """The zone's name."""
        return self._key

    def _kind(self, when):
        if when is None:
            return self._fixed
        seconds = _seconds(when)
        local = self._local[when.fold]
        place = bisect.bisect_right(local, seconds)
        if self._rule is not None and (not local or seconds > local[-1]):
            return self._rule.kind(seconds, when.year, when.fold)
        return self._kinds[place - 1] if place else self._first

    def utcoffset(self, dt):
        kind = self._kind(dt)
        return None if kind is None else kind.offset

    def dst(self, dt):
        kind = self._kind(dt)
        return None if kind is None else kind.saving

    def tzname(self, dt):
        kind = self._kind(dt)
        return None if kind is None else kind.name

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() requires a datetime argument")
        if dt.tzinfo is not self:
            raise ValueError("dt.tzinfo is not self")
        seconds = _seconds(dt)
        place = bisect.bisect_right(self._moments, seconds)
        # The rule begins after the last change, not with it.
        if self._rule is not None and (not self._moments or seconds > self._moments[-1]):
            kind, fold = self._rule.kind_utc(seconds, dt.year)
        else:
            kind = self._kinds[place - 1] if place else self._first
            before = (self._kinds[place - 2] if place >= 2 else self._first) if place else kind
            shift = before.offset - kind.offset
            fold = bool(place) and shift > timedelta(0) and seconds - self._moments[place - 1] < shift.total_seconds()
        result = dt + kind.offset
        return result.replace(fold=1) if fold else result

    def __str__(self):
        return f"{self._key}" if self._key is not None else repr(self)

    def __repr__(self):
        name = f"{self.__class__.__module__}.{self.__class__.__qualname__}"
        if self._key is not None:
            return f"{name}(key={self._key!r})"
        return f"{name}.from_file({self._file})"

    def __reduce__(self):
        if self._file is not None:
            import pickle
            raise pickle.PicklingError("Cannot pickle a ZoneInfo file from a file stream.")
        return self.__class__._unpickle, (self._key, self._from_cache)

    @classmethod
    def _unpickle(cls, key, from_cache, /):
        return cls(key) if from_cache else cls.no_cache(key)
