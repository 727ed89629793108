"""Texts in uuencode."""

import binascii


def decode_uu(encoded):
    """The bytes of a text in uuencode."""
    lines = iter(encoded.splitlines(keepends=True))
    for line in lines:
        if line.startswith(b"begin "):
            mode, _, path = line.removeprefix(b"begin ").partition(b" ")
            if mode.strip(b"01234567") == b"":
                break
    else:
        raise ValueError("`begin` line not found")
    decoded = []
    for line in lines:
        if line.strip(b" \t\r\n\f") == b"end":
            break
        decoded.append(binascii.a2b_uu(line))
    return b"".join(decoded)
