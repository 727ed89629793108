"""Bytes as letters: in base 64, 32, 16 and 85."""

import _bases
import binascii

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode",
    "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode",
    "z85encode", "z85decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode",
]

MAXLINESIZE = 76
MAXBINSIZE = MAXLINESIZE // 4 * 3


def _as_bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % s.__class__.__name__
                        ) from None


# Base 64.


def b64encode(s, altchars=None):
    """Base 64, with two other letters in place of + and /."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """The bytes of a text in base 64."""
    s = _as_bytes(s)
    if altchars is not None:
        altchars = _as_bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """Base 64."""
    return b64encode(s)


def standard_b64decode(s):
    """The bytes of a text in base 64."""
    return b64decode(s)


_TO_URLSAFE = bytes.maketrans(b"+/", b"-_")
_FROM_URLSAFE = bytes.maketrans(b"-_", b"+/")


def urlsafe_b64encode(s):
    """Base 64 with - and _."""
    return binascii.b2a_base64(s, newline=False).translate(_TO_URLSAFE)


def urlsafe_b64decode(s):
    """The bytes of a text in base 64 with - and _."""
    return binascii.a2b_base64(_as_bytes(s).translate(_FROM_URLSAFE))


def encodebytes(s):
    """Base 64 in lines of 76 letters."""
    try:
        view = memoryview(s)
    except TypeError:
        raise TypeError("expected bytes-like object, not %s" % s.__class__.__name__) from None
    if view.format not in ("c", "b", "B"):
        raise TypeError("expected single byte elements, not %r from %s" % (view.format, s.__class__.__name__))
    if view.ndim != 1:
        raise TypeError("expected 1-D data, not %d-D data from %s" % (view.ndim, s.__class__.__name__))
    return b"".join(binascii.b2a_base64(s[start:start + MAXBINSIZE]) for start in range(0, len(s), MAXBINSIZE))


def decodebytes(s):
    """The bytes of lines in base 64."""
    return binascii.a2b_base64(s)


def encode(input, output):
    """Write a binary file's bytes to another one in base 64."""
    while block := input.read(MAXBINSIZE):
        while len(block) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(block))):
            block += more
        output.write(binascii.b2a_base64(block))


def decode(input, output):
    """Write the bytes of a file in base 64 to another one."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


# Base 32 and base 16.

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _base32(alphabet, s):
    if not isinstance(s, (bytes, bytearray)):
        s = memoryview(s).tobytes()
    encoded = _bases.encode32(s, alphabet)
    padding = (0, 6, 4, 3, 1)[len(s) % 5]
    return encoded[:-padding] + b"=" * padding if padding else encoded


def _from_base32(alphabet, s, casefold, map01):
    s = _as_bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _as_bytes(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b"=")
    padding = length - len(s)
    decoded = _bases.decode32(s, alphabet)
    if decoded is None:
        raise binascii.Error("Non-base32 digit found")
    if padding not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    return decoded[:-5 + (43 - 5 * padding) // 8] if padding and decoded else decoded


def b32encode(s):
    """Base 32."""
    return _base32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    """The bytes of a text in base 32."""
    return _from_base32(_B32, s, casefold, map01)


def b32hexencode(s):
    """Base 32 with the digits first."""
    return _base32(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    """The bytes of a text in base 32 with the digits first."""
    return _from_base32(_B32HEX, s, casefold, None)


def b16encode(s):
    """Base 16, in capital letters."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes of a text in base 16."""
    s = _as_bytes(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


# Base 85.

_A85 = bytes(range(33, 118))
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_Z85 = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"


def _base85(s, alphabet, pad=False, zeros=False, spaces=False):
    if not isinstance(s, (bytes, bytearray)):
        s = memoryview(s).tobytes()
    padding = -len(s) % 4
    if pad and padding:
        s = bytes(s) + b"\0" * padding
        padding = 0
    encoded = _bases.encode85(s, alphabet, zeros, spaces)
    return encoded[:-padding] if padding else encoded


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Ascii85."""
    result = _base85(b, _A85, pad, True, foldspaces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        chunks = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(chunks[-1]) + 2 > wrapcol:
            chunks.append(b"")
        result = b"\n".join(chunks)
    return result + b"~>" if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """The bytes of a text in Ascii85."""
    b = _as_bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(b"~>"))
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    # Letters are letters, even where they are to be passed over.
    special = b"zy" if foldspaces else b"z"
    b = b.translate(None, ignorechars.translate(None, _A85 + special))
    # Groups begin where the last one has ended, or after a letter that is a group by itself.
    decoded = []
    short = {b"z": b"\0\0\0\0"} | ({b"y": b"    "} if foldspaces else {})
    while True:
        place = min((place for letter in short if (place := b.find(letter)) >= 0), default=-1)
        run = b if place < 0 else b[:place]
        padding = -len(run) % 5
        if place >= 0 and padding and not _foreign(run):
            raise ValueError(f"{chr(b[place])} inside Ascii85 5-tuple")
        group = _bases.decode85(run + b"u" * padding, _A85)
        if isinstance(group, int):
            if group < 0:
                raise ValueError("Ascii85 overflow")
            raise ValueError("Non-Ascii85 digit found: %c" % run[group])
        decoded.append(group[:-padding] if padding else group)
        if place < 0:
            return b"".join(decoded)
        decoded.append(short[b[place:place + 1]])
        b = b[place + 1:]


def _foreign(run):
    return run.translate(None, _A85)


def b85encode(b, pad=False):
    """Base 85, as git and Mercurial have it."""
    return _base85(b, _B85, pad)


def b85decode(b):
    """The bytes of a text in base 85."""
    b = _as_bytes(b)
    padding = -len(b) % 5
    b = b + b"~" * padding
    decoded = _bases.decode85(b, _B85)
    if isinstance(decoded, int):
        if decoded < 0:
            raise ValueError("base85 overflow in hunk starting at byte %d" % (-1 - decoded))
        raise ValueError("bad base85 character at position %d" % decoded)
    return decoded[:-padding] if padding else decoded


_Z85_TO_B85 = bytes.maketrans(_Z85 + b";_`|~", _B85 + b"\0" * 5)
_B85_TO_Z85 = bytes.maketrans(_B85, _Z85)


def z85encode(s):
    """Base 85, as ZeroMQ has it."""
    return b85encode(s).translate(_B85_TO_Z85)


def z85decode(s):
    """The bytes of a text in ZeroMQ's base 85."""
    s = _as_bytes(s)
    try:
        return b85decode(s.translate(_Z85_TO_B85))
    except ValueError as error:
        raise ValueError(error.args[0].replace("base85", "z85")) from None


def main():
    """`python -m base64`: encode or decode a file."""
    import getopt
    import sys

    usage = f"""usage: {sys.argv[0]} [-h|-d|-e|-u] [file|-]
        -h: print this help message and exit
        -d, -u: decode
        -e: encode (default)"""
    try:
        options, words = getopt.getopt(sys.argv[1:], "hdeu")
    except getopt.error as error:
        sys.stdout = sys.stderr
        print(error)
        print(usage)
        sys.exit(2)
    function = encode
    for option, _ in options:
        if option == "-h":
            print(usage)
            return
        function = encode if option == "-e" else decode
    if words and words[0] != "-":
        with open(words[0], "rb") as file:
            function(file, sys.stdout.buffer)
    else:
        function(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
