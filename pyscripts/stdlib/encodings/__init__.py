"""Names of encodings. The encodings themselves are part of the interpreter."""

import codecs

from encodings import aliases

__all__ = ["CodecRegistryError", "normalize_encoding", "search_function"]


class CodecRegistryError(LookupError, SystemError):
    """An encoding is registered in a way that makes no sense."""


def normalize_encoding(encoding):
    """A name with one underscore for whatever is neither letter nor digit nor dot."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    pieces, gap = [], False
    for character in encoding:
        if character.isalnum() or character == ".":
            if gap and pieces:
                pieces.append("_")
            if character.isascii():
                pieces.append(character)
            gap = False
        else:
            gap = True
    return "".join(pieces)


def search_function(encoding):
    """What codecs.lookup() finds, or None."""
    try:
        return codecs.lookup(encoding)
    except LookupError:
        return None
