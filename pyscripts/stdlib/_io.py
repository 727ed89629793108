"""Streams, and open()."""

import posix
import sys
from _imp import tell_module
from builtins import open

from _io_base import (
    DEFAULT_BUFFER_SIZE, FileIO, UnsupportedOperation, _BufferedIOBase, _IOBase, _RawIOBase,
)
from _io_buffered import BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter
from _io_text import IncrementalNewlineDecoder, TextIOWrapper, _TextIOBase
from _memory_streams import BytesIO, StringIO

__native_in_cpython__ = True

BlockingIOError = BlockingIOError
_StandardStream = next((type(stream) for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__)
                        if stream is not None), TextIOWrapper)

for _class in (FileIO, BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter,
               IncrementalNewlineDecoder, TextIOWrapper, _IOBase, _RawIOBase, _BufferedIOBase, _TextIOBase):
    _class.__module__ = "_io"
    tell_module(_class)
UnsupportedOperation.__module__ = "io"


def text_encoding(encoding, stacklevel=2, /):
    return "locale" if encoding is None else encoding


def open_code(path):
    return open(path, "rb")


def _open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Open file and return a stream.  Raise OSError upon failure."""
    if not isinstance(file, int):
        file = posix.fspath(file)
        if ("\0" if isinstance(file, str) else b"\0") in file:
            raise ValueError("embedded null byte")
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    kinds = set(mode)
    if kinds - set("axrwb+t") or len(mode) > len(kinds):
        raise ValueError(f"invalid mode: {mode!r}")
    binary, text, updating = "b" in kinds, "t" in kinds, "+" in kinds
    if binary and text:
        raise ValueError("can't have text and binary mode at once")
    if len(kinds & set("axrw")) != 1:
        most = " and at most one plus" if not kinds & set("axrw") else ""
        raise ValueError(f"{'M' if most else 'm'}ust have exactly one of create/read/write/append mode{most}")
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    raw = FileIO(file, mode.replace("b", "").replace("t", ""), closefd, opener)
    try:
        lines = buffering == 1 or buffering < 0 and raw.isatty()
        if buffering == 0:
            if binary:
                return raw
            raise ValueError("can't have unbuffered text I/O")
        size = buffering if buffering > 1 else DEFAULT_BUFFER_SIZE
        if updating:
            buffer = BufferedRandom(raw, size)
        elif "r" in kinds:
            buffer = BufferedReader(raw, size)
        else:
            buffer = BufferedWriter(raw, size)
        if binary:
            return buffer
        stream = TextIOWrapper(buffer, encoding, errors, newline, lines)
        stream.mode = mode
        return stream
    except BaseException:
        raw.close()
        raise


_open.__name__ = _open.__qualname__ = "open"


def _standard(descriptor, name, mode, ahead, errors, line_buffering, write_through):
    """A standard stream in all its layers; `ahead` are bytes that were read already."""
    raw = FileIO(descriptor, mode, closefd=False)
    raw.name = name
    if mode == "r":
        buffer = BufferedReader(raw)
        buffer._ahead = ahead
        newline = None
    else:
        buffer = BufferedWriter(raw)
        newline = "\n"
    stream = TextIOWrapper(buffer, "utf-8", errors, newline, line_buffering, write_through)
    stream.mode = mode
    return stream
