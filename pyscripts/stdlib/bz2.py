"""Files and data packed with bzip2; the streams themselves are native."""

import builtins
import io
import os

from _bz2 import BZ2Compressor, BZ2Decompressor
from _compression import BaseStream, DecompressReader

__all__ = ["BZ2File", "BZ2Compressor", "BZ2Decompressor", "open", "compress", "decompress"]


class BZ2File(BaseStream):
    """A file of data packed with bzip2, read and written as if it were not packed."""

    def __init__(self, filename, mode="r", *, compresslevel=9):
        self._fp = None
        self._buffer = None
        self._compressor = None
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        plain = mode.replace("b", "", 1) or "r"
        if plain not in ("r", "w", "a", "x") or "t" in mode:
            raise ValueError(f"Invalid mode: {mode!r}")
        if isinstance(filename, (str, bytes, os.PathLike)):
            self._fp = builtins.open(filename, plain + "b")
            self._owns_file = True
        elif hasattr(filename, "read") or hasattr(filename, "write"):
            self._fp = filename
            self._owns_file = False
        else:
            raise TypeError("filename must be a str, bytes, file or PathLike object")
        self._mode = "rb" if plain == "r" else "wb"
        if plain == "r":
            self._buffer = io.BufferedReader(DecompressReader(self._fp, BZ2Decompressor, trailing_error=OSError))
        else:
            self._compressor = BZ2Compressor(compresslevel)
            self._written = 0

    def close(self):
        """Writes what is left; closes the file, if this object opened it. May be called again."""
        fp, self._fp = self._fp, None
        if fp is None:
            return
        try:
            if self._compressor is not None:
                fp.write(self._compressor.flush())
                self._compressor = None
            else:
                self._buffer.close()
                self._buffer = None
        finally:
            if self._owns_file:
                fp.close()

    @property
    def closed(self):
        """Whether the file is closed."""
        return self._fp is None

    @property
    def name(self):
        """The name of the file beneath."""
        self._check_not_closed()
        return self._fp.name

    @property
    def mode(self):
        """'rb' or 'wb'."""
        return self._mode

    def fileno(self):
        self._check_not_closed()
        return self._fp.fileno()

    def seekable(self):
        return self.readable() and self._buffer.seekable()

    def readable(self):
        self._check_not_closed()
        return self._buffer is not None

    def writable(self):
        self._check_not_closed()
        return self._compressor is not None

    def peek(self, n=0):
        """Bytes that come next, without going past them."""
        self._check_can_read()
        return self._buffer.peek(n)

    def read(self, size=-1):
        self._check_can_read()
        return self._buffer.read(size)

    def read1(self, size=-1):
        self._check_can_read()
        return self._buffer.read1(io.DEFAULT_BUFFER_SIZE if size < 0 else size)

    def readinto(self, b):
        self._check_can_read()
        return self._buffer.readinto(b)

    def readline(self, size=-1):
        self._check_can_read()
        return self._buffer.readline(size)

    def __iter__(self):
        self._check_can_read()
        return self._buffer.__iter__()

    def readlines(self, size=-1):
        self._check_can_read()
        return self._buffer.readlines(size)

    def write(self, data):
        """Packs and writes data; the number of bytes that were given."""
        self._check_can_write()
        length = len(data) if isinstance(data, (bytes, bytearray)) else memoryview(data).nbytes
        self._fp.write(self._compressor.compress(data))
        self._written += length
        return length

    def writelines(self, seq):
        for line in seq:
            self.write(line)

    def seek(self, offset, whence=io.SEEK_SET):
        self._check_can_seek()
        return self._buffer.seek(offset, whence)

    def tell(self):
        self._check_not_closed()
        return self._written if self._buffer is None else self._buffer.tell()


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """Opens a file packed with bzip2 in binary or text mode."""
    if "t" in mode and "b" in mode:
        raise ValueError(f"Invalid mode: {mode!r}")
    if "t" not in mode:
        for name, value in ("encoding", encoding), ("errors", errors), ("newline", newline):
            if value is not None:
                raise ValueError(f"Argument {name!r} not supported in binary mode")
    file = BZ2File(filename, mode.replace("t", ""), compresslevel=compresslevel)
    if "t" in mode:
        return io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
    return file


def compress(data, compresslevel=9):
    """Data packed in one go."""
    compressor = BZ2Compressor(compresslevel)
    return compressor.compress(data) + compressor.flush()


def decompress(data):
    """Data unpacked in one go: all the streams in it."""
    results = []
    while data:
        decompressor = BZ2Decompressor()
        try:
            result = decompressor.decompress(data)
        except OSError:
            if results:
                break  # what follows the last stream is no stream
            raise
        results.append(result)
        if not decompressor.eof:
            raise ValueError("Compressed data ended before the end-of-stream marker was reached")
        data = decompressor.unused_data
    return b"".join(results)
