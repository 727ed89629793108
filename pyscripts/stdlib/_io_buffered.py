"""Buffers before files: for reading, for writing, for both."""

from _io_base import DEFAULT_BUFFER_SIZE, UnsupportedOperation, _BufferedIOBase, _Field, _no_state

__native_in_cpython__ = True


class _Buffered(_BufferedIOBase):
    __getstate__ = _no_state
    raw = _Field()

    def _dealloc_warn(self, source):
        warn = getattr(self.raw, "_dealloc_warn", None)
        if warn is not None:
            warn(source)

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("invalid buffer size")
        self.raw, self._size = raw, buffer_size
        # What was read and not yet asked for, from `_at` on; what was written and has not yet gone out.
        self._ahead, self._at, self._behind = b"", 0, bytearray()

    @property
    def closed(self):
        return self.raw is None or self.raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def _check_closed(self):
        if self.raw is None:
            raise ValueError("raw stream has been detached")
        if self.raw.closed:
            raise ValueError(f"{self._closed_message} of closed file")

    _closed_message = "I/O operation"

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def flush(self):
        if self.raw.closed:
            raise ValueError("flush of closed file")
        while self._behind:
            written = self.raw.write(bytes(self._behind))
            if written is None:
                raise BlockingIOError(11, "write could not complete without blocking", 0)
            del self._behind[:written]

    def close(self):
        if self.raw is not None and not self.raw.closed:
            try:
                self.flush()
            finally:
                self.raw.close()

    def detach(self):
        self.flush()
        raw, self.raw = self.raw, None
        return raw

    def _forget(self):
        """Moves the file back to where the reader is."""
        left = len(self._ahead) - self._at
        if left:
            self.raw.seek(-left, 1)
        self._ahead, self._at = b"", 0

    def seek(self, offset, whence=0, /):
        self._check_closed()
        self.flush()
        self._forget()
        return self.raw.seek(offset, whence)

    def tell(self):
        self._check_closed()
        return self.raw.tell() - (len(self._ahead) - self._at) + len(self._behind)

    def truncate(self, size=None, /):
        self._check_closed()
        self.flush()
        if size is None:
            size = self.tell()
        return self.raw.truncate(size)

    def __repr__(self):
        kind = type(self).__name__
        name = getattr(self.raw, "name", None)
        return f"<_io.{kind}>" if name is None else f"<_io.{kind} name={name!r}>"

    def _read(self, size=-1):
        if self.raw.closed:
            raise ValueError("read of closed file")
        if self._behind:
            self.flush()
        if size is None or size < 0:
            data = self._ahead[self._at:]
            self._ahead, self._at = b"", 0
            rest = self.raw.readall() if hasattr(self.raw, "readall") else self.raw.read()
            return data + rest if rest is not None else data or None
        pieces, wanted = [], size
        while wanted > 0:
            if self._at >= len(self._ahead) and not (filled := self._fill(wanted)):
                if filled is None and not pieces:
                    return None
                break
            piece = self._ahead[self._at:self._at + wanted]
            self._at += len(piece)
            wanted -= len(piece)
            pieces.append(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _fill(self, wanted=0):
        """Reads ahead; False at the end of the file, None if there is nothing yet and the file does not wait."""
        data = self.raw.read(max(self._size, wanted))
        self._ahead, self._at = data or b"", 0
        return None if data is None else bool(data)

    def _peek(self):
        if self._at >= len(self._ahead):
            self._fill()
        return self._ahead[self._at:]

    def _read1(self, size=-1):
        if self.raw.closed:
            raise ValueError("read of closed file")
        data = self._peek()
        if size is not None and size >= 0:
            data = data[:size]
        self._at += len(data)
        return data

    def _readline(self, size=-1):
        if self.raw.closed:
            raise ValueError("readline of closed file")
        if self._behind:
            self.flush()
        pieces, left = [], -1 if size is None else size
        while left and (self._at < len(self._ahead) or self._fill()):
            end = self._ahead.find(b"\n", self._at) + 1
            stop = end or len(self._ahead)
            if left > 0:
                stop = min(stop, self._at + left)
            piece = self._ahead[self._at:stop]
            self._at = stop
            pieces.append(piece)
            if left > 0:
                left -= len(piece)
            if piece.endswith(b"\n"):
                break
        return b"".join(pieces)

    def _write(self, data):
        if self.raw.closed:
            raise ValueError("write to closed file")
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if self._ahead:
            self._forget()
        data = bytes(data)
        try:
            if self._behind and len(self._behind) + len(data) > self._size:
                self.flush()
        except BlockingIOError:
            self._behind += data
            self._keep_what_fits(len(data))
            return len(data)
        self._behind += data
        if len(self._behind) > self._size:
            try:
                self.flush()
            except BlockingIOError:
                self._keep_what_fits(len(data))
        return len(data)

    def _keep_what_fits(self, count):
        """The file takes no more: of the last so many bytes the buffer keeps what it has room for."""
        over = len(self._behind) - self._size
        if over > 0:
            del self._behind[self._size:]
            raise BlockingIOError(11, "write could not complete without blocking", count - over)


class BufferedReader(_Buffered):
    """Create a new buffered reader using the given readable raw IO object."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        super().__init__(raw, buffer_size)

    def read(self, size=-1, /):
        return self._read(size)

    def read1(self, size=-1, /):
        return self._read1(size)

    def peek(self, size=0, /):
        return self._peek()

    def readline(self, size=-1, /):
        return self._readline(size)

    def write(self, data, /):
        raise UnsupportedOperation("write")


class BufferedWriter(_Buffered):
    """A buffer for a writeable sequential RawIO object."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        super().__init__(raw, buffer_size)

    def write(self, data, /):
        return self._write(data)

    def readline(self, size=-1, /):
        raise UnsupportedOperation("read")


class BufferedRandom(_Buffered):
    """A buffered interface to random access streams."""

    read, read1, readline, write = _Buffered._read, _Buffered._read1, _Buffered._readline, _Buffered._write

    def peek(self, size=0, /):
        return self._peek()


class BufferedRWPair(_BufferedIOBase):
    """A buffered reader and buffered writer object together."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self.reader, self.writer = BufferedReader(reader, buffer_size), BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self.reader.read(size)

    def read1(self, size=-1, /):
        return self.reader.read1(size)

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def readline(self, size=-1, /):
        return self.reader.readline(size)

    def write(self, data, /):
        return self.writer.write(data)

    def flush(self):
        self.writer.flush()

    def readable(self):
        return True

    writable = readable

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    @property
    def closed(self):
        return self.writer.closed
