"""Views of a file that a mailbox hands out: each keeps a position of its own, and may be limited to one message."""

import io
import types


class _ProxyFile:
    """A file seen through a position of its own, so that several readers may share it."""

    def __init__(self, f, pos=None):
        self._file = f
        self._pos = f.tell() if pos is None else pos

    def read(self, size=None):
        """Read bytes."""
        return self._read(size, self._file.read)

    def read1(self, size=None):
        """Read bytes with at most one call below."""
        return self._read(size, self._file.read1)

    def readline(self, size=None):
        """Read a line."""
        return self._read(size, self._file.readline)

    def readlines(self, sizehint=None):
        """Read the lines that are left, or as many as reach `sizehint`."""
        lines = []
        for line in self:
            lines.append(line)
            if sizehint is not None:
                sizehint -= len(line)
                if sizehint <= 0:
                    break
        return lines

    def __iter__(self):
        while line := self.readline():
            yield line

    def tell(self):
        """The position."""
        return self._pos

    def seek(self, offset, whence=0):
        """Change the position."""
        if whence == 1:
            self._file.seek(self._pos)
        self._file.seek(offset, whence)
        self._pos = self._file.tell()

    def close(self):
        """Close the file, once."""
        if hasattr(self, "_file"):
            try:
                if hasattr(self._file, "close"):
                    self._file.close()
            finally:
                del self._file

    def _read(self, size, method):
        self._file.seek(self._pos)
        data = method(-1 if size is None else size)
        self._pos = self._file.tell()
        return data

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def readable(self):
        """Whether the file can be read."""
        return self._file.readable()

    def writable(self):
        """Whether the file can be written to."""
        return self._file.writable()

    def seekable(self):
        """Whether the file can be positioned."""
        return self._file.seekable()

    def flush(self):
        """Flush the file."""
        return self._file.flush()

    @property
    def closed(self):
        """Whether the file is closed."""
        return not hasattr(self, "_file") or getattr(self._file, "closed", False)

    __class_getitem__ = classmethod(types.GenericAlias)


class _PartialFile(_ProxyFile):
    """A file seen from `start` to `stop` only; positions count from `start`."""

    def __init__(self, f, start=None, stop=None):
        super().__init__(f, start)
        self._start = self._pos
        self._stop = stop

    def tell(self):
        """The position in the part."""
        return self._pos - self._start

    def seek(self, offset, whence=0):
        """Change the position in the part."""
        if whence == 0:
            self._pos = self._start
            whence = 1
        elif whence == 2:
            self._pos = self._stop
            whence = 1
        super().seek(offset, whence)

    def _read(self, size, method):
        left = self._stop - self._pos
        if left <= 0:
            return b""
        if size is None or size < 0 or size > left:
            size = left
        return super()._read(size, method)

    def close(self):
        """Let go of the file, which belongs to the mailbox."""
        if hasattr(self, "_file"):
            del self._file


def _sync_close(file):
    """Bring a file to the disk, then close it."""
    import os

    file.flush()
    os.fsync(file.fileno())
    file.close()


def _message_bytes(source, text_error="String input must be ASCII-only; use bytes or a Message instead"):
    """Text, or a file of text or bytes, as bytes; None for anything else."""
    if isinstance(source, io.StringIO):
        import warnings

        warnings.warn("Use of StringIO input is deprecated, use BytesIO instead", DeprecationWarning, 3)
        source = source.getvalue()
    if isinstance(source, str):
        try:
            return source.encode("ascii")
        except UnicodeError:
            raise ValueError(text_error) from None
    if isinstance(source, bytes):
        return source
    if not hasattr(source, "read"):
        return None
    if hasattr(source, "buffer"):
        import warnings

        warnings.warn("Use of text mode files is deprecated, use a binary mode file instead", DeprecationWarning, 3)
        source = source.buffer
    return source.read()
