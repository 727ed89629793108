"""Files and data in gzip's format."""

import builtins
import io
import os
import struct
import sys
import time
import zlib

from _compression import BUFFER_SIZE, BaseStream

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16

READ, WRITE = "rb", "wb"

_COMPRESS_LEVEL_FAST, _COMPRESS_LEVEL_TRADEOFF, _COMPRESS_LEVEL_BEST = 1, 6, 9

_TOO_SHORT = "Compressed file ended before the end-of-stream marker was reached"


class BadGzipFile(OSError):
    """The data is not in gzip's format, or is damaged."""


def open(filename, mode="rb", compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None, newline=None):
    """Opens a gzip file in binary or text mode."""
    if "t" in mode and "b" in mode:
        raise ValueError(f"Invalid mode: {mode!r}")
    if "t" not in mode:
        for name, value in ("encoding", encoding), ("errors", errors), ("newline", newline):
            if value is not None:
                raise ValueError(f"Argument {name!r} not supported in binary mode")
    plain = mode.replace("t", "")
    if isinstance(filename, (str, bytes, os.PathLike)):
        file = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    if "t" in mode:
        return io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
    return file


def _header(level, mtime, name=b""):
    """The bytes before packed data."""
    speed = {_COMPRESS_LEVEL_BEST: 2, _COMPRESS_LEVEL_FAST: 4}.get(level, 0)
    flags = FNAME if name else 0
    fixed = struct.pack("<BBBBLBB", 0x1F, 0x8B, 8, flags, int(mtime), speed, 255)
    return fixed + (name + b"\0" if name else b"")


class GzipFile(BaseStream):
    """A gzip file, read and written as if it were not packed."""

    myfileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None, mtime=None):
        self.mode = None
        self.fileobj = None
        self._buffer = None
        if mode and ("t" in mode or "U" in mode):
            raise ValueError(f"Invalid mode: {mode!r}")
        if mode and "b" not in mode:
            mode += "b"
        try:
            if fileobj is None:
                fileobj = self.myfileobj = builtins.open(filename, mode or "rb")
            if filename is None:
                filename = getattr(fileobj, "name", "")
                if not isinstance(filename, (str, bytes)):
                    filename = ""
            else:
                filename = os.fspath(filename)
            if mode is None:
                mode = getattr(fileobj, "mode", "rb")
            if mode.startswith("r"):
                self._start_reading(filename, fileobj)
            elif mode.startswith(("w", "a", "x")):
                self._start_writing(filename, fileobj, compresslevel, mtime)
            else:
                raise ValueError(f"Invalid mode: {mode!r}")
        except:
            if self.myfileobj is not None:
                self.myfileobj.close()
                self.myfileobj = None
            raise

    def _start_reading(self, name, fileobj):
        self.mode = READ
        self.raw = _GzipReader(fileobj)
        self._buffer = io.BufferedReader(self.raw)
        self.name = name
        self.fileobj = fileobj

    def _start_writing(self, name, fileobj, level, mtime):
        self.mode = WRITE
        self.name = name
        self.crc = zlib.crc32(b"")
        self.size = 0
        self.compress = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
        self._write_mtime = mtime
        self._level = level
        fileobj.write(_header(level, time.time() if mtime is None else mtime, self._stored_name()))
        self.fileobj = fileobj

    def _stored_name(self):
        """The name for the header, without .gz; none where the format has no letters for it."""
        name = os.path.basename(self.name)
        try:
            if not isinstance(name, bytes):
                name = name.encode("latin-1")
        except UnicodeEncodeError:
            return b""
        return name.removesuffix(b".gz")

    def __repr__(self):
        return f"<gzip {self.fileobj!r} {hex(id(self))}>"

    @property
    def mtime(self):
        """The time that the header last read tells."""
        return self.raw._last_mtime

    def _check_not_closed(self):
        if self.fileobj is None:
            raise ValueError("I/O operation on closed file")

    def write(self, data):
        """Packs and writes data; the number of bytes that were given."""
        self._check_not_closed()
        if self.mode != WRITE:
            import errno
            raise OSError(errno.EBADF, "write() on read-only GzipFile object")
        length = len(data) if isinstance(data, (bytes, bytearray)) else memoryview(data).nbytes
        if length:
            self.fileobj.write(self.compress.compress(data))
            self.size += length
            self.crc = zlib.crc32(data, self.crc)
        return length

    def _check_reading(self, what):
        self._check_not_closed()
        if self.mode != READ:
            import errno
            raise OSError(errno.EBADF, f"{what}() on write-only GzipFile object")

    def read(self, size=-1):
        self._check_reading("read")
        return self._buffer.read(size)

    def read1(self, size=-1):
        self._check_reading("read1")
        return self._buffer.read1(io.DEFAULT_BUFFER_SIZE if size < 0 else size)

    def peek(self, n):
        """Bytes that come next, without going past them."""
        self._check_reading("peek")
        return self._buffer.peek(n)

    @property
    def closed(self):
        """Whether the file is closed."""
        return self.fileobj is None

    def close(self):
        """Writes what is left; closes the file beneath, if this object opened it."""
        fileobj = self.fileobj
        if fileobj is None:
            return
        try:
            if self.mode == WRITE:
                fileobj.write(self.compress.flush())
                fileobj.write(struct.pack("<LL", self.crc, self.size & 0xFFFFFFFF))
            else:
                self._buffer.close()
        finally:
            self.fileobj = None
            if self.myfileobj is not None:
                mine, self.myfileobj = self.myfileobj, None
                mine.close()

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        """Writes what has been packed so far."""
        self._check_not_closed()
        if self.mode == WRITE:
            self.fileobj.write(self.compress.flush(zlib_mode))
            self.fileobj.flush()

    def fileno(self):
        """The number of the file beneath."""
        return self.fileobj.fileno()

    def rewind(self):
        """Goes back to the start of a file that is read."""
        if self.mode != READ:
            raise OSError("Can't rewind in write mode")
        self._buffer.seek(0)

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def tell(self):
        self._check_not_closed()
        return self._buffer.tell() if self.mode == READ else self.size

    def seek(self, offset, whence=io.SEEK_SET):
        """Goes to a place; in a file that is written only forward, and zeros fill the gap."""
        self._check_not_closed()
        if self.mode == READ:
            return self._buffer.seek(offset, whence)
        if whence == io.SEEK_CUR:
            offset += self.size
        elif whence != io.SEEK_SET:
            raise ValueError("Seek from end not supported")
        if offset < self.size:
            raise OSError("Negative seek in write mode")
        while self.size < offset:
            self.write(bytes(min(offset - self.size, BUFFER_SIZE)))
        return offset

    def readline(self, size=-1):
        self._check_not_closed()
        return self._buffer.readline(size)


class _Source:
    """A file of which a piece can be given back."""

    def __init__(self, fp):
        self.fp = fp
        self.pushed = b""

    def read(self, size):
        if not self.pushed:
            return self.fp.read(size)
        data, self.pushed = self.pushed[:size], self.pushed[size:]
        return data

    def exactly(self, size):
        """So many bytes, or an EOFError."""
        data = self.read(size)
        while len(data) < size:
            more = self.read(size - len(data))
            if not more:
                raise EOFError(_TOO_SHORT)
            data += more
        return data

    def until_zero(self):
        """Goes past the next zero byte."""
        while True:
            byte = self.read(1)
            if not byte or byte == b"\0":
                return

    def push(self, data):
        self.pushed = data + self.pushed


def _read_header(source):
    """Goes past a header; the time in it, or None where the file ends instead."""
    magic = source.read(2)
    if magic == b"":
        return None
    if magic != b"\x1f\x8b":
        raise BadGzipFile(f"Not a gzipped file ({magic!r})")
    method, flags, mtime = struct.unpack("<BBIxx", source.exactly(8))
    if method != 8:
        raise BadGzipFile("Unknown compression method")
    if flags & FEXTRA:
        length, = struct.unpack("<H", source.exactly(2))
        source.exactly(length)
    if flags & FNAME:
        source.until_zero()
    if flags & FCOMMENT:
        source.until_zero()
    if flags & FHCRC:
        source.exactly(2)
    return mtime


class _GzipReader(io.RawIOBase):
    """The unpacked contents of a gzip file, member after member."""

    def __init__(self, fp):
        self._file = fp
        self._last_mtime = None
        self._restart()

    def _restart(self):
        self._fp = _Source(self._file)
        self._pos = 0
        self._end = False
        self._unpacker = None

    def readable(self):
        return True

    def seekable(self):
        return self._file.seekable()

    def readinto(self, b):
        with memoryview(b) as view, view.cast("B") as byte_view:
            data = self.read(len(byte_view))
            byte_view[:len(data)] = data
        return len(data)

    def readall(self):
        chunks = []
        while chunk := self.read(1 << 18):
            chunks.append(chunk)
        return b"".join(chunks)

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        if not size:
            return b""
        while not self._end:
            if self._unpacker is None and not self._start_member():
                break
            data = self._unpack(size)
            if self._unpacker.eof:
                self._finish_member()
            if data:
                self._pos += len(data)
                return data
        return b""

    def _start_member(self):
        """Reads a header, if there is one more."""
        mtime = _read_header(self._fp)
        if mtime is None:
            self._end = True
            return False
        self._last_mtime = mtime
        self._unpacker = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        self._crc = zlib.crc32(b"")
        self._stream_size = 0
        return True

    def _unpack(self, size):
        chunk = self._unpacker.unconsumed_tail or self._fp.read(max(BUFFER_SIZE, 1 << 17))
        data = self._unpacker.decompress(chunk, size)
        if not chunk and not data:
            raise EOFError(_TOO_SHORT)
        self._crc = zlib.crc32(data, self._crc)
        self._stream_size += len(data)
        return data

    def _finish_member(self):
        """Checks what the trailer tells; goes past the zeros that may follow."""
        self._fp.push(self._unpacker.unused_data)
        self._unpacker = None
        crc, size = struct.unpack("<II", self._fp.exactly(8))
        if crc != self._crc:
            raise BadGzipFile(f"CRC check failed {hex(crc)} != {hex(self._crc)}")
        if size != self._stream_size & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")
        while (byte := self._fp.read(1)) == b"\0":
            pass
        self._fp.push(byte)

    def seek(self, offset, whence=io.SEEK_SET):
        """Goes forward by reading, and backward by starting again."""
        if whence == io.SEEK_CUR:
            offset += self._pos
        elif whence == io.SEEK_END:
            while self.read(BUFFER_SIZE):
                pass
            offset += self._pos
        elif whence != io.SEEK_SET:
            raise ValueError(f"Invalid value for whence: {whence}")
        if offset < self._pos:
            self._file.seek(0)
            self._restart()
        while self._pos < offset and self.read(min(BUFFER_SIZE, offset - self._pos)):
            pass
        return self._pos

    def tell(self):
        return self._pos


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=None):
    """Data packed in one go."""
    packed = zlib.compress(data, compresslevel, -zlib.MAX_WBITS)
    header = _header(compresslevel, time.time() if mtime is None else mtime)
    return header + packed + struct.pack("<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def decompress(data):
    """Data unpacked in one go: all the members in it."""
    members = []
    fp = io.BytesIO(data)
    while _read_header(_Source(fp)) is not None:
        unpacker = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        member = unpacker.decompress(data[fp.tell():])
        if not unpacker.eof or len(unpacker.unused_data) < 8:
            raise EOFError(_TOO_SHORT)
        crc, length = struct.unpack("<II", unpacker.unused_data[:8])
        if crc != zlib.crc32(member):
            raise BadGzipFile("CRC check failed")
        if length != len(member) & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")
        members.append(member)
        data = unpacker.unused_data[8:].lstrip(b"\0")
        fp = io.BytesIO(data)
    return b"".join(members)


def main():
    """The command line: packs, or with -d unpacks, the named files."""
    from argparse import ArgumentParser

    parser = ArgumentParser(
        description="A simple command line interface for the gzip module: act like gzip, but do not delete the input file."
    )
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--fast", action="store_true", help="compress faster")
    group.add_argument("--best", action="store_true", help="compress better")
    group.add_argument("-d", "--decompress", action="store_true", help="act like gunzip instead of gzip")
    parser.add_argument("args", nargs="*", default=["-"], metavar="file")
    args = parser.parse_args()
    level = _COMPRESS_LEVEL_FAST if args.fast else _COMPRESS_LEVEL_BEST if args.best else _COMPRESS_LEVEL_TRADEOFF
    for name in args.args:
        _act(name, args.decompress, level)


def _act(name, unpack, level):
    """Does one file of the command line."""
    if name == "-":
        source = GzipFile(filename="", mode="rb", fileobj=sys.stdin.buffer) if unpack else sys.stdin.buffer
        target = sys.stdout.buffer
        if not unpack:
            target = GzipFile(filename="", mode="wb", fileobj=target, compresslevel=level)
    elif unpack:
        if not name.endswith(".gz"):
            sys.exit(f"filename doesn't end in .gz: {name!r}")
        source, target = open(name, "rb"), builtins.open(name[:-3], "wb")
    else:
        source, target = builtins.open(name, "rb"), open(name + ".gz", "wb", level)
    while chunk := source.read(BUFFER_SIZE):
        target.write(chunk)
    if source is not sys.stdin.buffer:
        source.close()
    if target is not sys.stdout.buffer:
        target.close()


if __name__ == "__main__":
    main()
