"""Tables as text: rows of fields with separators between them."""

import io
import types

from _csv_guesses import by_counts, by_quotes

__version__ = "1.0"
__all__ = [
    "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error",
    "Dialect", "excel", "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect",
    "list_dialects", "Sniffer", "unregister_dialect", "DictReader", "DictWriter", "unix_dialect",
]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    pass


Error.__module__ = "_csv"


# Dialects.


class Dialect:
    """How fields are separated and quoted; subclasses say it with attributes."""

    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Format(self)
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    """What Excel writes."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """What Excel writes, with tabs."""

    delimiter = "\t"


class unix_dialect(Dialect):
    """What Unix programs write: every field in quotes."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_DEFAULTS = {
    "delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"',
    "quoting": QUOTE_MINIMAL, "skipinitialspace": False, "strict": False,
}


class _Format:
    """A dialect whose attributes have been checked."""

    def __init__(self, dialect=None, **options):
        for name in options:
            if name not in _DEFAULTS:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        for name, default in _DEFAULTS.items():
            if name in options:
                value = options[name]
            elif dialect is not None and hasattr(dialect, name):
                value = getattr(dialect, name)
                if value is None and name in ("doublequote", "skipinitialspace", "strict"):
                    value = default if not isinstance(dialect, Dialect) else None
            else:
                value = default
            vars(self)[name] = value
        self._check("quotechar" in options or dialect is not None, "quoting" in options)

    def _check(self, has_quotechar, has_quoting):
        for name in ("delimiter", "escapechar", "quotechar"):
            value = getattr(self, name)
            if value is None and name != "delimiter":
                continue
            if not isinstance(value, str):
                kinds = "a unicode character" if name == "delimiter" else "a unicode character or None"
                shown = "string or None" if name != "delimiter" else "string"
                raise TypeError(f'"{name}" must be {shown}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
            if value in "\r\n" or name != "delimiter" and value == " " and self.skipinitialspace:
                raise ValueError(f"bad {name} value")
        if not isinstance(self.quoting, int) or isinstance(self.quoting, bool):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            if has_quoting or not has_quotechar:
                raise TypeError("quotechar must be set if quoting enabled")
            if self.quoting is None:
                raise TypeError("quotechar must be set if quoting enabled")
            vars(self)["quoting"] = QUOTE_NONE
        if self.lineterminator is None:
            raise TypeError("lineterminator must be set")
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string')
        self._check_clashes()
        for name in ("doublequote", "skipinitialspace", "strict"):
            vars(self)[name] = bool(getattr(self, name))

    def _check_clashes(self):
        """One character cannot mean two things."""
        for first, second in (("delimiter", "escapechar"), ("delimiter", "quotechar"), ("escapechar", "quotechar")):
            if getattr(self, first) is not None and getattr(self, first) == getattr(self, second):
                raise ValueError(f"bad {first} or {second} value")
        for name in ("delimiter", "escapechar", "quotechar"):
            value = getattr(self, name)
            if value is not None and value in self.lineterminator:
                raise ValueError(f"bad {name} or lineterminator value")

    def __setattr__(self, name, value):
        if name in _DEFAULTS:
            raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")
        raise AttributeError(
            f"'_csv.Dialect' object has no attribute '{name}' and no __dict__ for setting new attributes"
        )

    def __delattr__(self, name):
        self.__setattr__(name, None)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")


_Format.__module__, _Format.__name__, _Format.__qualname__ = "_csv", "Dialect", "Dialect"

_dialects = {}
_field_limit = 131072


def register_dialect(name, dialect=None, **options):
    """Give a dialect a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _format(dialect, options)


def unregister_dialect(name):
    """Forget a dialect."""
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    """The dialect of a name."""
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    """The names of all dialects."""
    return list(_dialects)


def field_size_limit(*new):
    """The longest field that is read; sets it if a number is given."""
    global _field_limit
    old = _field_limit
    if len(new) > 1:
        raise TypeError(f"field_size_limit() takes at most 1 argument ({len(new)} given)")
    if new:
        if not isinstance(new[0], int):
            raise TypeError("limit must be an integer")
        _field_limit = new[0]
    return old


def _format(dialect, options):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    if isinstance(dialect, _Format) and not options:
        return dialect
    return _Format(dialect, **options)


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


# Reading.

_START_FIELD, _IN_FIELD, _IN_QUOTES, _QUOTE_IN_QUOTES, _ESCAPE, _ESCAPE_IN_QUOTES, _ESCAPED_END = range(7)


class _Reader:
    """Goes through lines, and gives rows."""

    def __init__(self, lines, dialect=None, **options):
        self._lines = iter(lines)
        self.dialect = _format(dialect, options)
        self.line_num = 0
        signs = [sign for sign in (self.dialect.quotechar, self.dialect.escapechar) if sign is not None]
        self._special = signs + ["\0"]
        plain = self.dialect.quoting not in (QUOTE_NONNUMERIC, QUOTE_STRINGS, QUOTE_NOTNULL)
        self._quick = plain and not self.dialect.skipinitialspace

    def __iter__(self):
        return self

    def __next__(self):
        line = self._line()
        if self._quick and not any(sign in line for sign in self._special):
            body = line[:-1] if line.endswith("\n") else line
            body = body[:-1] if body.endswith("\r") else body
            if "\n" not in body and "\r" not in body and len(body) <= _field_limit:
                return body.split(self.dialect.delimiter) if body else []
        return self._read(line)

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            name = type(line).__name__
            raise Error(f"iterator should return strings, not {name} (the file should be opened in text mode)")
        self.line_num += 1
        return line

    def _read(self, line):
        """Reads a row sign by sign; quotes may hold ends of lines."""
        dialect = self.dialect
        self._fields, self._field, self._quoted = [], [], False
        state = _START_FIELD
        is_new = True
        while True:
            ended = False
            for sign in line:
                if ended and sign not in "\r\n":
                    raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                if sign in "\r\n" and state in (_START_FIELD, _IN_FIELD, _QUOTE_IN_QUOTES, _ESCAPED_END):
                    if not ended and not (is_new and state == _START_FIELD):
                        self._save()
                    ended, state, is_new = True, _START_FIELD, True
                    continue
                is_new = False
                state = self._take(state, sign, dialect)
            if state in (_IN_QUOTES, _ESCAPE_IN_QUOTES, _ESCAPED_END):
                pass
            elif state == _ESCAPE:
                self._add("\n")
                state = _IN_FIELD
            else:
                if not ended and not is_new:
                    self._save()
                return self._fields
            try:
                line = self._line()
            except StopIteration:
                if self._fields or self._field or self._quoted:
                    if dialect.strict:
                        raise Error("unexpected end of data") from None
                    self._save()
                    return self._fields
                raise

    def _take(self, state, sign, dialect):
        """What one sign does; gives the next state."""
        if state == _START_FIELD:
            if sign == dialect.quotechar and dialect.quoting != QUOTE_NONE:
                self._quoted = True
                return _IN_QUOTES
            if sign == dialect.escapechar:
                return _ESCAPE
            if sign == " " and dialect.skipinitialspace:
                return state
            if sign == dialect.delimiter:
                self._save()
                return state
            self._add(sign)
            return _IN_FIELD
        if state in (_IN_FIELD, _ESCAPED_END):
            if sign == dialect.escapechar:
                return _ESCAPE
            if sign == dialect.delimiter:
                self._save()
                return _START_FIELD
            self._add(sign)
            return _IN_FIELD
        if state == _IN_QUOTES:
            if sign == dialect.escapechar:
                return _ESCAPE_IN_QUOTES
            if sign == dialect.quotechar and dialect.quoting != QUOTE_NONE:
                return _QUOTE_IN_QUOTES if dialect.doublequote else _IN_FIELD
            self._add(sign)
            return state
        if state == _QUOTE_IN_QUOTES:
            if sign == dialect.quotechar and dialect.quoting != QUOTE_NONE:
                self._add(sign)
                return _IN_QUOTES
            if sign == dialect.delimiter:
                self._save()
                return _START_FIELD
            if dialect.strict:
                raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")
            self._add(sign)
            return _IN_FIELD
        self._add(sign)
        if state == _ESCAPE_IN_QUOTES:
            return _IN_QUOTES
        # The end of a line that is escaped belongs to the field, which goes on in the next one.
        return _ESCAPED_END if sign in "\r\n" else _IN_FIELD

    def _add(self, sign):
        if len(self._field) >= _field_limit:
            raise Error(f"field larger than field limit ({_field_limit})")
        self._field.append(sign)

    def _save(self):
        text, quoted = "".join(self._field), self._quoted
        self._field, self._quoted = [], False
        quoting = self.dialect.quoting
        if not quoted and not text and quoting in (QUOTE_NOTNULL, QUOTE_STRINGS):
            self._fields.append(None)
        elif not quoted and quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS) and text:
            self._fields.append(float(text))
        else:
            self._fields.append(text)


def reader(iterable, /, dialect=None, **fmtparams):
    """Rows of the lines that an iterable gives."""
    return _Reader(iterable, dialect, **fmtparams)


# Writing.


class _Writer:
    """Writes rows to a file."""

    def __init__(self, file, dialect=None, **options):
        write = getattr(file, "write", None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write = write
        self.dialect = _format(dialect, options)

    def writerow(self, row, /):
        """Write a row."""
        try:
            fields = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        dialect = self.dialect
        shown = [self._shown(field) for field in fields]
        if len(shown) == 1 and not shown[0]:
            # An empty row and a row of one empty field are not the same.
            field = fields[0]
            if dialect.quoting == QUOTE_NONE or field is None and dialect.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                raise Error("single empty field record must be quoted")
            shown = [dialect.quotechar * 2]
        return self._write(dialect.delimiter.join(shown) + dialect.lineterminator)

    def writerows(self, rows, /):
        """Write several rows."""
        for row in rows:
            self.writerow(row)

    def _shown(self, field):
        dialect = self.dialect
        is_number = isinstance(field, (int, float, complex)) or hasattr(field, "__float__") and not isinstance(field, str)
        text = "" if field is None else field if isinstance(field, str) else str(field)
        match dialect.quoting:
            case 1:
                quoted = True
            case 2:
                quoted = not is_number
            case 4:
                quoted = isinstance(field, str)
            case 5:
                quoted = field is not None
            case _:
                quoted = False
        if not text and dialect.delimiter == " " and dialect.skipinitialspace:
            if dialect.quoting == QUOTE_NONE or field is None and dialect.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                raise Error("empty field must be quoted if delimiter is a space and skipinitialspace is true")
            quoted = True
        pieces = []
        needs = False
        special = [dialect.delimiter, dialect.escapechar, dialect.quotechar, "\r", "\n", *dialect.lineterminator]
        if not any(sign in text for sign in special if sign) and not (text.startswith(" ") and dialect.skipinitialspace):
            return f"{dialect.quotechar}{text}{dialect.quotechar}" if quoted else text
        if text.startswith(" ") and dialect.skipinitialspace:
            if dialect.quoting == QUOTE_NONE:
                if dialect.escapechar is None:
                    raise Error("empty field must be quoted if delimiter is a space and skipinitialspace is true")
            needs = True
        for sign in text:
            if sign in special and sign is not None:
                if dialect.quoting == QUOTE_NONE:
                    escaped = True
                elif sign == dialect.quotechar:
                    escaped = not dialect.doublequote
                    if dialect.doublequote:
                        pieces.append(sign)
                        needs = True
                elif sign == dialect.escapechar:
                    escaped = True
                else:
                    escaped = False
                    needs = True
                if escaped:
                    if dialect.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    pieces.append(dialect.escapechar)
            pieces.append(sign)
        text = "".join(pieces)
        return f"{dialect.quotechar}{text}{dialect.quotechar}" if quoted or needs and dialect.quoting != QUOTE_NONE else text


def writer(fileobj, /, dialect=None, **fmtparams):
    """What writes rows to a file."""
    return _Writer(fileobj, dialect, **fmtparams)


# Rows as dicts.


class DictReader:
    """Rows as dicts; the names of the fields stand in the first row, or are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        found = dict(zip(names, row))
        if len(names) < len(row):
            found[self.restkey] = row[len(names):]
        else:
            for name in names[len(row):]:
                found[name] = self.restval
        return found

    __class_getitem__ = classmethod(types.GenericAlias)


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        """Write the names of the fields."""
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _list_of(self, row):
        if self.extrasaction == "raise":
            wrong = row.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(name) for name in wrong]))
        return (row.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        """Write a dict as a row."""
        return self.writer.writerow(self._list_of(rowdict))

    def writerows(self, rowdicts):
        """Write several dicts."""
        return self.writer.writerows(map(self._list_of, rowdicts))

    __class_getitem__ = classmethod(types.GenericAlias)


# Guessing.


class Sniffer:
    """Guesses the dialect of a text."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        """A dialect that goes with a sample."""
        quotechar, doublequote, delimiter, skip = by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, skip = by_counts(sample, delimiters, self.preferred)
        if not delimiter:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doublequote
        dialect.delimiter = delimiter
        dialect.quotechar = quotechar or '"'
        dialect.skipinitialspace = skip
        return dialect

    def has_header(self, sample):
        """Does the first row look like names, not like the others?"""
        rows = reader(io.StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for number, row in enumerate(rows):
            if number > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                try:
                    complex(row[column])
                    kind = complex
                except (ValueError, OverflowError):
                    kind = len(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
            elif kind is not None:
                try:
                    kind(header[column])
                    votes -= 1
                except (ValueError, TypeError):
                    votes += 1
        return votes > 0


from _natives import natives as _natives

_natives(globals(), "field_size_limit", "get_dialect", "list_dialects", "reader", "register_dialect",
         "unregister_dialect", "writer", module="_csv")
