"""Tools for the environment of a request."""

import posixpath

__all__ = [
    "FileWrapper", "guess_scheme", "application_uri", "request_uri", "shift_path_info", "setup_testing_defaults",
    "is_hop_by_hop",
]

_HOP_BY_HOP = {
    "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailers", "transfer-encoding",
    "upgrade",
}


class FileWrapper:
    """A file as an iterator of blocks."""

    def __init__(self, filelike, blksize=8192):
        self.filelike, self.blksize = filelike, blksize
        if hasattr(filelike, "close"):
            self.close = filelike.close

    def __iter__(self):
        return self

    def __next__(self):
        data = self.filelike.read(self.blksize)
        if not data:
            raise StopIteration
        return data


def guess_scheme(environ):
    return "https" if environ.get("HTTPS") in ("yes", "on", "1") else "http"


def application_uri(environ):
    """The application's address, without what it was asked for."""
    from urllib.parse import quote

    scheme = environ["wsgi.url_scheme"]
    uri = scheme + "://"
    if environ.get("HTTP_HOST"):
        uri += environ["HTTP_HOST"]
    else:
        uri += environ["SERVER_NAME"]
        if environ["SERVER_PORT"] != {"https": "443"}.get(scheme, "80"):
            uri += ":" + environ["SERVER_PORT"]
    return uri + quote(environ.get("SCRIPT_NAME") or "/", encoding="latin1")


def request_uri(environ, include_query=True):
    """The whole address that was asked for."""
    from urllib.parse import quote

    uri = application_uri(environ)
    path = quote(environ.get("PATH_INFO", ""), safe="/;=,", encoding="latin1")
    uri += path if environ.get("SCRIPT_NAME") else path[1:]
    if include_query and environ.get("QUERY_STRING"):
        uri += "?" + environ["QUERY_STRING"]
    return uri


def shift_path_info(environ):
    """Move a name from PATH_INFO to SCRIPT_NAME, and return it; None if there is none."""
    path = environ.get("PATH_INFO", "")
    if not path:
        return None
    parts = path.split("/")
    parts[1:-1] = [part for part in parts[1:-1] if part and part != "."]
    name = parts[1]
    del parts[1]
    script = posixpath.normpath(environ.get("SCRIPT_NAME", "") + "/" + name).removesuffix("/")
    if not name and not script.endswith("/"):
        script += "/"
    environ["SCRIPT_NAME"] = script
    environ["PATH_INFO"] = "/".join(parts)
    # A dot is no name, but a way to nothing.
    return None if name == "." else name


def setup_testing_defaults(environ):
    """Fill an environment in with what an application may rely on."""
    from io import BytesIO, StringIO

    environ.setdefault("SERVER_NAME", "127.0.0.1")
    environ.setdefault("SERVER_PROTOCOL", "HTTP/1.0")
    environ.setdefault("HTTP_HOST", environ["SERVER_NAME"])
    environ.setdefault("REQUEST_METHOD", "GET")
    if "SCRIPT_NAME" not in environ and "PATH_INFO" not in environ:
        environ.setdefault("SCRIPT_NAME", "")
        environ.setdefault("PATH_INFO", "/")
    environ.setdefault("wsgi.version", (1, 0))
    environ.setdefault("wsgi.run_once", 0)
    environ.setdefault("wsgi.multithread", 0)
    environ.setdefault("wsgi.multiprocess", 0)
    environ.setdefault("wsgi.input", BytesIO())
    environ.setdefault("wsgi.errors", StringIO())
    environ.setdefault("wsgi.url_scheme", guess_scheme(environ))
    if environ["wsgi.url_scheme"] in ("http", "https"):
        environ.setdefault("SERVER_PORT", {"http": "80", "https": "443"}[environ["wsgi.url_scheme"]])


def is_hop_by_hop(header_name):
    return header_name.lower() in _HOP_BY_HOP
