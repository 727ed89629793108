"""Property lists in XML."""

import binascii
import datetime
import re

from xml.parsers import expat

_HEAD = b"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
"""

_CONTROL = re.compile(r"[\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10-\x1f]")
_DATE = re.compile(
    r"(?P<year>\d\d\d\d)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d))?)?)?)?)?Z", re.ASCII)


class InvalidXml(Exception):
    """The XML is not that of a property list."""


def _date_of(text, aware):
    parts = _DATE.match(text).groupdict()
    numbers = []
    for name in ("year", "month", "day", "hour", "minute", "second"):
        if parts[name] is None:
            break
        numbers.append(int(parts[name]))
    return datetime.datetime(*numbers, tzinfo=datetime.UTC) if aware else datetime.datetime(*numbers)


def _text_of_date(date, aware):
    if aware:
        date = date.astimezone(datetime.UTC)
    return "%04d-%02d-%02dT%02d:%02d:%02dZ" % (date.year, date.month, date.day, date.hour, date.minute, date.second)


class _Reader:
    """Builds the value while the document is parsed."""

    def __init__(self, dict_type, aware):
        self.dict_type, self.aware = dict_type, aware
        self.stack, self.key, self.root, self.text = [], None, None, []

    def start(self, tag, attributes):
        self.text = []
        if tag == "dict":
            value = self.dict_type()
            self.add(value)
            self.stack.append(value)
        elif tag == "array":
            value = []
            self.add(value)
            self.stack.append(value)

    def data(self, text):
        self.text.append(text)

    def entity(self, *declared):
        raise InvalidXml("XML entity declarations are not supported in plist files")

    def line(self):
        return self.parser.CurrentLineNumber

    def end(self, tag):
        text, self.text = "".join(self.text), []
        if tag == "dict":
            if self.key is not None:
                raise ValueError(f"missing value for key '{self.key}' at line {self.line()}")
            self.stack.pop()
        elif tag == "array":
            self.stack.pop()
        elif tag == "key":
            if self.key is not None or not isinstance(self.stack[-1], dict):
                raise ValueError(f"unexpected key at line {self.line()}")
            self.key = text
        elif tag in ("true", "false"):
            self.add(tag == "true")
        elif tag == "integer":
            self.add(int(text, 16) if text.startswith(("0x", "0X")) else int(text))
        elif tag == "real":
            self.add(float(text))
        elif tag == "string":
            self.add(text)
        elif tag == "data":
            self.add(binascii.a2b_base64(text))
        elif tag == "date":
            self.add(_date_of(text, self.aware))

    def add(self, value):
        if self.key is not None:
            if not isinstance(self.stack[-1], dict):
                raise ValueError(f"unexpected element at line {self.line()}")
            self.stack[-1][self.key] = value
            self.key = None
        elif not self.stack:
            self.root = value
        else:
            if not isinstance(self.stack[-1], list):
                raise ValueError(f"unexpected element at line {self.line()}")
            self.stack[-1].append(value)


def read_xml(data, dict_type, aware):
    """The value of a document's bytes."""
    reader = _Reader(dict_type, aware)
    parser = reader.parser = expat.ParserCreate()
    parser.EntityDeclHandler = reader.entity
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.data
    parser.Parse(data, True)
    return reader.root


def _escaped(text):
    found = _CONTROL.search(text)
    if found is not None:
        raise ValueError("strings can't contain control characters; use bytes instead")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Writer:
    """Writes lines, indented by tabs."""

    def __init__(self, sort_keys, skip_keys, aware):
        self.sort_keys, self.skip_keys, self.aware = sort_keys, skip_keys, aware
        self.lines, self.depth = [], 0

    def line(self, text):
        self.lines.append(("\t" * self.depth + text).encode() + b"\n" if text else b"\n")

    def simple(self, tag, text):
        self.line(f"<{tag}>{_escaped(text)}</{tag}>")

    def value(self, value):
        if isinstance(value, str):
            self.simple("string", value)
        elif value is True:
            self.line("<true/>")
        elif value is False:
            self.line("<false/>")
        elif isinstance(value, int):
            if not -1 << 63 <= value < 1 << 64:
                raise OverflowError(value)
            self.simple("integer", "%d" % value)
        elif isinstance(value, float):
            self.simple("real", repr(value))
        elif isinstance(value, dict):
            self.dict(value)
        elif isinstance(value, (bytes, bytearray)):
            self.bytes(value)
        elif isinstance(value, datetime.datetime):
            self.simple("date", _text_of_date(value, self.aware))
        elif isinstance(value, (tuple, list)):
            self.array(value)
        else:
            raise TypeError("unsupported type: %s" % type(value))

    def bytes(self, data):
        self.line("<data>")
        width = max(16, 76 - len(("\t" * self.depth).expandtabs()))
        size = width // 4 * 3
        for start in range(0, len(data), size):
            self.line(binascii.b2a_base64(data[start:start + size], newline=False).decode("ascii"))
        self.line("</data>")

    def dict(self, value):
        if not value:
            self.line("<dict/>")
            return
        self.line("<dict>")
        self.depth += 1
        for key, item in sorted(value.items()) if self.sort_keys else value.items():
            if not isinstance(key, str):
                if self.skip_keys:
                    continue
                raise TypeError("keys must be strings")
            self.simple("key", key)
            self.value(item)
        self.depth -= 1
        self.line("</dict>")

    def array(self, value):
        if not value:
            self.line("<array/>")
            return
        self.line("<array>")
        self.depth += 1
        for item in value:
            self.value(item)
        self.depth -= 1
        self.line("</array>")


def write_xml(value, sort_keys, skip_keys, aware, uid):
    """The bytes of a document."""
    writer = _Writer(sort_keys, skip_keys, aware)
    writer.line('<plist version="1.0">')
    writer.value(value)
    writer.line("</plist>")
    return _HEAD + b"".join(writer.lines)
