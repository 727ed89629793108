"""The quoted-printable encoding: bytes that are mostly text, the others as =XX."""

from binascii import a2b_qp, b2a_qp

__all__ = ["encode", "decode", "encodestring", "decodestring"]

ESCAPE = b"="
MAXLINESIZE = 76
HEX = b"0123456789ABCDEF"
EMPTYSTRING = b""


def encodestring(s, quotetabs=False, header=False):
    """Encodes bytes."""
    return b2a_qp(s, quotetabs=quotetabs, header=header)


def decodestring(s, header=False):
    """Decodes bytes."""
    return a2b_qp(s, header=header)


def encode(input, output, quotetabs, header=False):
    """Encodes a binary file into another one."""
    output.write(b2a_qp(input.read(), quotetabs=quotetabs, header=header))


def decode(input, output, header=False):
    """Decodes a binary file into another one."""
    output.write(a2b_qp(input.read(), header=header))


def needsquoting(c, quotetabs, header):
    """Whether a byte must be written as =XX."""
    if c in b" \t":
        return quotetabs
    if c == b"_":
        return header
    return c == ESCAPE or not b" " <= c <= b"~"


def quote(c):
    """A byte as =XX."""
    return b"=%02X" % ord(c)


def ishex(c):
    """Whether a byte is a hexadecimal digit."""
    return b"0" <= c <= b"9" or b"a" <= c <= b"f" or b"A" <= c <= b"F"


def unhex(s):
    """The number of hexadecimal digits."""
    return int(s, 16)
