"""Runs applications: calls them with an environment, and sends what they return."""

import os
import sys
import time

from wsgiref.headers import Headers
from wsgiref.util import FileWrapper, guess_scheme, is_hop_by_hop

__all__ = ["BaseHandler", "SimpleHandler", "BaseCGIHandler", "CGIHandler", "IISCGIHandler", "read_environ"]

_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MONTHS = [None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def format_date_time(timestamp):
    year, month, day, hour, minute, second, weekday, _, _ = time.gmtime(timestamp)
    return "%s, %02d %3s %4d %02d:%02d:%02d GMT" % (
        _DAYS[weekday], day, _MONTHS[month], year, hour, minute, second)


def read_environ():
    """The process's environment, its bytes as characters of Latin-1."""
    return {name: os.fsencode(value).decode("iso-8859-1") for name, value in os.environ.items()}


class BaseHandler:
    """Runs one request; a subclass says where the bytes go."""

    wsgi_version = (1, 0)
    wsgi_multithread = wsgi_multiprocess = True
    wsgi_run_once = False
    origin_server = True
    http_version = "1.0"
    server_software = None
    os_environ = read_environ()
    wsgi_file_wrapper = FileWrapper
    headers_class = Headers
    traceback_limit = None
    error_status = "500 Internal Server Error"
    error_headers = [("Content-Type", "text/plain")]
    error_body = b"A server error occurred.  Please contact the administrator."
    status = result = headers = None
    headers_sent = False
    bytes_sent = 0

    def run(self, application):
        """Call an application and send its response."""
        try:
            self.setup_environ()
            self.result = application(self.environ, self.start_response)
            self.finish_response()
        except (ConnectionAbortedError, BrokenPipeError, ConnectionResetError):
            return  # the client went away
        except:
            try:
                self.handle_error()
            except:
                self.close()
                raise

    def setup_environ(self):
        environ = self.environ = self.os_environ.copy()
        self.add_cgi_vars()
        environ["wsgi.input"] = self.get_stdin()
        environ["wsgi.errors"] = self.get_stderr()
        environ["wsgi.version"] = self.wsgi_version
        environ["wsgi.run_once"] = self.wsgi_run_once
        environ["wsgi.url_scheme"] = self.get_scheme()
        environ["wsgi.multithread"] = self.wsgi_multithread
        environ["wsgi.multiprocess"] = self.wsgi_multiprocess
        if self.wsgi_file_wrapper is not None:
            environ["wsgi.file_wrapper"] = self.wsgi_file_wrapper
        if self.origin_server and self.server_software:
            environ.setdefault("SERVER_SOFTWARE", self.server_software)

    def finish_response(self):
        try:
            if not self.result_is_file() or not self.sendfile():
                for data in self.result:
                    self.write(data)
                self.finish_content()
        except:
            if hasattr(self.result, "close"):
                self.result.close()
            raise
        else:
            self.close()

    def get_scheme(self):
        return guess_scheme(self.environ)

    def set_content_length(self):
        """The length is known if the response is a single piece."""
        try:
            pieces = len(self.result)
        except (TypeError, AttributeError, NotImplementedError):
            return
        if pieces == 1:
            self.headers["Content-Length"] = str(self.bytes_sent)

    def cleanup_headers(self):
        if "Content-Length" not in self.headers:
            self.set_content_length()

    def start_response(self, status, headers, exc_info=None):
        """What an application is given to say its status and headers; returns a function that writes."""
        if exc_info:
            try:
                if self.headers_sent:
                    raise
            finally:
                exc_info = None
        elif self.headers is not None:
            raise AssertionError("Headers already set!")
        self.status = status
        self.headers = self.headers_class(headers)
        if type(status) is not str:
            raise AssertionError("Status must be of type str (got %r)" % (status,))
        assert len(status) >= 4, "Status must be at least 4 characters"
        assert status[:3].isdigit(), "Status message must begin w/3-digit code"
        assert status[3] == " ", "Status message must have a space after code"
        for name, _ in headers:
            assert not is_hop_by_hop(name), f"Hop-by-hop header, '{name}: {_}', not allowed"
        return self.write

    def send_preamble(self):
        if self.origin_server:
            if self.client_is_modern():
                self._write(("HTTP/%s %s\r\n" % (self.http_version, self.status)).encode("iso-8859-1"))
                if "Date" not in self.headers:
                    self._write(("Date: %s\r\n" % format_date_time(time.time())).encode("iso-8859-1"))
                if self.server_software and "Server" not in self.headers:
                    self._write(("Server: %s\r\n" % self.server_software).encode("iso-8859-1"))
        else:
            self._write(("Status: %s\r\n" % self.status).encode("iso-8859-1"))

    def write(self, data):
        assert type(data) is bytes, "write() argument must be a bytes instance"
        if not self.status:
            raise AssertionError("write() before start_response()")
        if not self.headers_sent:
            self.bytes_sent = len(data)
            self.send_headers()
        else:
            self.bytes_sent += len(data)
        self._write(data)
        self._flush()

    def sendfile(self):
        """Send a file in some quicker way; false if there is none."""
        return False

    def finish_content(self):
        if not self.headers_sent:
            self.headers.setdefault("Content-Length", "0")
            self.send_headers()

    def close(self):
        try:
            if hasattr(self.result, "close"):
                self.result.close()
        finally:
            self.result = self.headers = self.status = self.environ = None
            self.bytes_sent, self.headers_sent = 0, False

    def send_headers(self):
        self.cleanup_headers()
        self.headers_sent = True
        if not self.origin_server or self.client_is_modern():
            self.send_preamble()
            self._write(bytes(self.headers))

    def result_is_file(self):
        wrapper = self.wsgi_file_wrapper
        return wrapper is not None and isinstance(self.result, wrapper)

    def client_is_modern(self):
        return self.environ["SERVER_PROTOCOL"].upper() != "HTTP/0.9"

    def log_exception(self, exc_info):
        from traceback import print_exception

        stderr = self.get_stderr()
        print_exception(exc_info[0], exc_info[1], exc_info[2], self.traceback_limit, stderr)
        stderr.flush()

    def handle_error(self):
        self.log_exception(sys.exc_info())
        if not self.headers_sent:
            self.result = self.error_output(self.environ, self.start_response)
            self.finish_response()

    def error_output(self, environ, start_response):
        start_response(self.error_status, self.error_headers[:], sys.exc_info())
        return [self.error_body]

    # What a subclass has to say.

    def _write(self, data):
        raise NotImplementedError

    def _flush(self):
        raise NotImplementedError

    def get_stdin(self):
        raise NotImplementedError

    def get_stderr(self):
        raise NotImplementedError

    def add_cgi_vars(self):
        raise NotImplementedError


class SimpleHandler(BaseHandler):
    """A handler on given streams and a given environment."""

    def __init__(self, stdin, stdout, stderr, environ, multithread=True, multiprocess=False):
        self.stdin, self.stdout, self.stderr = stdin, stdout, stderr
        self.base_env = environ
        self.wsgi_multithread, self.wsgi_multiprocess = multithread, multiprocess

    def get_stdin(self):
        return self.stdin

    def get_stderr(self):
        return self.stderr

    def add_cgi_vars(self):
        self.environ.update(self.base_env)

    def _write(self, data):
        left = memoryview(data)
        while left:
            written = self.stdout.write(left)
            if written is None:
                return
            left = left[written:]

    def _flush(self):
        self.stdout.flush()
        self._flush = self.stdout.flush


class BaseCGIHandler(SimpleHandler):
    """A handler behind a web server."""

    origin_server = False


class CGIHandler(BaseCGIHandler):
    """A handler of a CGI program."""

    wsgi_run_once = True
    os_environ = {}

    def __init__(self):
        BaseCGIHandler.__init__(
            self, sys.stdin.buffer, sys.stdout.buffer, sys.stderr, read_environ(), multithread=False,
            multiprocess=True)


class IISCGIHandler(BaseCGIHandler):
    """As CGIHandler, for servers that repeat the script's name in the path."""

    wsgi_run_once = True
    os_environ = {}

    def __init__(self):
        environ = read_environ()
        path, script = environ.get("PATH_INFO", ""), environ.get("SCRIPT_NAME", "")
        if (path + "/").startswith(script + "/"):
            environ["PATH_INFO"] = path[len(script):]
        BaseCGIHandler.__init__(
            self, sys.stdin.buffer, sys.stdout.buffer, sys.stderr, environ, multithread=False, multiprocess=True)
