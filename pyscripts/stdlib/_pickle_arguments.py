"""What follows the opcodes of pickles: for each kind of argument how to read it, and how long it is."""

import codecs
import struct

# Lengths that are not a number of bytes: up to a newline, or told by the bytes in front.
UP_TO_NEWLINE = -1
TAKEN_FROM_ARGUMENT1 = -2
TAKEN_FROM_ARGUMENT4 = -3
TAKEN_FROM_ARGUMENT4U = -4
TAKEN_FROM_ARGUMENT8U = -5


class ArgumentDescriptor:
    """A kind of argument: its name, its length in bytes (or one of the above), its reader, a sentence."""

    __slots__ = ("name", "n", "reader", "doc")

    def __init__(self, name, n, reader, doc):
        self.name, self.n, self.reader, self.doc = name, n, reader, doc


def _exactly(file, length, what):
    data = file.read(length)
    if len(data) != length:
        raise ValueError(f"not enough data in stream to read {what}")
    return data


def _unpacked(file, form, what):
    return struct.unpack(form, _exactly(file, struct.calcsize(form), what))[0]


def read_uint1(file):
    return _exactly(file, 1, "uint1")[0]


def read_uint2(file):
    return _unpacked(file, "<H", "uint2")


def read_int4(file):
    return _unpacked(file, "<i", "int4")


def read_uint4(file):
    return _unpacked(file, "<I", "uint4")


def read_uint8(file):
    return _unpacked(file, "<Q", "uint8")


def read_float8(file):
    return _unpacked(file, ">d", "float8")


def _line(file, what):
    data = file.readline()
    if not data.endswith(b"\n"):
        raise ValueError(f"no newline found when trying to read {what}")
    return data[:-1]


def read_stringnl(file, decode=True, stripquotes=True, *, encoding="latin-1"):
    data = _line(file, "stringnl")
    if stripquotes:
        for quote in (b'"', b"'"):
            if data.startswith(quote):
                if not data.endswith(quote):
                    raise ValueError(f"strinq quote {quote!r} not found at both ends of {data!r}")
                data = data[1:-1]
                break
        else:
            raise ValueError(f"no string quotes around {data!r}")
    return codecs.escape_decode(data)[0].decode(encoding) if decode else data


def read_stringnl_noescape(file):
    return read_stringnl(file, stripquotes=False, encoding="utf-8")


def read_stringnl_noescape_pair(file):
    return f"{read_stringnl_noescape(file)} {read_stringnl_noescape(file)}"


def _counted(file, length, what):
    """That many bytes, which a count in front has promised."""
    data = file.read(length)
    if len(data) != length:
        raise ValueError(f"expected {length} bytes in a {what}, but only {len(data)} remain")
    return data


def read_string1(file):
    return _counted(file, read_uint1(file), "string1").decode("latin-1")


def read_string4(file):
    length = read_int4(file)
    if length < 0:
        raise ValueError(f"string4 byte count < 0: {length}")
    return _counted(file, length, "string4").decode("latin-1")


def read_bytes1(file):
    return _counted(file, read_uint1(file), "bytes1")


def read_bytes4(file):
    return _counted(file, read_uint4(file), "bytes4")


def read_bytes8(file):
    return _counted(file, read_uint8(file), "bytes8")


def read_bytearray8(file):
    return bytearray(_counted(file, read_uint8(file), "bytearray8"))


def read_unicodestringnl(file):
    return str(_line(file, "unicodestringnl"), "raw-unicode-escape")


def read_unicodestring1(file):
    return str(_counted(file, read_uint1(file), "unicodestring1"), "utf-8", "surrogatepass")


def read_unicodestring4(file):
    return str(_counted(file, read_uint4(file), "unicodestring4"), "utf-8", "surrogatepass")


def read_unicodestring8(file):
    return str(_counted(file, read_uint8(file), "unicodestring8"), "utf-8", "surrogatepass")


def read_decimalnl_short(file):
    data = read_stringnl(file, decode=False, stripquotes=False)
    return data == b"01" if data in (b"00", b"01") else int(data)


def read_decimalnl_long(file):
    return int(read_stringnl(file, decode=False, stripquotes=False).removesuffix(b"L"))


def read_floatnl(file):
    return float(read_stringnl(file, decode=False, stripquotes=False))


def read_long1(file):
    return int.from_bytes(_exactly(file, read_uint1(file), "long1"), "little", signed=True)


def read_long4(file):
    length = read_int4(file)
    if length < 0:
        raise ValueError(f"long4 byte count < 0: {length}")
    return int.from_bytes(_exactly(file, length, "long4"), "little", signed=True)


_KINDS = (
    ("uint1", 1, read_uint1, "An unsigned integer of one byte."),
    ("uint2", 2, read_uint2, "An unsigned integer of two bytes, the least significant first."),
    ("int4", 4, read_int4, "A signed integer of four bytes, the least significant first."),
    ("uint4", 4, read_uint4, "An unsigned integer of four bytes, the least significant first."),
    ("uint8", 8, read_uint8, "An unsigned integer of eight bytes, the least significant first."),
    ("stringnl", UP_TO_NEWLINE, read_stringnl, "A quoted string with escapes, up to a newline."),
    ("stringnl_noescape", UP_TO_NEWLINE, read_stringnl_noescape, "A line of text without quotes."),
    ("stringnl_noescape_pair", UP_TO_NEWLINE, read_stringnl_noescape_pair, "Two lines, joined by a space."),
    ("string1", TAKEN_FROM_ARGUMENT1, read_string1, "A length of one byte and as many Latin-1 characters."),
    ("string4", TAKEN_FROM_ARGUMENT4, read_string4, "A length of four bytes and as many Latin-1 characters."),
    ("bytes1", TAKEN_FROM_ARGUMENT1, read_bytes1, "A length of one byte and as many bytes."),
    ("bytes4", TAKEN_FROM_ARGUMENT4U, read_bytes4, "A length of four bytes and as many bytes."),
    ("bytes8", TAKEN_FROM_ARGUMENT8U, read_bytes8, "A length of eight bytes and as many bytes."),
    ("bytearray8", TAKEN_FROM_ARGUMENT8U, read_bytearray8, "A length of eight bytes, and a bytearray of it."),
    ("unicodestringnl", UP_TO_NEWLINE, read_unicodestringnl, "A line of text in raw-unicode-escape."),
    ("unicodestring1", TAKEN_FROM_ARGUMENT1, read_unicodestring1, "A length of one byte, then UTF-8."),
    ("unicodestring4", TAKEN_FROM_ARGUMENT4U, read_unicodestring4, "A length of four bytes, then UTF-8."),
    ("unicodestring8", TAKEN_FROM_ARGUMENT8U, read_unicodestring8, "A length of eight bytes, then UTF-8."),
    ("decimalnl_short", UP_TO_NEWLINE, read_decimalnl_short, "A line with an integer; 00 and 01 are truths."),
    ("decimalnl_long", UP_TO_NEWLINE, read_decimalnl_long, "A line with an integer, maybe an L behind it."),
    ("floatnl", UP_TO_NEWLINE, read_floatnl, "A line with a float in decimal."),
    ("float8", 8, read_float8, "A float of eight bytes, the sign first."),
    ("long1", TAKEN_FROM_ARGUMENT1, read_long1, "A length of one byte, then a signed integer of it."),
    ("long4", TAKEN_FROM_ARGUMENT4, read_long4, "A length of four bytes, then a signed integer of it."),
)
for _name, *_rest in _KINDS:
    globals()[_name] = ArgumentDescriptor(_name, *_rest)
