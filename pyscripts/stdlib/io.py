"""Streams: the native classes and functions of `_io`, and the abstract classes that programs derive from or ask for.

Each abstract class is the native base plus an ABC, so that both `isinstance(open(...), io.TextIOBase)` and a class of
one's own on top of `io.RawIOBase` work.
"""

import _io
import abc
from _io import *

__all__ = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO",
    "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase",
    "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
    "text_encoding", "IncrementalNewlineDecoder",
]

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2

# Known to everyone as a class of this module.
UnsupportedOperation.__module__ = "io"


class IOBase(_io._IOBase, metaclass=abc.ABCMeta):
    __doc__ = _io._IOBase.__doc__


class RawIOBase(_io._RawIOBase, IOBase):
    __doc__ = _io._RawIOBase.__doc__


class BufferedIOBase(_io._BufferedIOBase, IOBase):
    __doc__ = _io._BufferedIOBase.__doc__


class TextIOBase(_io._TextIOBase, IOBase):
    __doc__ = _io._TextIOBase.__doc__


def _register(base, names):
    for name in names.split():
        if hasattr(_io, name):
            base.register(getattr(_io, name))


_register(RawIOBase, "FileIO")
_register(BufferedIOBase, "BytesIO BufferedReader BufferedWriter BufferedRandom BufferedRWPair")
_register(TextIOBase, "StringIO TextIOWrapper _StandardStream")
