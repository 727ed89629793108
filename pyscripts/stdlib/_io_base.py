"""The bases of all streams, and files of the system."""

import posix
import sys

__native_in_cpython__ = True

DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class _Field:
    """An attribute that each stream keeps for itself, so that the class has it too."""

    def __set_name__(self, owner, name):
        self.__name__, self.__objclass__ = name, owner

    def __get__(self, stream, kind=None):
        if stream is None:
            return self
        raise ValueError("I/O operation on uninitialized object")

    def __repr__(self):
        owner = f"{self.__objclass__.__module__}.{self.__objclass__.__qualname__}"
        return f"<member {self.__name__!r} of {owner!r} objects>"


def _warn_unclosed(stream, file, what):
    """Warns of a file or socket that is left to be closed by the interpreter; `stream` stands for it outwardly."""
    if "warnings" not in sys.modules and not sys.warnoptions:
        return  # Such warnings are ignored, unless a program says otherwise.
    import warnings
    frame, level = sys._getframe(), 1
    while frame is not None and "__native_in_cpython__" in frame.f_globals:
        frame, level = frame.f_back, level + 1
    try:
        warnings.warn(f"unclosed {what}{stream!r}", ResourceWarning, level, stream)
    except Warning as warning:
        from types import SimpleNamespace, TracebackType
        traceback = frame and TracebackType(None, frame, frame.f_lasti, frame.f_lineno)
        sys.unraisablehook(SimpleNamespace(exc_type=type(warning), exc_value=warning.with_traceback(traceback),
                                           exc_traceback=traceback, err_msg=None, object=file))


def _tell_unclosed_socket(self):
    """What sockets do at their end."""
    if self.fileno() >= 0:
        _warn_unclosed(self, self, "")


class _IOBase:
    """The abstract base class for all I/O classes."""

    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, offset, whence=0, /):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        self._unsupported("truncate")

    def fileno(self):
        self._unsupported("fileno")

    def flush(self):
        self._check_closed()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self._closed = True

    @property
    def closed(self):
        return self._closed

    def _check_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def seekable(self):
        self._check_closed()
        return False

    def readable(self):
        self._check_closed()
        return False

    def writable(self):
        self._check_closed()
        return False

    def isatty(self):
        self._check_closed()
        return False

    def readline(self, size=-1, /):
        line = bytearray()
        if size is None:
            size = -1
        while size < 0 or len(line) < size:
            piece = self.read(1)
            if not piece:
                break
            line += piece
            if piece == b"\n":
                break
        return bytes(line)

    def readlines(self, hint=-1, /):
        lines, total = [], 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint < total:
                break
        return lines

    def writelines(self, lines, /):
        self._check_closed()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._check_closed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check_closed()
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    def __del__(self):
        try:
            if not self.closed:
                self._dealloc_warn(self)
                self.close()
        except Exception:
            pass

    def _dealloc_warn(self, source):
        """Tells that a stream is left open; only files of the system have something to tell."""


class _RawIOBase(_IOBase):
    """Base class for raw binary I/O."""

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        room = bytearray(size)
        count = self.readinto(room)
        if count is None:
            return None
        return bytes(room[:count])

    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, data, /):
        raise NotImplementedError

    def readall(self):
        pieces = []
        while piece := self.read(DEFAULT_BUFFER_SIZE):
            pieces.append(piece)
        return None if piece is None and not pieces else b"".join(pieces)


class _BufferedIOBase(_IOBase):
    """Base class for buffered IO objects."""

    def read(self, size=-1, /):
        self._unsupported("read")

    def read1(self, size=-1, /):
        return self.read(size)

    def write(self, data, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")

    def readinto(self, room, /):
        room = memoryview(room).cast("B")
        data = self.read(len(room))
        if data is None:
            return None
        room[:len(data)] = data
        return len(data)

    readinto1 = readinto


def _no_state(self):
    """What stands for something open cannot be taken elsewhere."""
    raise TypeError(f"cannot pickle {type(self).__name__!r} instances")


class FileIO(_RawIOBase):
    """Open a file."""

    __getstate__ = _no_state
    mode, closefd = _Field(), _Field()

    def _dealloc_warn(self, source):
        if self.closefd:
            _warn_unclosed(source, self, "file ")

    def __init__(self, file, mode="r", closefd=True, opener=None):
        self._closed = True
        plus = "+" in mode
        kind = mode.replace("b", "").replace("+", "")
        if len(kind) != 1 or kind not in "rwax" or mode.count("+") > 1:
            if kind and all(letter in "rwax" for letter in kind):
                raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
            raise ValueError(f"invalid mode: {mode}")
        self._reads, self._writes = kind == "r" or plus, kind != "r" or plus
        flags = posix.O_RDWR if plus else posix.O_RDONLY if kind == "r" else posix.O_WRONLY
        flags |= {"r": 0, "w": posix.O_CREAT | posix.O_TRUNC, "a": posix.O_CREAT | posix.O_APPEND,
                  "x": posix.O_CREAT | posix.O_EXCL}[kind]
        self.mode = {"r": "rb", "w": "wb", "a": "ab", "x": "xb"}[kind] + ("+" if plus else "")
        if plus and kind == "w":
            self.mode = "rb+"
        self.closefd, self.name = closefd, file
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            posix.fstat(file)
            self._descriptor = file
        else:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            flags |= posix.O_CLOEXEC
            self._descriptor = opener(file, flags) if opener is not None else posix.open(file, flags, 0o666)
            if posix.fstat(self._descriptor).st_mode & 0o170000 == 0o040000:
                posix.close(self._descriptor)
                raise IsADirectoryError(21, "Is a directory", file)
        self._closed = False
        if kind == "a":
            try:
                posix.lseek(self._descriptor, 0, 2)
            except OSError:
                pass

    def fileno(self):
        self._check_closed()
        return self._descriptor

    def readable(self):
        self._check_closed()
        return self._reads

    def writable(self):
        self._check_closed()
        return self._writes

    def seekable(self):
        self._check_closed()
        try:
            posix.lseek(self._descriptor, 0, 1)
            return True
        except OSError:
            return False

    def isatty(self):
        self._check_closed()
        return posix.isatty(self._descriptor)

    def read(self, size=-1, /):
        self._check_closed()
        if not self._reads:
            raise UnsupportedOperation("File not open for reading")
        if size is None or size < 0:
            return self.readall()
        try:
            return posix.read(self._descriptor, size)
        except BlockingIOError:
            return None

    def readall(self):
        self._check_closed()
        pieces = []
        try:
            while piece := posix.read(self._descriptor, 65536):
                pieces.append(piece)
        except BlockingIOError:
            # Nothing yet is not the end: None tells them apart.
            if not pieces:
                return None
        return b"".join(pieces)

    def readinto(self, room, /):
        room = memoryview(room).cast("B")
        data = self.read(len(room))
        if data is None:
            return None
        room[:len(data)] = data
        return len(data)

    def write(self, data, /):
        self._check_closed()
        if not self._writes:
            raise UnsupportedOperation("File not open for writing")
        try:
            return posix.write(self._descriptor, data)
        except BlockingIOError:
            return None

    def seek(self, offset, whence=0, /):
        self._check_closed()
        return posix.lseek(self._descriptor, offset, whence)

    def tell(self):
        self._check_closed()
        return posix.lseek(self._descriptor, 0, 1)

    def truncate(self, size=None, /):
        self._check_closed()
        if not self._writes:
            raise UnsupportedOperation("File not open for writing")
        if size is None:
            size = self.tell()
        posix.ftruncate(self._descriptor, size)
        return size

    def close(self):
        if not self._closed:
            self._closed = True
            if self.closefd:
                posix.close(self._descriptor)

    def __repr__(self):
        if self._closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>"
