"""What gzip and bz2 files share: reading packed data as a raw stream, and the duties of a file that wraps another."""

import io

BUFFER_SIZE = io.DEFAULT_BUFFER_SIZE


class BaseStream(io.BufferedIOBase):
    """Refuses what the mode of a file does not allow."""

    def _check_not_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _check_can_read(self):
        if not self.readable():
            raise io.UnsupportedOperation("File not open for reading")

    def _check_can_write(self):
        if not self.writable():
            raise io.UnsupportedOperation("File not open for writing")

    def _check_can_seek(self):
        if not self.readable():
            raise io.UnsupportedOperation("Seeking is only supported on files open for reading")
        if not self.seekable():
            raise io.UnsupportedOperation("The underlying file object does not support seeking")


class DecompressReader(io.RawIOBase):
    """The unpacked contents of a file of packed streams, one after another."""

    def __init__(self, fp, decomp_factory, trailing_error=(), **decomp_args):
        self._fp = fp
        self._eof = False
        self._pos = 0
        self._size = -1
        self._decomp_factory = decomp_factory
        self._decomp_args = decomp_args
        self._decompressor = decomp_factory(**decomp_args)
        self._trailing_error = trailing_error

    def readable(self):
        return True

    def close(self):
        self._decompressor = None
        return super().close()

    def seekable(self):
        return self._fp.seekable()

    def readinto(self, b):
        with memoryview(b) as view, view.cast("B") as byte_view:
            data = self.read(len(byte_view))
            byte_view[:len(data)] = data
        return len(data)

    def read(self, size=-1):
        """At most so many bytes; all that is left without a size."""
        if size is None or size < 0:
            return self.readall()
        if size == 0 or self._eof:
            return b""
        while True:
            data = self._step(size)
            if data is None:
                self._eof = True
                self._size = self._pos
                return b""
            if data:
                self._pos += len(data)
                return data

    def _step(self, size):
        """What the next step of unpacking gives, which may be nothing; None at the end."""
        if not self._decompressor.eof:
            chunk = b""
            if self._decompressor.needs_input:
                chunk = self._fp.read(BUFFER_SIZE)
                if not chunk:
                    raise EOFError("Compressed file ended before the end-of-stream marker was reached")
            return self._decompressor.decompress(chunk, size)
        chunk = self._decompressor.unused_data or self._fp.read(BUFFER_SIZE)
        if not chunk:
            return None
        self._decompressor = self._decomp_factory(**self._decomp_args)
        try:
            return self._decompressor.decompress(chunk, size)
        except self._trailing_error:
            return None  # whatever follows the last stream is no stream, and is let be

    def readall(self):
        """All that is left."""
        chunks = []
        while chunk := self.read(max(BUFFER_SIZE, 1 << 18)):
            chunks.append(chunk)
        return b"".join(chunks)

    def _rewind(self):
        self._fp.seek(0)
        self._eof = False
        self._pos = 0
        self._decompressor = self._decomp_factory(**self._decomp_args)

    def seek(self, offset, whence=io.SEEK_SET):
        """Goes forward by reading, and backward by starting again."""
        if whence == io.SEEK_CUR:
            offset += self._pos
        elif whence == io.SEEK_END:
            if self._size < 0:
                while self.read(BUFFER_SIZE):
                    pass
            offset += self._size
        elif whence != io.SEEK_SET:
            raise ValueError(f"Invalid value for whence: {whence}")
        if offset < self._pos:
            self._rewind()
        while self._pos < offset and self.read(min(BUFFER_SIZE, offset - self._pos)):
            pass
        return self._pos

    def tell(self):
        return self._pos
