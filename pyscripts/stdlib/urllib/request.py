"""Opening addresses: requests, the handlers that answer them, and the openers that ask the handlers.

Plain http, files and data; `_auth` has the handlers that log in.
"""

import base64
import bisect
import contextlib
import email
import http.client
import io
import os
import re
import socket
import string
import sys
import tempfile
from urllib._proxies import (
    getproxies, getproxies_environment, parse_proxy, proxy_bypass, proxy_bypass_environment,
)
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, unquote_to_bytes, urljoin, urlparse, urlsplit, urlunparse
from urllib.response import addinfourl

__all__ = [
    "Request", "OpenerDirector", "BaseHandler", "HTTPDefaultErrorHandler", "HTTPRedirectHandler", "ProxyHandler",
    "HTTPPasswordMgr", "HTTPPasswordMgrWithDefaultRealm", "HTTPPasswordMgrWithPriorAuth", "AbstractBasicAuthHandler",
    "HTTPBasicAuthHandler", "ProxyBasicAuthHandler", "AbstractDigestAuthHandler", "HTTPDigestAuthHandler",
    "ProxyDigestAuthHandler", "HTTPHandler", "FileHandler", "DataHandler", "UnknownHandler", "HTTPErrorProcessor",
    "urlopen", "install_opener", "build_opener", "pathname2url", "url2pathname", "getproxies", "urlretrieve",
    "urlcleanup", "HTTPCookieProcessor", "HTTPSHandler",
]

__version__ = "%d.%d" % sys.version_info[:2]

_opener = None
_temporary_files = []


def urlopen(url, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, *, context=None):
    """Opens an address, or a request."""
    global _opener
    if context is not None:
        return build_opener(HTTPSHandler(context=context)).open(url, data, timeout)
    if _opener is None:
        _opener = build_opener()
    return _opener.open(url, data, timeout)


def install_opener(opener):
    """The opener that urlopen asks."""
    global _opener
    _opener = opener


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copies an address to a file: (the file's name, the headers)."""
    with contextlib.closing(urlopen(url, data)) as source:
        headers = source.info()
        parts = urlsplit(url)
        if parts.scheme == "file" and not filename:
            return os.path.normpath(parts.path), headers
        if filename:
            target = open(filename, "wb")
        else:
            target = tempfile.NamedTemporaryFile(delete=False)
            filename = target.name
            _temporary_files.append(filename)
        with target:
            size, block, read, number = -1, 1024 * 8, 0, 0
            if "content-length" in headers:
                size = int(headers["Content-Length"])
            if reporthook:
                reporthook(number, block, size)
            while data := source.read(block):
                read += len(data)
                target.write(data)
                number += 1
                if reporthook:
                    reporthook(number, block, size)
    result = filename, headers
    if 0 <= size and read < size:
        raise ContentTooShortError("retrieval incomplete: got only %i out of %i bytes" % (read, size), result)
    return result


def urlcleanup():
    """Removes the files that urlretrieve has made, and forgets the opener."""
    for name in _temporary_files:
        with contextlib.suppress(OSError):
            os.unlink(name)
    del _temporary_files[:]
    install_opener(None)


def _unwrap(url):
    """An address without the brackets around it, <URL:...>."""
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    return url[4:].strip() if url[:4] == "URL:" else url


def request_host(request):
    """The host of a request, in lower case and without its port."""
    host = urlparse(request.full_url)[1] or request.get_header("Host", "")
    return re.sub(r":\d+$", "", host, flags=re.ASCII).lower()


class Request:
    """What is asked for, and how."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers = {}
        self.unredirected_hdrs = {}
        self._data = None
        self.data = data
        self._tunnel_host = None
        for name, value in headers.items():
            self.add_header(name, value)
        self.origin_req_host = request_host(self) if origin_req_host is None else origin_req_host
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        """The address, with its fragment."""
        return f"{self._full_url}#{self.fragment}" if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        self._full_url, hash, fragment = _unwrap(url).partition("#")
        self.fragment = fragment if hash else None
        self._parse()

    @full_url.deleter
    def full_url(self):
        self._full_url = self.fragment = None
        self.selector = ""

    @property
    def data(self):
        """The body."""
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            self._data = data
            # Another body has another length.
            if self.has_header("Content-length"):
                self.remove_header("Content-length")

    @data.deleter
    def data(self):
        self.data = None

    def _parse(self):
        match = re.match(r"([^/:]+):(.*)", self._full_url, re.DOTALL)
        if not match:
            raise ValueError("unknown url type: %r" % self.full_url)
        self.type, rest = match[1].lower(), match[2]
        match = re.match(r"//([^/#?]*)(.*)", rest, re.DOTALL)
        self.host, self.selector = match.groups() if match else (None, rest)
        if match:
            if not self.selector.startswith("/"):
                self.selector = "/" + self.selector
            self.host = unquote(self.host)

    def get_method(self):
        """The method: POST if there is a body, unless another one is set."""
        return getattr(self, "method", "GET" if self.data is None else "POST")

    def get_full_url(self):
        return self.full_url

    def set_proxy(self, host, type):
        """Goes through a proxy."""
        if self.type == "https" and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type = type
            self.selector = self.full_url
        self.host = host

    def has_proxy(self):
        """Whether it goes through a proxy."""
        return self.selector == self.full_url

    def add_header(self, key, val):
        """A header."""
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        """A header that does not go along to where the request is sent on."""
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        """All headers, as pairs."""
        return list({**self.unredirected_hdrs, **self.headers}.items())


class OpenerDirector:
    """Asks handlers: what their methods are called says what they do, and for what.

    `http_open` opens, `http_error_404` answers to an error, `http_request` and `http_response` change what goes out and what
    comes in.
    """

    def __init__(self):
        self.addheaders = [("User-agent", f"Python-urllib/{__version__}")]
        self.handlers = []
        self.handle_open = {}
        self.handle_error = {}
        self.process_response = {}
        self.process_request = {}

    def add_handler(self, handler):
        """Another handler."""
        if not hasattr(handler, "add_parent"):
            raise TypeError("expected BaseHandler instance, got %r" % type(handler))
        added = False
        for name in dir(handler):
            if name in ("redirect_request", "do_open", "proxy_open"):
                continue
            protocol, _, condition = name.partition("_")
            if not protocol:
                continue
            kind = condition
            if condition.startswith("error"):
                _, _, kind = condition.partition("_")
                kind = int(kind) if kind.isdigit() else kind
                table = self.handle_error.setdefault(protocol, {})
            elif condition == "open":
                kind, table = protocol, self.handle_open
            elif condition == "response":
                kind, table = protocol, self.process_response
            elif condition == "request":
                kind, table = protocol, self.process_request
            else:
                continue
            bisect.insort(table.setdefault(kind, []), handler)
            added = True
        if added:
            bisect.insort(self.handlers, handler)
            handler.add_parent(self)

    def close(self):
        """There only for those that call it."""

    def _ask(self, handlers, name, *args):
        for handler in handlers:
            result = getattr(handler, name)(*args)
            if result is not None:
                return result
        return None

    def open(self, fullurl, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        """Opens an address, or a request."""
        if isinstance(fullurl, str):
            request = Request(fullurl, data)
        else:
            request = fullurl
            if data is not None:
                request.data = data
        request.timeout = timeout
        protocol = request.type
        for processor in self.process_request.get(protocol, ()):
            request = getattr(processor, protocol + "_request")(request)
        sys.audit("urllib.Request", request.full_url, request.data, request.headers, request.get_method())
        response = self._open(request)
        for processor in self.process_response.get(protocol, ()):
            response = getattr(processor, protocol + "_response")(request, response)
        return response

    def _open(self, request):
        protocol = request.type
        for kind in "default", protocol, "unknown":
            result = self._ask(self.handle_open.get(kind, ()), kind + "_open", request)
            if result:
                return result
        return None

    def error(self, proto, *args):
        """Lets the handlers answer to an error."""
        if proto in ("http", "https"):
            # Errors of https are handled like those of http.
            table, kind = self.handle_error.get("http", {}), args[2]
            name = f"http_error_{kind}"
            result = self._ask(table.get(kind, ()), name, *args)
            if result:
                return result
            return self._ask(table.get("default", ()), "http_error_default", *args)
        return self._ask(self.handle_error.get(proto, {}).get("error", ()), proto + "_error", *args)


def build_opener(*handlers):
    """An opener with the usual handlers, but for those of which there are subclasses among the given ones."""
    opener = OpenerDirector()
    usual = [
        ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FileHandler,
        HTTPErrorProcessor, DataHandler, HTTPSHandler,
    ]
    for kind in usual:
        replaced = any(
            issubclass(handler, kind) if isinstance(handler, type) else isinstance(handler, kind) for handler in handlers
        )
        if not replaced:
            opener.add_handler(kind())
    for handler in handlers:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


class BaseHandler:
    """The base of the handlers; those with the lower number are asked first."""

    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        """There only for those that call it."""

    def __lt__(self, other):
        if not hasattr(other, "handler_order"):
            return True
        return self.handler_order < other.handler_order


class HTTPErrorProcessor(BaseHandler):
    """Hands answers that are errors to those that handle them."""

    handler_order = 1000

    def http_response(self, request, response):
        code, message, headers = response.code, response.msg, response.info()
        if not 200 <= code < 300:
            response = self.parent.error("http", request, response, code, message, headers)
        return response

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    """Raises what nobody else handled."""

    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
    """Goes where a server sends it."""

    max_repeats = 4
    max_redirections = 10
    inf_msg = "The HTTP server returned a redirect error that would lead to an infinite loop.\nThe last 30x error message was:\n"

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        """The request to send instead."""
        method = req.get_method()
        allowed = code in (301, 302, 303, 307, 308) and method in ("GET", "HEAD") or \
            code in (301, 302, 303) and method == "POST"
        if not allowed:
            raise HTTPError(req.full_url, code, msg, headers, fp)
        # The body does not go along, nor what tells of it.
        kept = {
            name: value for name, value in req.headers.items() if name.lower() not in ("content-length", "content-type")
        }
        return Request(
            newurl.replace(" ", "%20"), method="HEAD" if method == "HEAD" else "GET", headers=kept,
            origin_req_host=req.origin_req_host, unverifiable=True,
        )

    def http_error_302(self, req, fp, code, msg, headers):
        newurl = headers.get("location") or headers.get("uri")
        if not newurl:
            return None
        parts = urlparse(newurl)
        if parts.scheme not in ("http", "https", "ftp", ""):
            raise HTTPError(newurl, code, f"{msg} - Redirection to url '{newurl}' is not allowed", headers, fp)
        if not parts.path and parts.netloc:
            parts = parts._replace(path="/")
        newurl = quote(urlunparse(parts), encoding="iso-8859-1", safe=string.punctuation)
        newurl = urljoin(req.full_url, newurl)
        new = self.redirect_request(req, fp, code, msg, headers, newurl)
        if new is None:
            return None
        visited = new.redirect_dict = req.redirect_dict = getattr(req, "redirect_dict", {})
        if visited.get(newurl, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
            raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        visited[newurl] = visited.get(newurl, 0) + 1
        fp.read()
        fp.close()
        return self.parent.open(new, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class ProxyHandler(BaseHandler):
    """Goes through the proxies that the environment, or the caller, names."""

    handler_order = 100

    def __init__(self, proxies=None):
        self.proxies = getproxies() if proxies is None else proxies
        for type, url in self.proxies.items():
            def open(request, url=url, type=type.lower()):
                return self.proxy_open(request, url, type)

            setattr(self, type.lower() + "_open", open)

    def proxy_open(self, req, proxy, type):
        original = req.type
        scheme, user, password, hostport = parse_proxy(proxy)
        if req.host and proxy_bypass(req.host):
            return None
        if user and password:
            credentials = base64.b64encode(f"{unquote(user)}:{unquote(password)}".encode()).decode("ascii")
            req.add_header("Proxy-authorization", "Basic " + credentials)
        scheme = original if scheme is None else scheme
        req.set_proxy(unquote(hostport), scheme)
        if original == scheme or original == "https":
            return None  # the handler of the scheme goes on
        return self.parent.open(req, timeout=req.timeout)


class AbstractHTTPHandler(BaseHandler):
    """What HTTP needs, over whatever connection."""

    def __init__(self, debuglevel=None):
        self._debuglevel = http.client.HTTPConnection.debuglevel if debuglevel is None else debuglevel

    def set_http_debuglevel(self, level):
        self._debuglevel = level

    def do_request_(self, request):
        """Adds the headers that are missing."""
        host = request.host
        if not host:
            raise URLError("no host given")
        if request.data is not None:
            self._tell_of_body(request)
        if request.has_proxy():
            host = urlparse(request.selector).netloc
        if not request.has_header("Host"):
            request.add_unredirected_header("Host", host)
        for name, value in self.parent.addheaders:
            name = name.capitalize()
            if not request.has_header(name):
                request.add_unredirected_header(name, value)
        return request

    def _tell_of_body(self, request):
        data = request.data
        if isinstance(data, str):
            raise TypeError(
                "POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str."
            )
        if not request.has_header("Content-type"):
            request.add_unredirected_header("Content-type", "application/x-www-form-urlencoded")
        if request.has_header("Content-length") or request.has_header("Transfer-encoding"):
            return
        length = http.client._content_length(data, request.get_method())
        if length is not None:
            request.add_unredirected_header("Content-length", str(length))
        else:
            request.add_unredirected_header("Transfer-encoding", "chunked")

    def do_open(self, http_class, req, **http_conn_args):
        """Sends a request; the answer."""
        if not req.host:
            raise URLError("no host given")
        connection = http_class(req.host, timeout=req.timeout, **http_conn_args)
        connection.set_debuglevel(self._debuglevel)
        headers = dict(req.unredirected_hdrs)
        headers.update((name, value) for name, value in req.headers.items() if name not in headers)
        # The connection is not kept: nobody would use it again.
        headers["Connection"] = "close"
        headers = {name.title(): value for name, value in headers.items()}
        if req._tunnel_host:
            tunnel = {}
            if "Proxy-Authorization" in headers:
                tunnel["Proxy-Authorization"] = headers.pop("Proxy-Authorization")
            connection.set_tunnel(req._tunnel_host, headers=tunnel)
        try:
            try:
                connection.request(
                    req.get_method(), req.selector, req.data, headers,
                    encode_chunked=req.has_header("Transfer-encoding"),
                )
            except OSError as error:
                raise URLError(error)
            response = connection.getresponse()
        except:
            connection.close()
            raise
        if connection.sock:
            connection.sock.close()
            connection.sock = None
        response.url = req.get_full_url()
        response.msg = response.reason
        return response


class HTTPHandler(AbstractHTTPHandler):
    """Opens http."""

    def http_open(self, req):
        return self.do_open(http.client.HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


class HTTPSHandler(AbstractHTTPHandler):
    """Opens https."""

    def __init__(self, debuglevel=None, context=None, check_hostname=None):
        super().__init__(debuglevel)
        if check_hostname is not None:
            if context is None:
                import ssl
                context = ssl._create_default_https_context()
            context.check_hostname = check_hostname
        self._context = context

    def https_open(self, req):
        return self.do_open(http.client.HTTPSConnection, req, context=self._context)

    https_request = AbstractHTTPHandler.do_request_


class UnknownHandler(BaseHandler):
    """Refuses what nobody else opens."""

    def unknown_open(self, req):
        raise URLError("unknown url type: %s" % req.type)


class FileHandler(BaseHandler):
    """Opens files of this machine."""

    names = None

    def file_open(self, req):
        url = req.selector
        if url[:2] == "//" and url[2:3] != "/" and (req.host and req.host != "localhost"):
            if req.host not in self.get_names():
                raise URLError("file:// scheme is supported only on localhost")
            return None
        return self.open_local_file(req)

    def get_names(self):
        """The addresses of this machine."""
        if FileHandler.names is None:
            try:
                FileHandler.names = tuple(
                    socket.gethostbyname_ex("localhost")[2] + socket.gethostbyname_ex(socket.gethostname())[2]
                )
            except socket.gaierror:
                FileHandler.names = (socket.gethostbyname("localhost"),)
        return FileHandler.names

    def open_local_file(self, req):
        import email.utils
        import mimetypes
        name = req.selector
        path = url2pathname(name)
        try:
            status = os.stat(path)
            headers = email.message_from_string(
                f"Content-type: {mimetypes.guess_type(name)[0] or 'text/plain'}\nContent-length: {status.st_size}\n"
                f"Last-modified: {email.utils.formatdate(status.st_mtime, usegmt=True)}\n"
            )
            if not req.host or req.host == "localhost" or ":" not in req.host and \
                    socket.gethostbyname(req.host) in self.get_names():
                return addinfourl(open(path, "rb"), headers, "file://" + (req.host or "") + name)
        except OSError as error:
            raise URLError(error)
        raise URLError("file not on local host")


class DataHandler(BaseHandler):
    """Opens data that is written in the address itself."""

    def data_open(self, req):
        _, _, rest = req.full_url.partition(":")
        mediatype, comma, data = rest.partition(",")
        if not comma:
            raise ValueError("not enough values to unpack (expected 2, got 1)")
        data = unquote_to_bytes(data)
        if mediatype.endswith(";base64"):
            data = base64.decodebytes(data)
            mediatype = mediatype[:-7]
        mediatype = mediatype or "text/plain;charset=US-ASCII"
        headers = email.message_from_string(f"Content-type: {mediatype}\nContent-length: {len(data)}\n")
        return addinfourl(io.BytesIO(data), headers, req.full_url)


from urllib._auth import (  # they build on the handlers above
    AbstractBasicAuthHandler, AbstractDigestAuthHandler, HTTPBasicAuthHandler, HTTPDigestAuthHandler, HTTPPasswordMgr,
    HTTPPasswordMgrWithDefaultRealm, HTTPPasswordMgrWithPriorAuth, ProxyBasicAuthHandler, ProxyDigestAuthHandler,
    parse_http_list, parse_keqv_list,
)
from urllib._cookies import HTTPCookieProcessor


def pathname2url(pathname):
    """A path as the path of an address."""
    if pathname[:2] == "//":
        pathname = "//" + pathname
    return quote(pathname, encoding=sys.getfilesystemencoding(), errors=sys.getfilesystemencodeerrors())


def url2pathname(url):
    """The path of an address as a path."""
    if url[:3] == "///":
        url = url[2:]
    elif url[:12] == "//localhost/":
        url = url[11:]
    return unquote(url, encoding=sys.getfilesystemencoding(), errors=sys.getfilesystemencodeerrors())
