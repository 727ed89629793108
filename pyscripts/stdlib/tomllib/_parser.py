"""The parser: a document is lines of keys and values under headers of tables, and a value is found by its first letter."""

import re
from datetime import date, datetime, time, timedelta, timezone

_NUMBER = re.compile(
    r"0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)"
    r"|[+-]?(?:0|[1-9](?:_?[0-9])*)(?P<float>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)"
)
_TIME = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_LOCAL_TIME = re.compile(_TIME)
_DATE_TIME = re.compile(
    rf"([0-9]{{4}})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    rf"(?:[Tt ]{_TIME}(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?"
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SPACE = re.compile(r"[ \t]*")
_SPACE_AND_LINES = re.compile(r"[ \t\n]*")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_CONTROLS = frozenset(map(chr, [*range(32), 127]))
_NOT_IN_COMMENTS = _NOT_IN_STRINGS = _CONTROLS - {"\t"}
_NOT_IN_LONG_STRINGS = _CONTROLS - {"\t", "\n"}


class TOMLDecodeError(ValueError):
    """The document is no TOML."""


def load(fp, /, *, parse_float=float):
    """Reads a document from a binary file."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """Reads a document."""
    return _Parser(s.replace("\r\n", "\n"), _checked(parse_float)).document()


def _checked(parse_float):
    """The caller's function for floats, which must not give what could be taken for a table or an array."""
    if parse_float is float:
        return float

    def parse(text):
        value = parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return value

    return parse


class _Table:
    """A table with what the rules about defining it twice need to know."""

    __slots__ = ("values", "children", "is_header", "is_dotted", "is_frozen", "is_array")

    def __init__(self, values, is_array=False):
        self.values = values
        self.children = {}
        self.is_header = False  # a header has named it
        self.is_dotted = False  # a dotted key has made it
        self.is_frozen = False  # it was written inline
        self.is_array = is_array  # a header in double brackets has named it: values are the last element's


class _Parser:
    def __init__(self, text, parse_float):
        self.text = text
        self.place = 0
        self.parse_float = parse_float

    # Where we are.

    def error(self, message, place=None):
        place = self.place if place is None else place
        if place >= len(self.text):
            where = "end of document"
        else:
            line = self.text.count("\n", 0, place) + 1
            where = f"line {line}, column {place - self.text.rfind(chr(10), 0, place)}"
        return TOMLDecodeError(f"{message} (at {where})")

    def peek(self):
        return self.text[self.place:self.place + 1]

    def at(self, text):
        return self.text.startswith(text, self.place)

    def skip(self, pattern=_SPACE):
        self.place = pattern.match(self.text, self.place).end()

    def comment(self):
        """Goes past a comment, if there is one; not past the end of the line."""
        if self.peek() != "#":
            return
        end = self.text.find("\n", self.place)
        end = len(self.text) if end < 0 else end
        self.refuse(_NOT_IN_COMMENTS, self.place + 1, end)
        self.place = end

    def refuse(self, letters, start, end):
        for place in range(start, end):
            if self.text[place] in letters:
                raise self.error(f"Found invalid character {self.text[place]!r}", place)

    def skip_lines(self):
        """Goes past spaces, ends of lines and comments."""
        while True:
            start = self.place
            self.skip(_SPACE_AND_LINES)
            self.comment()
            if self.place == start:
                return

    # The document.

    def document(self):
        root = self.here = _Table({})
        root.is_header = True
        self.path = ()
        self.root = root
        while True:
            self.skip()
            letter = self.peek()
            if not letter:
                return root.values
            if letter == "\n":
                self.place += 1
                continue
            if letter == "[":
                self.header()
                self.skip()
            elif letter in "\"'" or _BARE_KEY.match(letter):
                self.pair(self.here)
                self.skip()
            elif letter != "#":
                raise self.error("Invalid statement")
            self.comment()
            if not self.peek():
                return root.values
            if self.peek() != "\n":
                raise self.error("Expected newline or end of document after a statement")
            self.place += 1

    def header(self):
        is_array = self.at("[[")
        self.place += 2 if is_array else 1
        self.skip()
        key = self.key()
        closing = "]]" if is_array else "]"
        if not self.at(closing):
            what = "Expected ']]' at the end of an array declaration" if is_array else \
                "Expected ']' at the end of a table declaration"
            raise self.error(what)
        table = self.root
        for part in key[:-1]:
            table = self.step(table, part, key, is_array)
        self.path = key
        self.here = self.append(table, key) if is_array else self.declare(table, key)
        self.place += len(closing)

    def step(self, table, part, key, is_array):
        """The table of this name in another one, made if it is not there."""
        if part not in table.values:
            table.values[part] = {}
            table.children[part] = _Table(table.values[part])
        child = table.children.get(part)
        if child is None:
            raise self.error("Cannot overwrite a value")
        if child.is_frozen:
            raise self.frozen(key, is_array)
        return child

    def frozen(self, key, is_array):
        if is_array:
            return self.error(f"Cannot mutate immutable namespace {key}")
        return self.error(f"Cannot declare {key} twice")

    def declare(self, table, key):
        """The table that a header names."""
        name = key[-1]
        if name not in table.values:
            table.values[name] = {}
            table.children[name] = _Table(table.values[name])
        child = table.children.get(name)
        if child is None:
            raise self.error("Cannot overwrite a value")
        if child.is_header or child.is_frozen or child.is_dotted or child.is_array:
            raise self.error(f"Cannot declare {key} twice")
        child.is_header = True
        return child

    def append(self, table, key):
        """A new table in the array that a header names."""
        name = key[-1]
        element = {}
        if name not in table.values:
            table.values[name] = [element]
            table.children[name] = _Table(element, is_array=True)
            return table.children[name]
        child = table.children.get(name)
        if child is not None and child.is_frozen:
            raise self.frozen(key, is_array=True)
        if child is None or not child.is_array:
            raise self.error("Cannot overwrite a value")
        table.values[name].append(element)
        child.values, child.children = element, {}
        return child

    def pair(self, table, is_inline=False):
        """A key and its value, put into a table."""
        key = self.key()
        if self.peek() != "=":
            raise self.error("Expected '=' after a key in a key/value pair")
        self.place += 1
        self.skip()
        value = self.value()
        for part in key[:-1]:
            if part not in table.values:
                table.values[part] = {}
                table.children[part] = _Table(table.values[part])
                table.children[part].is_dotted = True
            child = table.children.get(part)
            if child is None or child.is_array:
                raise self.error("Cannot overwrite a value")
            if child.is_frozen:
                raise self.error(f"Cannot mutate immutable namespace {self.path + key[:-1]}")
            if child.is_header:
                raise self.error(f"Cannot redefine namespace {self.path + key[:-1]}")
            child.is_dotted = True
            table = child
        if key[-1] in table.values:
            raise self.error(f"Duplicate inline table key {key[-1]!r}" if is_inline else "Cannot overwrite a value")
        table.values[key[-1]] = value
        if isinstance(value, (dict, list)):
            frozen = table.children[key[-1]] = _Table(value)
            frozen.is_frozen = True

    def key(self):
        """The parts of a dotted key; the spaces after it are gone past."""
        parts = [self.key_part()]
        while True:
            self.skip()
            if self.peek() != ".":
                return tuple(parts)
            self.place += 1
            self.skip()
            parts.append(self.key_part())

    def key_part(self):
        bare = _BARE_KEY.match(self.text, self.place)
        if bare:
            self.place = bare.end()
            return bare.group()
        if self.peek() == "'":
            return self.literal()
        if self.peek() == '"':
            return self.basic()
        raise self.error("Invalid initial character for a key part")

    # Values.

    def value(self):
        letter = self.peek()
        if letter == '"':
            return self.long_basic() if self.at('"""') else self.basic()
        if letter == "'":
            return self.long_literal() if self.at("'''") else self.literal()
        if letter == "[":
            return self.array()
        if letter == "{":
            return self.inline_table()
        for word, value in ("true", True), ("false", False):
            if self.at(word):
                self.place += len(word)
                return value
        for pattern, make in (_DATE_TIME, self.date_time), (_LOCAL_TIME, self.local_time), (_NUMBER, self.number):
            match = pattern.match(self.text, self.place)
            if match:
                value = make(match)
                self.place = match.end()
                return value
        for word in "inf", "nan", "+inf", "-inf", "+nan", "-nan":
            if self.at(word):
                self.place += len(word)
                return self.parse_float(word)
        raise self.error("Invalid value")

    def number(self, match):
        if match.group("float"):
            return self.parse_float(match.group())
        return int(match.group(), 0)

    def local_time(self, match):
        hour, minute, second, fraction = match.groups()
        return time(int(hour), int(minute), int(second), int((fraction or "").ljust(6, "0")))

    def date_time(self, match):
        year, month, day, hour, minute, second, fraction, utc, sign, zone_hour, zone_minute = match.groups()
        try:
            if hour is None:
                return date(int(year), int(month), int(day))
            zone = None
            if utc:
                zone = timezone.utc
            elif sign:
                offset = timedelta(hours=int(zone_hour), minutes=int(zone_minute))
                zone = timezone(-offset if sign == "-" else offset)
            return datetime(
                int(year), int(month), int(day), int(hour), int(minute), int(second), int((fraction or "").ljust(6, "0")),
                tzinfo=zone,
            )
        except ValueError as error:
            raise self.error("Invalid date or datetime") from error

    def array(self):
        self.place += 1
        values = []
        self.skip_lines()
        while self.peek() != "]":
            values.append(self.value())
            self.skip_lines()
            if self.peek() == "]":
                break
            if self.peek() != ",":
                raise self.error("Unclosed array")
            self.place += 1
            self.skip_lines()
        self.place += 1
        return values

    def inline_table(self):
        self.place += 1
        table = _Table({})
        self.skip()
        if self.peek() == "}":
            self.place += 1
            return table.values
        while True:
            self.pair(table, is_inline=True)
            self.skip()
            if self.peek() == "}":
                self.place += 1
                return table.values
            if self.peek() != ",":
                raise self.error("Unclosed inline table")
            self.place += 1
            self.skip()

    # Strings.

    def literal(self):
        start = self.place + 1
        end = self.text.find("'", start)
        line = self.text.find("\n", start)
        if end < 0 or 0 <= line < end:
            self.refuse(_NOT_IN_STRINGS, start, line + 1 if line >= 0 else len(self.text))
            raise self.error("Expected \"'\"", len(self.text))
        self.refuse(_NOT_IN_STRINGS, start, end)
        self.place = end + 1
        return self.text[start:end]

    def long_literal(self):
        start = self.place + 3
        if self.text.startswith("\n", start):
            start += 1
        end = self.text.find("'''", start)
        if end < 0:
            self.refuse(_NOT_IN_LONG_STRINGS, start, len(self.text))
            raise self.error("Expected \"'''\"", len(self.text))
        self.refuse(_NOT_IN_LONG_STRINGS, start, end)
        end = self.more_quotes(end, "'")
        self.place = end + 3
        return self.text[start:end]

    def more_quotes(self, end, quote):
        """Where the closing quotes begin: one or two more may stand before them as part of the text."""
        for _ in range(2):
            if self.text.startswith(quote, end + 3):
                end += 1
        return end

    def basic(self):
        self.place += 1
        return self.escaped('"', _NOT_IN_STRINGS, is_long=False)

    def long_basic(self):
        self.place += 3
        if self.peek() == "\n":
            self.place += 1
        return self.escaped('"""', _NOT_IN_LONG_STRINGS, is_long=True)

    def escaped(self, closing, refused, is_long):
        """The text up to the closing quotes, with its escapes resolved."""
        parts, start = [], self.place
        while True:
            letter = self.peek()
            if not letter:
                raise self.error("Unterminated string")
            if letter == '"' and self.at(closing):
                end = self.more_quotes(self.place, '"') if is_long else self.place
                parts.append(self.text[start:end])
                self.place = end + len(closing)
                return "".join(parts)
            if letter == "\\":
                parts.append(self.text[start:self.place])
                parts.append(self.escape(is_long))
                start = self.place
            elif letter in refused:
                raise self.error(f"Illegal character {letter!r}")
            else:
                self.place += 1

    def escape(self, is_long):
        start = self.place
        letter = self.text[start + 1:start + 2]
        self.place += 2
        if is_long and letter in (" ", "\t", "\n"):
            # A backslash at the end of a line: it and the white space after it are not there.
            if letter != "\n":
                self.skip()
                if not self.peek():
                    return ""
                if self.peek() != "\n":
                    raise self.error("Unescaped '\\' in a string")
                self.place += 1
            self.skip(_SPACE_AND_LINES)
            return ""
        if letter in ("u", "U"):
            return self.code_point(4 if letter == "u" else 8)
        if letter in _ESCAPES and letter:
            return _ESCAPES[letter]
        if not letter:
            raise self.error("Unterminated string")
        raise self.error("Unescaped '\\' in a string")

    def code_point(self, length):
        digits = self.text[self.place:self.place + length]
        if len(digits) != length or not all(digit in "0123456789abcdefABCDEF" for digit in digits):
            raise self.error("Invalid hex value")
        self.place += length
        number = int(digits, 16)
        if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
            raise self.error("Escaped character is not a Unicode scalar value")
        return chr(number)
