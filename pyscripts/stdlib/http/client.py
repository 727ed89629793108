"""The client's side of HTTP/1.1."""

import collections.abc
import email.parser
import errno
import http
import io
import re
import socket
import sys
from http._errors import (
    BadStatusLine, CannotSendHeader, CannotSendRequest, HTTPException, ImproperConnectionState, IncompleteRead, InvalidURL,
    LineTooLong, NotConnected, RemoteDisconnected, ResponseNotReady, UnimplementedFileMode, UnknownProtocol,
    UnknownTransferEncoding,
)
from http._response import HTTPMessage, HTTPResponse, parse_headers, read_headers
from urllib.parse import urlsplit

__all__ = [
    "HTTPResponse", "HTTPConnection", "HTTPException", "NotConnected", "UnknownProtocol", "UnknownTransferEncoding",
    "UnimplementedFileMode", "IncompleteRead", "InvalidURL", "ImproperConnectionState", "CannotSendRequest",
    "CannotSendHeader", "ResponseNotReady", "BadStatusLine", "LineTooLong", "RemoteDisconnected", "error", "responses",
    "HTTPSConnection",
]

HTTP_PORT, HTTPS_PORT = 80, 443

# The states of a connection.
_CS_IDLE, _CS_REQ_STARTED, _CS_REQ_SENT = "Idle", "Request-started", "Request-sent"

globals().update(http.HTTPStatus.__members__)

responses = {status: status.phrase for status in http.HTTPStatus}

_HEADER_NAME = re.compile(rb"[^:\s][^:\r\n]*")
_BAD_HEADER_VALUE = re.compile(rb"\n(?![ \t])|\r(?![ \t\n])")
_BAD_URL_LETTERS = re.compile("[\x00-\x20\x7f]")
_BAD_METHOD_LETTERS = re.compile("[\x00-\x1f]")
_METHODS_EXPECTING_BODY = {"PATCH", "POST", "PUT"}


error = HTTPException

# Where a class is written is nobody's concern outside.
for _class in (
    BadStatusLine, CannotSendHeader, CannotSendRequest, HTTPException, HTTPMessage, HTTPResponse, ImproperConnectionState,
    IncompleteRead, InvalidURL, LineTooLong, NotConnected, RemoteDisconnected, ResponseNotReady, UnimplementedFileMode,
    UnknownProtocol, UnknownTransferEncoding,
):
    _class.__module__ = __name__


def _encode(data, name="data"):
    try:
        return data.encode("latin-1")
    except UnicodeEncodeError as problem:
        raise UnicodeEncodeError(
            problem.encoding, problem.object, problem.start, problem.end,
            "%s (%.20r) is not valid Latin-1. Use %s.encode('utf-8') if you want to send it encoded in UTF-8." % (
                name.title(), data[problem.start:problem.end], name),
        ) from None


class HTTPConnection:
    """A connection to a server, over which one request after another goes."""

    _http_vsn, _http_vsn_str = 11, "HTTP/1.1"
    response_class = HTTPResponse
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0

    def __init__(self, host, port=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, blocksize=8192):
        self.timeout = timeout
        self.source_address = source_address
        self.blocksize = blocksize
        self.sock = None
        self._buffer = []
        self.__response = None
        self.__state = _CS_IDLE
        self._method = None
        self._tunnel_host = self._tunnel_port = None
        self._tunnel_headers = {}
        self._raw_proxy_headers = None
        self.host, self.port = self._get_hostport(host, port)
        self._validate_host(self.host)
        self._create_connection = socket.create_connection

    def _get_hostport(self, host, port):
        if port is None:
            colon, bracket = host.rfind(":"), host.rfind("]")
            if colon > bracket:
                try:
                    port = int(host[colon + 1:])
                except ValueError:
                    if host[colon + 1:]:
                        raise InvalidURL(f"nonnumeric port: '{host[colon + 1:]}'")
                    port = self.default_port
                host = host[:colon]
            else:
                port = self.default_port
        if host and host[0] == "[" and host[-1] == "]":
            host = host[1:-1]
        return host, port

    def set_debuglevel(self, level):
        self.debuglevel = level

    def set_tunnel(self, host, port=None, headers=None):
        """Goes to this host through the one that is connected to."""
        if self.sock:
            raise RuntimeError("Can't set up tunnel for established connection")
        self._tunnel_host, self._tunnel_port = self._get_hostport(host, port)
        self._tunnel_headers = dict(headers or {})
        if not any(name.lower() == "host" for name in self._tunnel_headers):
            self._tunnel_headers["Host"] = f"{_bracketed(self._tunnel_host)}:{self._tunnel_port}"

    def get_proxy_response_headers(self):
        """The headers with which the proxy answered."""
        if self._raw_proxy_headers is None:
            return None
        text = b"".join(self._raw_proxy_headers).decode("iso-8859-1")
        return email.parser.Parser(_class=HTTPMessage).parsestr(text)

    def _tunnel(self):
        lines = [f"CONNECT {_bracketed(self._tunnel_host)}:{self._tunnel_port} {self._http_vsn_str}\r\n".encode("ascii")]
        lines += (f"{name}: {value}\r\n".encode("latin-1") for name, value in self._tunnel_headers.items())
        self.send(b"".join(lines) + b"\r\n")
        response = self.response_class(self.sock, method=self._method)
        try:
            _, code, message = response._read_status()
            self._raw_proxy_headers = read_headers(response.fp)
            if code != http.HTTPStatus.OK:
                self.close()
                raise OSError(f"Tunnel connection failed: {code} {message.strip()}")
        finally:
            response.close()

    def connect(self):
        """Connects to the server."""
        sys.audit("http.client.connect", self, self.host, self.port)
        self.sock = self._create_connection((self.host, self.port), self.timeout, self.source_address)
        try:
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError as problem:
            if problem.errno != errno.ENOPROTOOPT:
                raise
        if self._tunnel_host:
            self._tunnel()

    def close(self):
        """Ends the connection."""
        self.__state = _CS_IDLE
        sock, self.sock = self.sock, None
        response, self.__response = self.__response, None
        if sock:
            sock.close()
        if response:
            response.close()

    def send(self, data):
        """Sends bytes, a file or pieces, connecting first if need be."""
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if self.debuglevel > 0:
            print("send:", repr(data))
        sys.audit("http.client.send", self, data)
        if hasattr(data, "read"):
            for block in self._blocks(data):
                self.sock.sendall(block)
            return
        try:
            self.sock.sendall(data)
        except TypeError:
            if not isinstance(data, collections.abc.Iterable):
                raise TypeError(f"data should be a bytes-like object or an iterable, got {type(data)!r}")
            for piece in data:
                self.sock.sendall(piece)

    def _blocks(self, file):
        is_text = isinstance(file, io.TextIOBase)
        while block := file.read(self.blocksize):
            yield block.encode("iso-8859-1") if is_text else block

    def _output(self, s):
        self._buffer.append(s)

    def _send_output(self, message_body=None, encode_chunked=False):
        """Sends the headers that have been gathered, and the body."""
        self._buffer.extend((b"", b""))
        message = b"\r\n".join(self._buffer)
        del self._buffer[:]
        self.send(message)
        if message_body is None:
            return
        if hasattr(message_body, "read"):
            pieces = self._blocks(message_body)
        else:
            try:
                memoryview(message_body)
            except TypeError:
                try:
                    pieces = iter(message_body)
                except TypeError:
                    raise TypeError(
                        f"message_body should be a bytes-like object or an iterable, got {type(message_body)!r}"
                    )
            else:
                pieces = (message_body,)
        for piece in pieces:
            if not piece:
                continue
            if encode_chunked and self._http_vsn == 11:
                piece = f"{len(piece):X}\r\n".encode("ascii") + piece + b"\r\n"
            self.send(piece)
        if encode_chunked and self._http_vsn == 11:
            self.send(b"0\r\n\r\n")

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        """Begins a request."""
        if self.__response and self.__response.isclosed():
            self.__response = None
        if self.__state != _CS_IDLE:
            raise CannotSendRequest(self.__state)
        self.__state = _CS_REQ_STARTED
        match = _BAD_METHOD_LETTERS.search(method)
        if match:
            raise ValueError(
                f"method can't contain control characters. {method!r} (found at least {match.group()!r})"
            )
        self._method = method
        url = url or "/"
        match = _BAD_URL_LETTERS.search(url)
        if match:
            raise InvalidURL(f"URL can't contain control characters. {url!r} (found at least {match.group()!r})")
        self._output(f"{method} {url} {self._http_vsn_str}".encode("ascii"))
        if self._http_vsn != 11:
            return
        if not skip_host:
            self._put_host(url)
        if not skip_accept_encoding:
            self.putheader("Accept-Encoding", "identity")

    def _put_host(self, url):
        netloc = urlsplit(url).netloc if url.startswith("http") else ""
        if netloc:
            try:
                encoded = netloc.encode("ascii")
            except UnicodeEncodeError:
                encoded = netloc.encode("idna")
            self.putheader("Host", encoded)
            return
        host, port = (self._tunnel_host, self._tunnel_port) if self._tunnel_host else (self.host, self.port)
        try:
            encoded = host.encode("ascii")
        except UnicodeEncodeError:
            encoded = host.encode("idna")
        if ":" in host:
            encoded = b"[" + encoded.partition(b"%")[0] + b"]"
        if port == self.default_port:
            self.putheader("Host", encoded)
        else:
            self.putheader("Host", f"{encoded.decode('ascii')}:{port}")

    def _validate_host(self, host):
        match = _BAD_URL_LETTERS.search(host)
        if match:
            raise InvalidURL(f"URL can't contain control characters. {host!r} (found at least {match.group()!r})")

    def putheader(self, header, *values):
        """A header of the request."""
        if self.__state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        if hasattr(header, "encode"):
            header = header.encode("ascii")
        if not _HEADER_NAME.fullmatch(header):
            raise ValueError("Invalid header name %r" % (header,))
        encoded = []
        for value in values:
            if hasattr(value, "encode"):
                value = value.encode("latin-1")
            elif isinstance(value, int):
                value = str(value).encode("ascii")
            if _BAD_HEADER_VALUE.search(value):
                raise ValueError("Invalid header value %r" % (value,))
            encoded.append(value)
        self._output(header + b": " + b"\r\n\t".join(encoded))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        """Ends the headers, and sends what has been gathered."""
        if self.__state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        self.__state = _CS_REQ_SENT
        self._send_output(message_body, encode_chunked=encode_chunked)

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        """Sends a whole request."""
        names = frozenset(name.lower() for name in headers)
        self.putrequest(
            method, url, skip_host="host" in names, skip_accept_encoding="accept-encoding" in names
        )
        if "content-length" in names:
            encode_chunked = encode_chunked and "transfer-encoding" in names
        elif "transfer-encoding" not in names:
            encode_chunked = False
            length = _content_length(body, method)
            if length is not None:
                self.putheader("Content-Length", str(length))
            elif body is not None:
                if self.debuglevel > 0:
                    print("Unable to determine size of %r" % body)
                encode_chunked = True
                self.putheader("Transfer-Encoding", "chunked")
        for name, value in headers.items():
            self.putheader(name, value)
        if isinstance(body, str):
            body = _encode(body, "body")
        self.endheaders(body, encode_chunked=encode_chunked)

    def getresponse(self):
        """The answer to the request that has been sent."""
        if self.__response and self.__response.isclosed():
            self.__response = None
        if self.__state != _CS_REQ_SENT or self.__response:
            raise ResponseNotReady(self.__state)
        arguments = (self.sock, self.debuglevel) if self.debuglevel > 0 else (self.sock,)
        response = self.response_class(*arguments, method=self._method)
        try:
            try:
                response.begin()
            except ConnectionError:
                self.close()
                raise
            self.__state = _CS_IDLE
            if response.will_close:
                # The answer goes on without the connection.
                self.close()
            else:
                self.__response = response
            return response
        except:
            response.close()
            raise


class HTTPSConnection(HTTPConnection):
    """A connection over TLS: without TLS, it fails when it would begin to encrypt."""

    default_port = HTTPS_PORT

    def __init__(self, host, port=None, *, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, context=None,
                 blocksize=8192):
        super().__init__(host, port, timeout, source_address, blocksize)
        if context is None:
            import ssl
            context = ssl._create_default_https_context()
        self._context = context

    def connect(self):
        """Connects to the server, and encrypts from then on."""
        super().connect()
        try:
            self.sock = self._context.wrap_socket(self.sock, server_hostname=self._tunnel_host or self.host)
        except NotImplementedError:
            self.close()
            raise


def _bracketed(host):
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _content_length(body, method):
    """The length of a body; None where nobody knows it."""
    if body is None:
        return 0 if method.upper() in _METHODS_EXPECTING_BODY else None
    if hasattr(body, "read"):
        return None
    try:
        return memoryview(body).nbytes
    except TypeError:
        return len(body) if isinstance(body, str) else None
