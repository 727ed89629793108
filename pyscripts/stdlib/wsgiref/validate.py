"""A middleware that holds servers and applications to WSGI: who breaks a rule hears of it by an AssertionError.

What is only unwise is told by a WSGIWarning.
"""

import re
import sys
import warnings

__all__ = ["validator"]

_NAME = re.compile(r"^[a-zA-Z][a-zA-Z0-9\-_]*$")
_CONTROLS = re.compile(r"[\000-\037]")
_METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PATCH", "PUT", "DELETE", "TRACE")
_REQUIRED = (
    "REQUEST_METHOD", "SERVER_NAME", "SERVER_PORT", "wsgi.version", "wsgi.input", "wsgi.errors", "wsgi.multithread",
    "wsgi.multiprocess", "wsgi.run_once",
)
_WITHOUT_CONTENT = (204, 304)


class WSGIWarning(Warning):
    """Something in the exchange is allowed but unwise."""


def _require(condition, *message):
    # Not an `assert`, which -O would leave out.
    if not condition:
        raise AssertionError(*message)


def _require_text(value, title):
    if type(value) is not str:
        raise AssertionError(f"{title} must be of type str (got {value!r})")
    return value


def validator(application):
    """The application, with all that passes between it and its server looked at."""

    def checked(*args, **kwds):
        _require(len(args) == 2, "Two arguments required")
        _require(not kwds, "No keyword arguments allowed")
        environ, start_response = args
        _check_environ(environ)
        started = []

        def start(*args, **kwds):
            _require(len(args) in (2, 3), f"Invalid number of arguments: {args}")
            _require(not kwds, "No keyword arguments allowed")
            status, headers, *rest = args
            _check_status(status)
            _check_headers(headers)
            _check_content_type(status, headers)
            _require(not rest or rest[0] is None or isinstance(rest[0], tuple),
                     f"exc_info ({rest and rest[0]!r}) is not a tuple")
            started.append(True)
            return _Write(start_response(*args))

        environ["wsgi.input"] = InputWrapper(environ["wsgi.input"])
        environ["wsgi.errors"] = ErrorWrapper(environ["wsgi.errors"])
        iterable = application(environ, start)
        _require(iterable is not None and iterable is not False,
                 "The application must return an iterator, if only an empty list")
        _require(not isinstance(iterable, (str, bytes)),
                 "You should not return a string as your application iterator, instead return a single-item list "
                 "containing a bytestring.")
        return IteratorWrapper(iterable, started)

    return checked


class InputWrapper:
    """`wsgi.input`, whose methods are called as they may be."""

    def __init__(self, wsgi_input):
        self.input = wsgi_input

    def read(self, *args):
        _require(len(args) == 1)
        return self._checked(self.input.read(*args))

    def readline(self, *args):
        _require(len(args) <= 1)
        return self._checked(self.input.readline(*args))

    def readlines(self, *args):
        _require(len(args) <= 1)
        lines = self.input.readlines(*args)
        _require(type(lines) is list)
        for line in lines:
            self._checked(line)
        return lines

    def __iter__(self):
        while line := self.readline():
            yield line

    def close(self):
        _require(False, "input.close() must not be called")

    @staticmethod
    def _checked(data):
        _require(type(data) is bytes)
        return data


class ErrorWrapper:
    """`wsgi.errors`, which takes text."""

    def __init__(self, wsgi_errors):
        self.errors = wsgi_errors

    def write(self, s):
        _require(type(s) is str)
        self.errors.write(s)

    def flush(self):
        self.errors.flush()

    def writelines(self, seq):
        for line in seq:
            self.write(line)

    def close(self):
        _require(False, "errors.close() must not be called")


class _Write:
    """The function that `start_response` gave, which takes bytes."""

    def __init__(self, write):
        self._write = write

    def __call__(self, s):
        _require(type(s) is bytes)
        self._write(s)


class IteratorWrapper:
    """What the application returned: its items are bytes, and it is closed in the end."""

    def __init__(self, wsgi_iterator, started):
        self._original = wsgi_iterator
        self._iterator = iter(wsgi_iterator)
        self._closed = False
        self._started = started  # filled once the response has begun; None once that was looked at

    def __iter__(self):
        return self

    def __next__(self):
        _require(not self._closed, "Iterator read after closed")
        item = next(self._iterator)
        if type(item) is not bytes:
            _require(False, f"Iterator yielded non-bytestring ({item!r})")
        if self._started is not None:
            _require(self._started, "The application returns and we started iterating over its body, but "
                                    "start_response has not yet been called")
            self._started = None
        return item

    def close(self):
        self._closed = True
        if hasattr(self._original, "close"):
            self._original.close()

    def __del__(self):
        if not self._closed:
            sys.stderr.write("Iterator garbage collected without being closed")
        _require(self._closed, "Iterator garbage collected without being closed")


def _check_environ(environ):
    _require(type(environ) is dict,
             f"Environment is not of the right type: {type(environ)!r} (environment: {environ!r})")
    for key in _REQUIRED:
        _require(key in environ, f"Environment missing required key: {key!r}")
    for key in ("HTTP_CONTENT_TYPE", "HTTP_CONTENT_LENGTH"):
        _require(key not in environ, f"Environment should not have the key: {key} (use {key[5:]} instead)")
    if "QUERY_STRING" not in environ:
        warnings.warn("QUERY_STRING is not in the WSGI environment; the cgi module will use sys.argv when this "
                      "variable is missing, so application errors are more likely", WSGIWarning)
    for key, value in environ.items():
        if "." not in key:
            _require(type(value) is str, f"Environmental variable {key} is not a string: {type(value)!r} "
                                         f"(value: {value!r})")
    _require(type(environ["wsgi.version"]) is tuple,
             f"wsgi.version should be a tuple ({environ['wsgi.version']!r})")
    _require(environ["wsgi.url_scheme"] in ("http", "https"),
             f"wsgi.url_scheme unknown: {environ['wsgi.url_scheme']!r}")
    _check_stream(environ["wsgi.input"], "wsgi.input", ("read", "readline", "readlines", "__iter__"))
    _check_stream(environ["wsgi.errors"], "wsgi.errors", ("flush", "write", "writelines"))
    if environ["REQUEST_METHOD"] not in _METHODS:
        warnings.warn(f"Unknown REQUEST_METHOD: {environ['REQUEST_METHOD']}", WSGIWarning)
    for key in ("SCRIPT_NAME", "PATH_INFO"):
        path = environ.get(key)
        _require(not path or path.startswith("/"), f"{key} doesn't start with /: {path!r}")
    if environ.get("CONTENT_LENGTH"):
        _require(int(environ["CONTENT_LENGTH"]) >= 0, f"Invalid CONTENT_LENGTH: {environ['CONTENT_LENGTH']!r}")
    if not environ.get("SCRIPT_NAME"):
        _require("PATH_INFO" in environ, "One of SCRIPT_NAME or PATH_INFO are required (PATH_INFO should at least be "
                                         "'/' if SCRIPT_NAME is empty)")
    _require(environ.get("SCRIPT_NAME") != "/",
             "SCRIPT_NAME cannot be '/'; it should instead be '', and PATH_INFO should be '/'")


def _check_stream(stream, title, methods):
    for method in methods:
        _require(hasattr(stream, method), f"{title} ({stream!r}) doesn't have the attribute {method}")


def _check_status(status):
    code = _require_text(status, "Status").split(None, 1)[0]
    _require(len(code) == 3, f"Status codes must be three characters: {code!r}")
    _require(int(code) >= 100, f"Status code is invalid: {int(code)!r}")
    if len(status) < 4 or status[3] != " ":
        warnings.warn(f"The status string ({status!r}) should be a three-digit integer followed by a single space "
                      "and a status explanation", WSGIWarning)


def _check_headers(headers):
    _require(type(headers) is list, f"Headers ({headers!r}) must be of type list: {type(headers)!r}")
    for item in headers:
        _require(type(item) is tuple, f"Individual headers ({item!r}) must be of type tuple: {type(item)!r}")
        _require(len(item) == 2)
        name = _require_text(item[0], "Header name")
        value = _require_text(item[1], "Header value")
        _require(name.lower() != "status", "The Status header cannot be used; it conflicts with CGI script, and HTTP "
                                           f"status is not given through headers (value: {value!r}).")
        _require("\n" not in name and ":" not in name, f"Header names may not contain ':' or '\\n': {name!r}")
        _require(_NAME.search(name), f"Bad header name: {name!r}")
        _require(not name.endswith(("-", "_")), f"Names may not end in '-' or '_': {name!r}")
        bad = _CONTROLS.search(value)
        _require(not bad, f"Bad header value: {value!r} (bad char: {bad and bad[0]!r})")


def _check_content_type(status, headers):
    code = int(status.split(None, 1)[0])
    has_type = any(name.lower() == "content-type" for name, value in headers)
    if code in _WITHOUT_CONTENT:
        _require(not has_type, f"Content-Type header found in a {code} response, which must not return content.")
    else:
        _require(has_type, f"No Content-Type header found in headers ({headers})")
