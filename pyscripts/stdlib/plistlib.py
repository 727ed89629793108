"""Property lists of Apple's systems, in XML and in their binary form."""

import enum
import struct
from _plist_binary import InvalidBinary, read_binary, write_binary
from _plist_xml import InvalidXml, read_xml, write_xml

__all__ = ["InvalidFileException", "FMT_XML", "FMT_BINARY", "load", "dump", "loads", "dumps", "UID"]

PlistFormat = enum.Enum("PlistFormat", "FMT_XML FMT_BINARY", module=__name__)
globals().update(PlistFormat.__members__)


class UID:
    """A number that stands for another object in an archive."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError("data must be an int")
        if data >= 1 << 64:
            raise ValueError("UIDs cannot be >= 2**64")
        if data < 0:
            raise ValueError("UIDs must be positive")
        self.data = data

    def __index__(self):
        return self.data

    def __repr__(self):
        return f"{self.__class__.__name__}({self.data!r})"

    def __reduce__(self):
        return self.__class__, (self.data,)

    def __eq__(self, other):
        if not isinstance(other, UID):
            return NotImplemented
        return self.data == other.data

    def __hash__(self):
        return hash(self.data)


class InvalidFileException(ValueError):
    """A binary property list is broken."""

    def __init__(self, message="Invalid file"):
        super().__init__(message)


def _is_xml(head):
    starts = b"<?xml", b"<plist"
    if head.startswith(starts):
        return True
    for mark, encoding in (b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"):
        if head.startswith(tuple(mark + start.decode("ascii").encode(encoding) for start in starts)):
            return True
    return False


def load(fp, *, fmt=None, dict_type=dict, aware_datetime=False):
    """Read a property list from a file of bytes."""
    return _loaded(fp.read(), fmt, dict_type, aware_datetime)


def loads(value, *, fmt=None, dict_type=dict, aware_datetime=False):
    """Read a property list from bytes, or one in XML from a text."""
    if isinstance(value, str):
        if fmt == FMT_BINARY:
            raise TypeError("value must be bytes-like object when fmt is FMT_BINARY")
        value = value.encode()
    return _loaded(bytes(value), fmt, dict_type, aware_datetime)


def _loaded(data, fmt, dict_type, aware_datetime):
    if fmt is None:
        if _is_xml(data[:32]):
            fmt = FMT_XML
        elif data[:8] == b"bplist00":
            fmt = FMT_BINARY
        else:
            raise InvalidFileException()
    if fmt == FMT_XML:
        try:
            return read_xml(data, dict_type, aware_datetime)
        except InvalidXml as error:
            raise InvalidFileException(str(error)) from None
    try:
        return read_binary(data, dict_type, aware_datetime, UID)
    except (OSError, IndexError, struct.error, OverflowError, ValueError, InvalidBinary) as error:
        raise InvalidFileException() from error


def dump(value, fp, *, fmt=FMT_XML, sort_keys=True, skipkeys=False, aware_datetime=False):
    """Write a property list into a file of bytes."""
    if fmt not in PlistFormat:
        raise ValueError("Unsupported format: %r" % (fmt,))
    write = write_xml if fmt == FMT_XML else write_binary
    fp.write(write(value, sort_keys, skipkeys, aware_datetime, UID))


def dumps(value, *, fmt=FMT_XML, skipkeys=False, sort_keys=True, aware_datetime=False):
    """The bytes of a property list."""
    import io

    stream = io.BytesIO()
    dump(value, stream, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys, aware_datetime=aware_datetime)
    return stream.getvalue()
