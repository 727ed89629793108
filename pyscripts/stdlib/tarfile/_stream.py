"""An archive that is read or written from front to back, perhaps packed: a pipe, a socket."""

from tarfile._info import BLOCKSIZE, CompressionError, ReadError, StreamError


def packing_of(start):
    """How data that starts so is packed."""
    if start.startswith(b"\x1f\x8b\x08"):
        return "gz"
    if start[:3] == b"BZh" and start[4:10] == b"1AY&SY":
        return "bz2"
    if start.startswith((b"\x5d\0\0\x80", b"\xfd7zXZ")):
        return "xz"
    return "tar"


class Stream:
    """A file with a place that only grows."""

    def __init__(self, name, mode, packing, fileobj, bufsize, compresslevel):
        self.name = name or ""
        self.mode = mode
        self.closed = False
        self._owns_file = fileobj is None
        self.fileobj = open(name, "rb" if mode == "r" else "wb") if fileobj is None else fileobj
        self._bufsize = bufsize
        self._place = 0
        self._start = b""
        try:
            if mode == "r":
                self._open_to_read(packing)
            else:
                self._open_to_write(packing, compresslevel)
        except:
            if self._owns_file:
                self.fileobj.close()
            self.closed = True
            raise

    def _open_to_read(self, packing):
        self._start = self.fileobj.read(BLOCKSIZE)
        found = packing_of(self._start)
        if packing == "*":
            packing = found
        self._unpacker = None
        self._rest = b""
        if packing == "gz":
            import zlib
            if found != "gz":
                raise ReadError("not a gzip file")
            self._unpacker = zlib.decompressobj(31)
            self._error = zlib.error
        elif packing == "bz2":
            import bz2
            self._unpacker = bz2.BZ2Decompressor()
            self._error = OSError
        elif packing == "xz":
            raise CompressionError("lzma module is not available")
        elif packing != "tar":
            raise CompressionError("unknown compression type %r" % packing)

    def _open_to_write(self, packing, level):
        self._packer = None
        self._pending = b""
        if packing == "gz":
            import zlib
            self._packer = zlib.compressobj(level, zlib.DEFLATED, 31)
        elif packing == "bz2":
            import bz2
            self._packer = bz2.BZ2Compressor(level)
        elif packing == "xz":
            raise CompressionError("lzma module is not available")
        elif packing != "tar":
            raise CompressionError("unknown compression type %r" % packing)

    def write(self, data):
        self._place += len(data)
        self._put(data if self._packer is None else self._packer.compress(data))

    def _put(self, data):
        """Writes in pieces of the size that was asked for."""
        self._pending += data
        while len(self._pending) > self._bufsize:
            self.fileobj.write(self._pending[:self._bufsize])
            self._pending = self._pending[self._bufsize:]

    def close(self):
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode == "w":
                if self._packer is not None:
                    self._pending += self._packer.flush()
                if self._pending:
                    self.fileobj.write(self._pending)
                    self._pending = b""
        finally:
            if self._owns_file:
                self.fileobj.close()

    def tell(self):
        return self._place

    def seek(self, place=0):
        """Goes forward."""
        if place < self._place:
            raise StreamError("seeking backwards is not allowed")
        while self._place < place and self.read(min(self._bufsize, place - self._place)):
            pass
        return self._place

    def read(self, size):
        parts, left = [self._rest], size - len(self._rest)
        while left > 0:
            data = self._next()
            if not data:
                break
            parts.append(data)
            left -= len(data)
        data = b"".join(parts)
        self._rest = data[size:]
        data = data[:size]
        self._place += len(data)
        return data

    def _next(self):
        """Some more of the unpacked data; nothing at the end."""
        while True:
            chunk, self._start = self._start or self.fileobj.read(self._bufsize), b""
            if not chunk:
                return b""
            if self._unpacker is None:
                return chunk
            if self._unpacker.eof:
                return b""
            try:
                data = self._unpacker.decompress(chunk)
            except self._error as problem:
                raise ReadError("invalid compressed data") from problem
            if data:
                return data
