"""The functions of codecs that convert by one encoding: each gives what it made and how much it took."""

import _natives
import codecs as _codecs

__all__ = ["charmap_build", "charmap_decode", "charmap_encode", "escape_encode", "readbuffer_encode"]


def _bytes_of(data):
    if isinstance(data, bytes):
        return data
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _bytes_or_text(data):
    return data.encode() if isinstance(data, str) else _bytes_of(data)


def _pair(name):
    def encode(str, errors="strict", /):
        return str.encode(name, errors or "strict"), len(str)

    # Escapes may also stand in text: its UTF-8 is what is decoded.
    whole = _bytes_or_text if "escape" in name else _bytes_of

    def decode(data, errors="strict", final="escape" in name, /):
        return _codecs._decode_part(whole(data), name, errors or "strict", final)

    def decode_whole(data, errors="strict", /):
        data = _bytes_of(data)
        return data.decode(name, errors or "strict"), len(data)

    return encode, decode, decode_whole


for _name in ("utf_8", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be", "unicode_escape",
              "raw_unicode_escape", "ascii", "latin_1", "utf_7"):
    _encode, _decode, _decode_whole = _pair(_name)
    if _name in ("ascii", "latin_1"):
        _decode = _decode_whole
    _encode.__name__ = _encode.__qualname__ = _name + "_encode"
    _decode.__name__ = _decode.__qualname__ = _name + "_decode"
    globals().update({_encode.__name__: _encode, _decode.__name__: _decode})
    __all__ += [_encode.__name__, _decode.__name__]
del _name, _encode, _decode, _decode_whole


def readbuffer_encode(data, errors=None, /):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data, len(data)


def escape_encode(data, errors=None, /):
    """Bytes as they stand in a literal."""
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {type(data).__name__}")
    shown = repr(data + b'"')[2:-2]
    return shown.encode("ascii").replace(b"'", b"\\'"), len(data)


def charmap_build(map, /):
    """The encoding table for a decoding one."""
    return {ord(character): code for code, character in enumerate(map) if character != "\ufffe"}


def charmap_decode(data, errors="strict", mapping=None, /):
    """The text of bytes: each is looked up in a mapping or in a text."""
    data, pieces, at = _bytes_of(data), [], 0
    if mapping is None:
        return data.decode("latin-1"), len(data)
    while at < len(data):
        try:
            found = mapping[data[at]]
        except LookupError:
            found = None
        if isinstance(found, int):
            if not 0 <= found <= 0x10FFFF:
                raise TypeError("character mapping must be in range(0x110000)")
            found = chr(found)
        if found is None or found == "\ufffe":
            error = UnicodeDecodeError("charmap", data, at, at + 1, "character maps to <undefined>")
            found, at = _codecs.lookup_error(errors or "strict")(error)
        elif isinstance(found, str):
            at += 1
        else:
            raise TypeError("character mapping must return integer, None or str")
        pieces.append(found)
    return "".join(pieces), len(data)


def charmap_encode(str, errors="strict", mapping=None, /):
    """The bytes of a text: each character is looked up in a mapping."""
    if mapping is None:
        return str.encode("latin-1", errors or "strict"), len(str)
    pieces, at = [], 0
    while at < len(str):
        piece = _encoded(mapping, str[at])
        if piece is not None:
            pieces.append(piece)
            at += 1
            continue
        end = at + 1
        while end < len(str) and _encoded(mapping, str[end]) is None:
            end += 1
        error = UnicodeEncodeError("charmap", str, at, end, "character maps to <undefined>")
        replacement, at = _codecs.lookup_error(errors or "strict")(error)
        if isinstance(replacement, bytes):
            pieces.append(replacement)
            continue
        for character in replacement:
            piece = _encoded(mapping, character)
            if piece is None:
                raise error
            pieces.append(piece)
    return b"".join(pieces), len(str)


def _encoded(mapping, character):
    try:
        found = mapping[ord(character)]
    except LookupError:
        return None
    if isinstance(found, int):
        if not 0 <= found < 256:
            raise TypeError("character mapping must be in range(256)")
        return bytes([found])
    if found is not None and not isinstance(found, bytes):
        raise TypeError(f"character mapping must return integer, bytes or None, not {type(found).__name__}")
    return found


_natives.natives(globals(), *__all__, module="_codecs")
