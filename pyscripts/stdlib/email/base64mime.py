"""Base64 as mail uses it."""

from base64 import b64encode
from binascii import a2b_base64, b2a_base64

__all__ = ["body_decode", "body_encode", "decode", "decodestring", "header_encode", "header_length"]

CRLF, NL, EMPTYSTRING = "\r\n", "\n", ""


def header_length(bytearray):
    """How long bytes become."""
    return (len(bytearray) + 2) // 3 * 4


def header_encode(header_bytes, charset="iso-8859-1"):
    """An encoded word of a header."""
    if not header_bytes:
        return ""
    if isinstance(header_bytes, str):
        header_bytes = header_bytes.encode(charset)
    return f"=?{charset}?b?{b64encode(header_bytes).decode('ascii')}?="


def body_encode(s, maxlinelen=76, eol=NL):
    """A body in lines."""
    if not s:
        return ""
    size = maxlinelen * 3 // 4
    lines = (b2a_base64(s[start:start + size]).decode("ascii") for start in range(0, len(s), size))
    return "".join(line if eol == NL else line[:-1] + eol for line in lines)


def decode(string):
    """The bytes of an encoded text."""
    if not string:
        return b""
    return a2b_base64(string.encode("raw-unicode-escape") if isinstance(string, str) else string)


body_decode = decodestring = decode
