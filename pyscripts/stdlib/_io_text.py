"""Text over bytes."""

from _io_base import UnsupportedOperation, _Field, _IOBase, _no_state

__native_in_cpython__ = True


class _TextIOBase(_IOBase):
    """Base class for text I/O."""

    encoding = newlines = errors = None

    def read(self, size=-1, /):
        self._unsupported("read")

    def write(self, text, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


class IncrementalNewlineDecoder:
    """Codec used when reading a file in universal newlines mode."""

    def __init__(self, decoder, translate, errors="strict"):
        self._decoder, self._translate, self._return = decoder, translate, False
        self._seen = set()

    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final)
        if self._return and (text or final):
            text, self._return = "\r" + text, False
        if text.endswith("\r") and not final:
            text, self._return = text[:-1], True
        pairs = text.count("\r\n")
        self._seen.update(["\r\n"] * bool(pairs), ["\r"] * (text.count("\r") > pairs),
                          ["\n"] * (text.count("\n") > pairs))
        if self._translate:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def reset(self):
        self._return, self._seen = False, set()
        if self._decoder is not None:
            self._decoder.reset()

    def getstate(self):
        data, flags = (b"", 0) if self._decoder is None else self._decoder.getstate()
        return data, flags << 1 | self._return

    def setstate(self, state, /):
        data, flags = state
        self._return = bool(flags & 1)
        if self._decoder is not None:
            self._decoder.setstate((data, flags >> 1))

    @property
    def newlines(self):
        seen = tuple(end for end in ("\r", "\n", "\r\n") if end in self._seen)
        return None if not seen else seen[0] if len(seen) == 1 else seen


def _check_newline(newline):
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f"open() argument 'newline' must be str or None, not {type(newline).__name__}")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline}")


def _line_end(text, start, newline):
    """The place after the end of the line that begins at `start`, or 0 if it has no end."""
    if newline:
        end = text.find(newline, start)
        return end + len(newline) if end >= 0 else 0
    line = text.find("\n", start)
    if newline is None:
        return line + 1
    back = text.find("\r", start)
    if back < 0 or 0 <= line < back:
        return line + 1
    return back + 2 if text.startswith("\n", back + 1) else back + 1


def _size(size):
    """How much to read: an int, or -1 for everything."""
    if size is None:
        return -1
    try:
        return size.__index__()
    except AttributeError:
        raise TypeError(f"argument should be integer or None, not {type(size).__name__!r}") from None


class TextIOWrapper(_TextIOBase):
    """Character and line based layer over a BufferedIOBase object, buffer."""

    __getstate__ = _no_state
    buffer, encoding, errors, line_buffering, write_through = _Field(), _Field(), _Field(), _Field(), _Field()

    def _dealloc_warn(self, source):
        warn = getattr(self.buffer, "_dealloc_warn", None)
        if warn is not None:
            warn(source)

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False,
                 write_through=False):
        _check_newline(newline)
        if encoding is None or encoding == "locale":
            encoding = "UTF-8"
        "".encode(encoding)
        self.buffer, self.encoding, self.errors = buffer, encoding, errors or "strict"
        self.line_buffering, self.write_through = bool(line_buffering), bool(write_through)
        self._newline, self._ends = newline, IncrementalNewlineDecoder(None, newline is None)
        # Text read and not yet asked for, from `_at` on; None where nothing was read yet.
        self._text, self._at = None, 0
        self._start = 0
        self._pending, self._pending_size = [], 0
        self._marked = False

    @property
    def closed(self):
        return self.buffer is None or self.buffer.closed

    @property
    def name(self):
        return self.buffer.name

    @property
    def newlines(self):
        return self._ends.newlines if self._newline in (None, "") else None

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.flush()
        if encoding is not None:
            self.encoding = encoding
        if errors is not None:
            self.errors = errors
        if newline is not None:
            _check_newline(newline)
            self._newline = newline
        if line_buffering is not None:
            self.line_buffering = bool(line_buffering)
        if write_through is not None:
            self.write_through = bool(write_through)

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def readable(self):
        self._check_closed()
        return self.buffer.readable()

    def writable(self):
        self._check_closed()
        return self.buffer.writable()

    def seekable(self):
        self._check_closed()
        return self.buffer.seekable()

    def _load(self):
        """Reads all that is left: text is decoded as a whole."""
        self._check_closed()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        self._send()
        if self._text is None or self._at >= len(self._text):
            self._start = self.buffer.tell() if self.buffer.seekable() else 0
            if self.buffer.seekable():
                data = self.buffer.read()
            else:
                data = self.buffer.read1() if hasattr(self.buffer, "read1") else self.buffer.read(8192)
                while data and (data[-1] >= 0x80 or data[-1] == 13):
                    more = self.buffer.read(1)
                    if not more:
                        break
                    data += more
            text = data.decode(self.encoding, self.errors)
            if self._newline in (None, ""):
                text = self._ends.decode(text, True)
            self._text, self._at = text, 0
        return self._at < len(self._text)

    def read(self, size=-1, /):
        size = _size(size)
        pieces, everything = [], size < 0
        while (everything or size > 0) and self._load():
            end = len(self._text) if everything else min(self._at + size, len(self._text))
            pieces.append(self._text[self._at:end])
            size = size if everything else size - (end - self._at)
            self._at = end
        if not pieces:
            self._load() if everything else self._check_closed()
        return "".join(pieces)

    def readline(self, size=-1, /):
        pieces, left = [], -1 if size is None else size
        while left and self._load():
            end = _line_end(self._text, self._at, self._newline) or len(self._text)
            if left > 0:
                end = min(end, self._at + left)
            piece = self._text[self._at:end]
            self._at = end
            pieces.append(piece)
            if left > 0:
                left -= len(piece)
            if piece.endswith(("\n", "\r") if self._newline == "" else self._newline or "\n"):
                break
        return "".join(pieces)

    def write(self, text, /):
        self._check_closed()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self.buffer.writable():
            raise UnsupportedOperation("not writable")
        if self._text is not None and self._at < len(self._text):
            self.seek(self.tell())
        self._text = None
        shown = text
        if self._newline not in ("", "\n"):
            shown = text.replace("\n", self._newline or "\n")
        encoding = self.encoding
        if self._marked or self.buffer.seekable() and self.buffer.tell():
            encoding = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}.get(encoding, encoding)
        self._marked = True
        data = shown.encode(encoding, self.errors)
        self._pending.append(data)
        self._pending_size += len(data)
        if self.write_through or self._pending_size > 8192:
            self._send()
        if self.line_buffering and "\n" in text:
            self.flush()
        return len(text)

    def _send(self):
        if self._pending:
            data, self._pending, self._pending_size = b"".join(self._pending), [], 0
            self.buffer.write(data)

    def flush(self):
        self._check_closed()
        self._send()
        self.buffer.flush()

    def close(self):
        if self.buffer is not None and not self.closed:
            try:
                self.flush()
            finally:
                self.buffer.close()

    def detach(self):
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def _check_closed(self):
        if self.buffer is None:
            raise ValueError("underlying buffer has been detached")
        super()._check_closed()

    def tell(self):
        self._check_closed()
        if not self.buffer.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        self.flush()
        if self._text is None:
            return self.buffer.tell()
        return self._start + len(self._text[:self._at].encode(self.encoding, self.errors))

    def seek(self, cookie, whence=0, /):
        self._check_closed()
        if not self.buffer.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie, whence = self.tell(), 0
        elif whence == 2 and cookie != 0:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        elif whence not in (0, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        elif cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self.flush()
        self._text, self._at = None, 0
        self._marked = False
        return self.buffer.seek(cookie, whence)

    def truncate(self, size=None, /):
        self.flush()
        return self.buffer.truncate(self.tell() if size is None else size)

    def __repr__(self):
        parts = [f"{name}={value!r}" for name in ("name", "mode")
                 if (value := getattr(self, name, None)) is not None]
        return f"<_io.TextIOWrapper {' '.join([*parts, f'encoding={self.encoding!r}'])}>"
