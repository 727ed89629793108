"""Reading and writing the data of one member."""

import io
import struct
import zlib

from zipfile._format import (
    DATA_DESCRIPTOR, DESCRIPTOR_MAGIC, ZIP64_LIMIT, ZIP_STORED, BadZipFile, compressor, decompressor,
)


class SharedFile:
    """The archive's file, of which several members may be read at once: each remembers its own place."""

    def __init__(self, file, place, close, lock, is_writing):
        self._file = file
        self._place = place
        self._close = close
        self._lock = lock
        self._is_writing = is_writing
        self.seekable = file.seekable

    def tell(self):
        return self._place

    def _check(self):
        if self._is_writing():
            raise ValueError(
                "Can't read from the ZIP file while there is an open writing handle on it. Close the writing handle "
                "before trying to read."
            )

    def seek(self, offset, whence=0):
        with self._lock:
            self._check()
            self._file.seek(self._place + offset if whence == 1 else offset, 0 if whence == 1 else whence)
            self._place = self._file.tell()
            return self._place

    def read(self, size=-1):
        with self._lock:
            self._check()
            self._file.seek(self._place)
            data = self._file.read(size)
            self._place = self._file.tell()
            return data

    def close(self):
        if self._file is not None:
            file, self._file = self._file, None
            self._close(file)


def _crc_step(crc, byte):
    """A CRC-32 after one more byte, without the inversions before and after."""
    return zlib.crc32(bytes((byte,)), crc ^ 0xFFFFFFFF) ^ 0xFFFFFFFF


class Decrypter:
    """PKWARE's traditional encryption, as APPNOTE 6.1 tells it: three keys that each byte of the text changes."""

    def __init__(self, password):
        self._keys = (0x12345678, 0x23456789, 0x34567890)
        for byte in password:
            self._update(byte)

    def _update(self, byte):
        first, second, third = self._keys
        first = _crc_step(first, byte)
        second = ((second + (first & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        self._keys = first, second, _crc_step(third, second >> 24)

    def __call__(self, data):
        result = bytearray()
        for byte in data:
            mask = self._keys[2] | 2
            byte ^= (mask * (mask ^ 1)) >> 8 & 0xFF
            self._update(byte)
            result.append(byte)
        return bytes(result)


class ZipExtFile(io.BufferedIOBase):
    """A member that is being read."""

    MAX_N = 1 << 31 - 1
    MIN_READ_SIZE = 4096
    MAX_SEEK_READ = 1 << 24

    def __init__(self, fileobj, mode, zipinfo, pwd=None, close_fileobj=False):
        self._fileobj = fileobj
        self._pwd = pwd
        self._close_fileobj = close_fileobj
        self._info = zipinfo
        self._compress_type = zipinfo.compress_type
        self.newlines = None
        self.mode = "rb"
        self.name = zipinfo.filename
        self._expected_crc = getattr(zipinfo, "CRC", None)
        self._seekable = fileobj.seekable()
        self._start = fileobj.tell() if self._seekable else None
        self._restart()

    def _restart(self):
        """Goes to the start of the data."""
        self._decompressor = decompressor(self._compress_type)
        self._left_packed = self._info.compress_size
        self._left = self._info.file_size
        self._running_crc = 0
        self._buffer = b""
        self._offset = 0
        self._eof = False
        self._decrypter = None
        if self._pwd:
            self._start_decrypting()

    def _start_decrypting(self):
        self._decrypter = Decrypter(self._pwd)
        header = self._decrypter(self._fileobj.read(12))
        self._left_packed -= 12
        info = self._info
        check = info._raw_time >> 8 & 0xFF if info.flag_bits & DATA_DESCRIPTOR else info.CRC >> 24 & 0xFF
        if header[11] != check:
            raise RuntimeError(f"Bad password for file {info.orig_filename!r}")

    def __repr__(self):
        parts = [f"<{self.__class__.__module__}.{self.__class__.__qualname__}"]
        if self.closed:
            parts.append("[closed]")
        else:
            parts.append(f"name={self.name!r}")
            if self._compress_type != ZIP_STORED:
                from zipfile._format import COMPRESSOR_NAMES
                parts.append(f"compress_type={COMPRESSOR_NAMES.get(self._compress_type, self._compress_type)}")
        return " ".join(parts) + ">"

    def readable(self):
        self._check_closed()
        return True

    def seekable(self):
        self._check_closed()
        return self._seekable

    def _check_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _fill(self, size):
        """Unpacks some more into the empty buffer; false at the end."""
        while not self._eof:
            data = self._unpack(size)
            data = data[:self._left]
            self._left -= len(data)
            if self._left <= 0:
                self._eof = True
            self._update_crc(data)
            if data:
                self._buffer, self._offset = data, 0
                return True
        return False

    def _unpack(self, size):
        """What the next step of unpacking gives, which may be nothing."""
        unpacker = self._decompressor
        if unpacker is None:
            data = self._read_packed(max(size, self.MIN_READ_SIZE))
            self._eof = self._left_packed <= 0
            return data
        size = max(size, self.MIN_READ_SIZE)
        if hasattr(unpacker, "needs_input"):
            chunk = self._read_packed(size) if unpacker.needs_input else b""
            data = unpacker.decompress(chunk, size)
            self._eof = unpacker.eof or self._left_packed <= 0 and unpacker.needs_input
            return data
        data = unpacker.decompress(unpacker.unconsumed_tail or self._read_packed(size), size)
        self._eof = unpacker.eof or self._left_packed <= 0 and not unpacker.unconsumed_tail
        if self._eof:
            data += unpacker.flush()
        return data

    def _read_packed(self, size):
        if self._left_packed <= 0:
            return b""
        data = self._fileobj.read(min(size, self._left_packed))
        self._left_packed -= len(data)
        if not data:
            raise EOFError
        return data if self._decrypter is None else self._decrypter(data)

    def _update_crc(self, data):
        if self._expected_crc is None:
            return
        self._running_crc = zlib.crc32(data, self._running_crc)
        if self._eof and self._running_crc != self._expected_crc:
            raise BadZipFile(f"Bad CRC-32 for file {self.name!r}")

    def _take(self, size):
        """At most so many bytes of the buffer."""
        data = self._buffer[self._offset:self._offset + size]
        self._offset += len(data)
        return data

    def read(self, n=-1):
        """So many bytes, or all that are left."""
        self._check_closed()
        chunks = []
        if n is None or n < 0:
            chunks.append(self._buffer[self._offset:])
            self._buffer, self._offset = b"", 0
            while self._fill(1 << 18):
                chunks.append(self._buffer)
                self._buffer = b""
            return b"".join(chunks)
        while n > 0:
            if self._offset >= len(self._buffer) and not self._fill(n):
                break
            chunk = self._take(n)
            chunks.append(chunk)
            n -= len(chunk)
        return b"".join(chunks)

    def read1(self, n=-1):
        """At most so many bytes, with one step of unpacking."""
        self._check_closed()
        size = self.MAX_N if n is None or n < 0 else n
        if size and self._offset >= len(self._buffer):
            self._fill(min(size, 1 << 18))
        return self._take(size)

    def peek(self, n=1):
        """Bytes that come next, without going past them."""
        if n > len(self._buffer) - self._offset:
            place = self._buffer[self._offset:]
            if self._fill(n):
                self._buffer = place + self._buffer
            else:
                self._buffer = place
            self._offset = 0
        return self._buffer[self._offset:self._offset + 512]

    def readline(self, limit=-1):
        """A line, or at most so many bytes of it."""
        self._check_closed()
        parts, left = [], limit if limit is not None and limit >= 0 else None
        while left is None or left > 0:
            if self._offset >= len(self._buffer) and not self._fill(self.MIN_READ_SIZE):
                break
            end = self._buffer.find(b"\n", self._offset)
            size = (len(self._buffer) if end < 0 else end + 1) - self._offset
            if left is not None:
                size = min(size, left)
                left -= size
            parts.append(self._take(size))
            if parts[-1].endswith(b"\n"):
                break
        return b"".join(parts)

    def seek(self, offset, whence=0):
        """Goes forward by reading, and backward by starting again."""
        self._check_closed()
        if not self._seekable:
            raise io.UnsupportedOperation("underlying stream is not seekable")
        here = self.tell()
        if whence == 0:
            place = offset
        elif whence == 1:
            place = here + offset
        elif whence == 2:
            place = self._info.file_size + offset
        else:
            raise ValueError("whence must be os.SEEK_SET (0), os.SEEK_CUR (1), or os.SEEK_END (2)")
        place = min(max(place, 0), self._info.file_size)
        if place < here:
            self._fileobj.seek(self._start)
            self._restart()
            here = 0
        while here < place:
            read = len(self.read(min(self.MAX_SEEK_READ, place - here)))
            if not read:
                break
            here += read
        return self.tell()

    def tell(self):
        self._check_closed()
        if not self._seekable:
            raise io.UnsupportedOperation("underlying stream is not seekable")
        return self._info.file_size - self._left - (len(self._buffer) - self._offset)

    def close(self):
        try:
            if self._close_fileobj:
                self._fileobj.close()
        finally:
            super().close()


class MemberWriter(io.BufferedIOBase):
    """A member that is being written."""

    def __init__(self, archive, info, zip64):
        self._info = info
        self._zip64 = zip64
        self._archive = archive
        self._compressor = compressor(info.compress_type, info.compress_level)
        self._file_size = 0
        self._compress_size = 0
        self._crc = 0
        self.name = info.filename
        self.mode = "wb"

    def writable(self):
        return True

    def write(self, data):
        """Packs and writes data; the number of bytes that were given."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        length = len(data) if isinstance(data, (bytes, bytearray)) else memoryview(data).nbytes
        self._file_size += length
        self._crc = zlib.crc32(data, self._crc)
        self._put(data if self._compressor is None else self._compressor.compress(data), length)
        return length

    def _put(self, packed, length=None):
        self._compress_size += length if self._compressor is None else len(packed)
        self._archive.fp.write(packed)

    def close(self):
        """Writes what is left, and the sizes: before the data if the file can seek, behind it otherwise."""
        if self.closed:
            return
        try:
            super().close()
            if self._compressor is not None:
                self._put(self._compressor.flush())
            info, archive = self._info, self._archive
            info.compress_size, info.file_size, info.CRC = self._compress_size, self._file_size, self._crc
            if not self._zip64 and max(self._file_size, self._compress_size) > ZIP64_LIMIT:
                what = "File size" if self._file_size > ZIP64_LIMIT else "Compressed size"
                raise RuntimeError(f"{what} too large, try using force_zip64")
            if info.flag_bits & DATA_DESCRIPTOR:
                form = "<4sLQQ" if self._zip64 else "<4sLLL"
                archive.fp.write(struct.pack(form, DESCRIPTOR_MAGIC, info.CRC, info.compress_size, info.file_size))
                archive.start_dir = archive.fp.tell()
            else:
                archive.start_dir = archive.fp.tell()
                archive.fp.seek(info.header_offset)
                archive.fp.write(info.FileHeader(self._zip64))
                archive.fp.seek(archive.start_dir)
            archive.filelist.append(info)
            archive.NameToInfo[info.filename] = info
        finally:
            self._archive._writing = False
