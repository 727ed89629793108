"""Calling functions on other machines.

`_marshal` has the values that travel and how they become XML and back; here are the connections: `Transport`, the
proxy of a server, and several calls in one.
"""

import base64
import errno
import gzip
import http.client
import urllib.parse
from io import BytesIO

from xmlrpc._marshal import (
    APPLICATION_ERROR, Binary, Boolean, DateTime, Error, ExpatParser, Fault, FastMarshaller, FastParser,
    FastUnmarshaller, INTERNAL_ERROR, INVALID_ENCODING_CHAR, INVALID_METHOD_PARAMS, INVALID_XMLRPC, MAXINT,
    METHOD_NOT_FOUND, MININT, Marshaller, NOT_WELLFORMED_ERROR, PARSE_ERROR, ProtocolError, ResponseError, SERVER_ERROR,
    SYSTEM_ERROR, TRANSPORT_ERROR, UNSUPPORTED_ENCODING, Unmarshaller, WRAPPERS, boolean, dumps, escape, getparser,
    loads,
)

__version__ = "3.13"


# Compressed bodies.


def gzip_encode(data):
    """Bytes, compressed."""
    return gzip.compress(data, compresslevel=1)


def gzip_decode(data, max_decode=20 << 20):
    """Bytes, no longer compressed; a ValueError if they are more than `max_decode`, unless that is negative."""
    with gzip.GzipFile(mode="rb", fileobj=BytesIO(data)) as file:
        try:
            decoded = file.read() if max_decode < 0 else file.read(max_decode + 1)
        except OSError:
            raise ValueError("invalid data")
    if 0 <= max_decode < len(decoded):
        raise ValueError("max gzipped payload length exceeded")
    return decoded


class GzipDecodedResponse(gzip.GzipFile):
    """An answer that is read as if it were not compressed."""

    def __init__(self, response):
        self.io = BytesIO(response.read())
        super().__init__(mode="rb", fileobj=self.io)

    def close(self):
        try:
            super().close()
        finally:
            self.io.close()


# Proxies.


class _Method:
    """A function of the server's; its attributes are those whose names go on with a point."""

    def __init__(self, send, name):
        self.__send = send
        self.__name = name

    def __getattr__(self, name):
        return _Method(self.__send, f"{self.__name}.{name}")

    def __call__(self, *args):
        return self.__send(self.__name, args)


class _MultiCallMethod:
    """A function that is to be called later, with others."""

    def __init__(self, call_list, name):
        self.__call_list = call_list
        self.__name = name

    def __getattr__(self, name):
        return _MultiCallMethod(self.__call_list, f"{self.__name}.{name}")

    def __call__(self, *args):
        self.__call_list.append((self.__name, args))


class MultiCallIterator:
    """The results of several calls; that of a call which failed is raised when it is asked for."""

    def __init__(self, results):
        self.results = results

    def __getitem__(self, i):
        item = self.results[i]
        if isinstance(item, dict):
            raise Fault(item["faultCode"], item["faultString"])
        if isinstance(item, list):
            return item[0]
        raise ValueError("unexpected type in multicall result")


class MultiCall:
    """Calls that travel together: make them as on the server, then call this object for the results."""

    def __init__(self, server):
        self.__server = server
        self.__call_list = []

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def __getattr__(self, name):
        return _MultiCallMethod(self.__call_list, name)

    def __call__(self):
        calls = [{"methodName": name, "params": args} for name, args in self.__call_list]
        return MultiCallIterator(self.__server.system.multicall(calls))


class Transport:
    """Carries calls over HTTP."""

    user_agent = f"Python-xmlrpc/{__version__}"
    accept_gzip_encoding = True
    # Shorter calls than this are not compressed; None for no call.
    encode_threshold = None

    def __init__(self, use_datetime=False, use_builtin_types=False, *, headers=()):
        self._use_datetime = use_datetime
        self._use_builtin_types = use_builtin_types
        self._connection = None, None
        self._headers = list(headers)
        self._extra_headers = []
        self.verbose = False

    def request(self, host, handler, request_body, verbose=False):
        """Carry a call to a server; its result. A connection that had gone to sleep is made anew once."""
        for last in False, True:
            try:
                return self.single_request(host, handler, request_body, verbose)
            except http.client.RemoteDisconnected:
                if last:
                    raise
            except OSError as problem:
                if last or problem.errno not in (errno.ECONNRESET, errno.ECONNABORTED, errno.EPIPE):
                    raise

    def single_request(self, host, handler, request_body, verbose=False):
        """Carry a call to a server; its result."""
        try:
            connection = self.send_request(host, handler, request_body, verbose)
            response = connection.getresponse()
            if response.status == 200:
                self.verbose = verbose
                return self.parse_response(response)
        except Fault:
            raise
        except Exception:
            # Who knows where in the answer the connection is.
            self.close()
            raise
        if response.getheader("content-length", ""):
            response.read()
        raise ProtocolError(host + handler, response.status, response.reason, dict(response.getheaders()))

    def getparser(self):
        """A parser and what it hands the pieces to."""
        return getparser(use_datetime=self._use_datetime, use_builtin_types=self._use_builtin_types)

    def get_host_info(self, host):
        """The host without name and password, the headers that these become, and arguments of the connection."""
        extra = {}
        if isinstance(host, tuple):
            host, extra = host
        login, _, host = host.rpartition("@")
        if not login:
            return host, [], extra
        told = base64.b64encode(urllib.parse.unquote_to_bytes(login)).decode("ascii")
        return host, [("Authorization", f"Basic {told}")], extra

    def make_connection(self, host):
        """The connection to a host: the one that is there, or a new one."""
        if self._connection[1] and host == self._connection[0]:
            return self._connection[1]
        chost, self._extra_headers, extra = self.get_host_info(host)
        self._connection = host, http.client.HTTPConnection(chost)
        return self._connection[1]

    def close(self):
        """Close the connection."""
        _, connection = self._connection
        if connection:
            self._connection = None, None
            connection.close()

    def send_request(self, host, handler, request_body, debug):
        """Send a call; the connection that its answer comes over."""
        connection = self.make_connection(host)
        headers = self._headers + self._extra_headers
        if debug:
            connection.set_debuglevel(1)
        if self.accept_gzip_encoding:
            connection.putrequest("POST", handler, skip_accept_encoding=True)
            headers.append(("Accept-Encoding", "gzip"))
        else:
            connection.putrequest("POST", handler)
        headers += [("Content-Type", "text/xml"), ("User-Agent", self.user_agent)]
        self.send_headers(connection, headers)
        self.send_content(connection, request_body)
        return connection

    def send_headers(self, connection, headers):
        """Send headers."""
        for key, value in headers:
            connection.putheader(key, value)

    def send_content(self, connection, request_body):
        """Send the body."""
        if self.encode_threshold is not None and self.encode_threshold < len(request_body):
            connection.putheader("Content-Encoding", "gzip")
            request_body = gzip_encode(request_body)
        connection.putheader("Content-Length", str(len(request_body)))
        connection.endheaders(request_body)

    def parse_response(self, response):
        """The result that an answer says."""
        stream = response
        if hasattr(response, "getheader") and response.getheader("Content-Encoding", "") == "gzip":
            stream = GzipDecodedResponse(response)
        parser, target = self.getparser()
        while data := stream.read(1024):
            if self.verbose:
                print("body:", repr(data))
            parser.feed(data)
        if stream is not response:
            stream.close()
        parser.close()
        return target.close()


class SafeTransport(Transport):
    """Would carry calls over HTTPS, which gilly does not have."""

    def __init__(self, use_datetime=False, use_builtin_types=False, *, headers=(), context=None):
        super().__init__(use_datetime=use_datetime, use_builtin_types=use_builtin_types, headers=headers)
        self.context = context

    def make_connection(self, host):
        raise NotImplementedError("your version of http.client doesn't support HTTPS")


class ServerProxy:
    """A server: its attributes are its functions."""

    def __init__(self, uri, transport=None, encoding=None, verbose=False, allow_none=False, use_datetime=False,
                 use_builtin_types=False, *, headers=(), context=None):
        parts = urllib.parse.urlsplit(uri)
        if parts.scheme not in ("http", "https"):
            raise OSError("unsupported XML-RPC protocol")
        self.__host = parts.netloc
        self.__handler = urllib.parse.urlunsplit(["", "", *parts[2:]]) or "/RPC2"
        if transport is None:
            if parts.scheme == "https":
                kind, extra = SafeTransport, {"context": context}
            else:
                kind, extra = Transport, {}
            transport = kind(use_datetime=use_datetime, use_builtin_types=use_builtin_types, headers=headers, **extra)
        self.__transport = transport
        self.__encoding = encoding or "utf-8"
        self.__verbose = verbose
        self.__allow_none = allow_none

    def __close(self):
        self.__transport.close()

    def __request(self, methodname, params):
        body = dumps(params, methodname, encoding=self.__encoding, allow_none=self.__allow_none)
        body = body.encode(self.__encoding, "xmlcharrefreplace")
        response = self.__transport.request(self.__host, self.__handler, body, verbose=self.__verbose)
        return response[0] if len(response) == 1 else response

    def __repr__(self):
        return f"<{self.__class__.__name__} for {self.__host}{self.__handler}>"

    def __getattr__(self, name):
        return _Method(self.__request, name)

    def __call__(self, attr):
        """What is not a function of the server's: "close" or "transport"."""
        if attr == "close":
            return self.__close
        if attr == "transport":
            return self.__transport
        raise AttributeError(f"Attribute {attr!r} not found")

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.__close()


Server = ServerProxy
