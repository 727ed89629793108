"""Answers of a server: status, headers and the body as a file to be read."""

import email.message
import email.parser
import http
import io
from http._errors import (
    MAXLINE, BadStatusLine, HTTPException, IncompleteRead, LineTooLong, RemoteDisconnected, ResponseNotReady,
    UnknownProtocol,
)

_MAXHEADERS = 100


class HTTPMessage(email.message.Message):
    """The headers of an answer."""

    def getallmatchingheaders(self, name):
        """The lines of all headers of a name."""
        prefix = name.lower() + ":"
        lines, hit = [], False
        for line in self.keys():
            if line[:len(prefix)].lower() == prefix:
                hit = True
            elif not line[:1].isspace():
                hit = False
            if hit:
                lines.append(line)
        return lines


def _read_line(fp, what):
    line = fp.readline(MAXLINE + 1)
    if len(line) > MAXLINE:
        raise LineTooLong(what)
    return line


def read_headers(fp):
    """The lines of headers, with the empty one that ends them."""
    lines = []
    while True:
        line = _read_line(fp, "header line")
        lines.append(line)
        if len(lines) > _MAXHEADERS:
            raise HTTPException("got more than %d headers" % _MAXHEADERS)
        if line in (b"\r\n", b"\n", b""):
            return lines


def parse_headers(fp, _class=HTTPMessage):
    """Reads headers, as a message."""
    text = b"".join(read_headers(fp)).decode("iso-8859-1")
    return email.parser.Parser(_class=_class).parsestr(text)


class HTTPResponse(io.BufferedIOBase):
    """An answer: status and headers, and the body as a file to be read."""

    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp = sock.makefile("rb")
        self.debuglevel = debuglevel
        self._method = method
        self.headers = self.msg = None
        self.version = self.status = self.reason = None
        self.chunked = False
        self.chunk_left = None  # of the chunk that is being read; None before its size is known
        self.length = None  # what is left of the body; None where nobody knows
        self.will_close = True

    def _read_status(self):
        line = str(_read_line(self.fp, "status line"), "iso-8859-1")
        if self.debuglevel > 0:
            print("reply:", repr(line))
        if not line:
            raise RemoteDisconnected("Remote end closed connection without response")
        version, _, rest = line.strip().partition(" ") if " " in line.strip() else (line.strip(), "", "")
        status, _, reason = rest.strip().partition(" ")
        if not version.startswith("HTTP/"):
            self._close_conn()
            raise BadStatusLine(line)
        try:
            status = int(status)
        except ValueError:
            raise BadStatusLine(line)
        if not 100 <= status <= 999:
            raise BadStatusLine(line)
        return version, status, reason.strip()

    def begin(self):
        """Reads status and headers."""
        if self.headers is not None:
            return
        while True:
            version, status, reason = self._read_status()
            if status != http.HTTPStatus.CONTINUE:
                break
            skipped = read_headers(self.fp)
            if self.debuglevel > 0:
                print("headers:", skipped)
        self.code = self.status = status
        self.reason = reason
        if version in ("HTTP/1.0", "HTTP/0.9"):
            self.version = 10
        elif version.startswith("HTTP/1."):
            self.version = 11
        else:
            raise UnknownProtocol(version)
        self.headers = self.msg = parse_headers(self.fp)
        if self.debuglevel > 0:
            for name, value in self.headers.items():
                print("header:", name + ":", value)
        self.chunked = (self.headers.get("transfer-encoding") or "").lower() == "chunked"
        self.chunk_left = None
        self.will_close = self._check_close()
        self.length = self._body_length()
        if not self.will_close and not self.chunked and self.length is None:
            self.will_close = True

    def _body_length(self):
        if self.status in (http.HTTPStatus.NO_CONTENT, http.HTTPStatus.NOT_MODIFIED) or 100 <= self.status < 200 \
                or self._method == "HEAD":
            return 0
        length = self.headers.get("content-length")
        if not length or self.chunked:
            return None
        try:
            length = int(length)
        except ValueError:
            return None
        return None if length < 0 else length

    def _check_close(self):
        """Whether the connection ends with this answer."""
        connection = (self.headers.get("connection") or "").lower()
        if self.version == 11:
            return "close" in connection
        if self.headers.get("keep-alive") or "keep-alive" in connection:
            return False
        proxy = self.headers.get("proxy-connection")
        return not (proxy and "keep-alive" in proxy.lower())

    def _close_conn(self):
        fp, self.fp = self.fp, None
        fp.close()

    def close(self):
        try:
            super().close()
        finally:
            if self.fp:
                self._close_conn()

    def flush(self):
        super().flush()
        if self.fp:
            self.fp.flush()

    def readable(self):
        return True

    def isclosed(self):
        """Whether the body has been read, or given up."""
        return self.fp is None

    def read(self, amt=None):
        """So many bytes of the body, or all that is left."""
        if self.fp is None:
            return b""
        if self._method == "HEAD":
            self._close_conn()
            return b""
        if self.chunked:
            return self._read_chunked(amt)
        if amt is not None and amt >= 0:
            if self.length is not None and amt > self.length:
                amt = self.length
            data = self.fp.read(amt)
            if not data and amt:
                self._close_conn()
            elif self.length is not None:
                self.length -= len(data)
                if not self.length:
                    self._close_conn()
            return data
        if self.length is None:
            data = self.fp.read()
        else:
            try:
                data = self._read_exactly(self.length)
            except IncompleteRead:
                self._close_conn()
                raise
            self.length = 0
        self._close_conn()
        return data

    def readinto(self, b):
        with memoryview(b) as view, view.cast("B") as target:
            data = self.read(len(target)) if len(target) else b""
            target[:len(data)] = data
        return len(data)

    def read1(self, n=-1):
        """At most so many bytes, with one read of what is beneath."""
        if self.fp is None or self._method == "HEAD":
            return b""
        if self.chunked:
            left = self._next_chunk_left()
            if left is None:
                return b""
            data = self.fp.read1(left if not 0 <= n <= left else n)
            self.chunk_left -= len(data)
            if not data:
                raise IncompleteRead(b"")
            return data
        if self.length is not None and (n < 0 or n > self.length):
            n = self.length
        data = self.fp.read1(n)
        return self._counted(data, n)

    def peek(self, n=-1):
        """Bytes that come next, without going past them."""
        if self.fp is None or self._method == "HEAD":
            return b""
        if self.chunked:
            try:
                left = self._next_chunk_left()
            except IncompleteRead:
                return b""
            return b"" if left is None else self.fp.peek(left)[:left]
        data = self.fp.peek(n)
        return data if self.length is None else data[:self.length]

    def readline(self, limit=-1):
        """A line of the body."""
        if self.fp is None or self._method == "HEAD":
            return b""
        if self.chunked:
            return super().readline(limit)
        if self.length is not None and (limit < 0 or limit > self.length):
            limit = self.length
        data = self.fp.readline(limit)
        return self._counted(data, limit)

    def _counted(self, data, wanted):
        """Bytes of the body, of which so many were asked for; with the last the connection is let go."""
        if not data and wanted:
            self._close_conn()
        elif self.length is not None:
            self.length -= len(data)
            if not self.length:
                self._close_conn()
        return data

    def _read_exactly(self, amount):
        data = self.fp.read(amount)
        if len(data) < amount:
            raise IncompleteRead(data, amount - len(data))
        return data

    # Bodies in chunks.

    def _next_chunk_left(self):
        """How much is left of the chunk, or of the next one; None at the end."""
        if self.chunk_left:
            return self.chunk_left
        if self.chunk_left is not None:
            self._read_exactly(2)  # the line end after a chunk
        line = _read_line(self.fp, "chunk size")
        try:
            self.chunk_left = int(line.partition(b";")[0], 16)
        except ValueError:
            self._close_conn()
            raise IncompleteRead(b"")
        if self.chunk_left == 0:
            while _read_line(self.fp, "trailer line") not in (b"\r\n", b"\n", b""):
                pass
            self._close_conn()
            self.chunk_left = None
            return None
        return self.chunk_left

    def _read_chunked(self, amt=None):
        if amt is not None and amt < 0:
            amt = None
        parts = []
        try:
            while amt is None or amt > 0:
                left = self._next_chunk_left()
                if left is None:
                    break
                size = left if amt is None else min(left, amt)
                parts.append(self._read_exactly(size))
                self.chunk_left -= size
                if amt is not None:
                    amt -= size
            return b"".join(parts)
        except IncompleteRead as problem:
            raise IncompleteRead(b"".join(parts) + problem.partial, problem.expected) from problem

    def fileno(self):
        return self.fp.fileno()

    def getheader(self, name, default=None):
        """The values of a header, with commas between them."""
        if self.headers is None:
            raise ResponseNotReady()
        values = self.headers.get_all(name) or default
        if isinstance(values, str) or not hasattr(values, "__iter__"):
            return values
        return ", ".join(values)

    def getheaders(self):
        """All headers, as pairs."""
        if self.headers is None:
            raise ResponseNotReady()
        return list(self.headers.items())

    def __iter__(self):
        return self

    def info(self):
        """The headers."""
        return self.headers

    def geturl(self):
        """Where the answer comes from."""
        return self.url

    def getcode(self):
        """The status."""
        return self.status
