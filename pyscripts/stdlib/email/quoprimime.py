"""Quoted-printable as mail uses it, in bodies and in encoded words."""

import re
from string import ascii_letters, digits

__all__ = [
    "body_decode", "body_encode", "body_length", "decode", "decodestring", "header_decode", "header_encode",
    "header_length", "quote", "unquote",
]

CRLF, NL, EMPTYSTRING = "\r\n", "\n", ""

_QUOTED = [f"={number:02X}" for number in range(256)]
_HEADER, _BODY = _QUOTED[:], _QUOTED[:]
for _letter in b"-!*+/" + ascii_letters.encode("ascii") + digits.encode("ascii"):
    _HEADER[_letter] = chr(_letter)
_HEADER[ord(" ")] = "_"
for _letter in b" !\"#$%&'()*+,-./0123456789:;<>?@[\\]^_`{|}~\t" + ascii_letters.encode("ascii"):
    _BODY[_letter] = chr(_letter)


def header_check(octet):
    """Whether a byte must be quoted in an encoded word."""
    return chr(octet) != _HEADER[octet]


def body_check(octet):
    """Whether a byte must be quoted in a body."""
    return chr(octet) != _BODY[octet]


def header_length(bytearray):
    """How long bytes become in an encoded word."""
    return sum(len(_HEADER[octet]) for octet in bytearray)


def body_length(bytearray):
    """How long bytes become in a body."""
    return sum(len(_BODY[octet]) for octet in bytearray)


def quote(c):
    """A letter as =XX."""
    return _QUOTED[ord(c)]


def unquote(s):
    """The letter that =XX stands for."""
    return chr(int(s[1:3], 16))


def header_encode(header_bytes, charset="iso-8859-1"):
    """An encoded word of a header."""
    if not header_bytes:
        return ""
    return f"=?{charset}?q?{header_bytes.decode('latin1').translate(_HEADER)}?="


_BODY_WITH_LINES = _BODY[:]
for _letter in b"\r\n":
    _BODY_WITH_LINES[_letter] = chr(_letter)


def body_encode(body, maxlinelen=76, eol=NL):
    """A body, whose letters stand for bytes, in lines."""
    if maxlinelen < 4:
        raise ValueError("maxlinelen must be at least 4")
    if not body:
        return body
    rows = []
    for line in body.translate(_BODY_WITH_LINES).splitlines():
        room = maxlinelen - 1
        start = 0
        while len(line) - start > maxlinelen:
            stop = start + room
            # A quoted byte stays in one piece.
            if line[stop - 2] == "=":
                stop -= 2
            elif line[stop - 1] == "=":
                stop -= 1
            rows.append(line[start:stop] + "=")
            start = stop
        rest = line[start:]
        if rest and rest[-1] in " \t":
            if len(rest) - 1 + 3 <= maxlinelen:
                rest = rest[:-1] + quote(rest[-1])
            elif len(rest) < maxlinelen:
                rest = rest + "="
                rows.append(rest)
                rest = ""
            else:
                rows.append(rest[:-1] + "=")
                rest = quote(rest[-1])
        rows.append(rest)
    if body[-1] in CRLF:
        rows.append("")
    return eol.join(rows)


def decode(encoded, eol=NL):
    """A body, decoded."""
    if not encoded:
        return encoded
    decoded = []
    for line in encoded.splitlines():
        line = line.rstrip()
        if not line:
            decoded.append(eol)
            continue
        soft = line.endswith("=")
        if soft:
            line = line[:-1]
        line = re.sub("=[0-9a-fA-F]{2}", lambda match: unquote(match.group()), line)
        decoded.append(line if soft else line + eol)
    result = "".join(decoded)
    if encoded[-1] not in "\r\n" and result.endswith(eol):
        result = result[:-len(eol)]
    return result


body_decode = decodestring = decode


def header_decode(s):
    """The text of an encoded word, without what is around it."""
    return re.sub(r"=[a-fA-F0-9]{2}", lambda match: unquote(match.group()), s.replace("_", " "), flags=re.ASCII)
