"""A server for applications."""

import sys
import urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer
from platform import python_implementation

from wsgiref.handlers import SimpleHandler

__version__ = "0.2"
__all__ = ["WSGIServer", "WSGIRequestHandler", "demo_app", "make_server"]

server_version = "WSGIServer/" + __version__
sys_version = python_implementation() + "/" + sys.version.split()[0]
software_version = server_version + " " + sys_version


class ServerHandler(SimpleHandler):
    """Runs one request, and has the server log it."""

    server_software = software_version

    def close(self):
        try:
            self.request_handler.log_request(self.status.split(" ", 1)[0], self.bytes_sent)
        finally:
            SimpleHandler.close(self)


class WSGIServer(HTTPServer):
    """A server of one application."""

    application = None

    def server_bind(self):
        HTTPServer.server_bind(self)
        self.setup_environ()

    def setup_environ(self):
        self.base_environ = {
            "SERVER_NAME": self.server_name, "GATEWAY_INTERFACE": "CGI/1.1", "SERVER_PORT": str(self.server_port),
            "REMOTE_HOST": "", "CONTENT_LENGTH": "", "SCRIPT_NAME": "",
        }

    def get_app(self):
        return self.application

    def set_app(self, application):
        self.application = application


class WSGIRequestHandler(BaseHTTPRequestHandler):
    """Makes an environment of a request."""

    server_version = "WSGIServer/" + __version__

    def get_environ(self):
        environ = self.server.base_environ.copy()
        environ["SERVER_PROTOCOL"] = self.request_version
        environ["SERVER_SOFTWARE"] = self.server_version
        environ["REQUEST_METHOD"] = self.command
        path, _, query = self.path.partition("?")
        environ["PATH_INFO"] = urllib.parse.unquote(path, "iso-8859-1")
        environ["QUERY_STRING"] = query
        host = self.address_string()
        if host != self.client_address[0]:
            environ["REMOTE_HOST"] = host
        environ["REMOTE_ADDR"] = self.client_address[0]
        given = self.headers.get("content-type")
        environ["CONTENT_TYPE"] = self.headers.get_content_type() if given is None else given
        length = self.headers.get("content-length")
        if length:
            environ["CONTENT_LENGTH"] = length
        for name, value in self.headers.items():
            name = name.replace("-", "_").upper()
            value = value.strip()
            if name in environ:
                continue  # it stands there already, as CONTENT_LENGTH does
            name = "HTTP_" + name
            environ[name] = environ[name] + "," + value if name in environ else value
        return environ

    def get_stderr(self):
        return sys.stderr

    def handle(self):
        self.raw_requestline = self.rfile.readline(65537)
        if len(self.raw_requestline) > 65536:
            self.requestline = self.request_version = self.command = ""
            self.send_error(414)
            return
        if not self.parse_request():
            return
        handler = ServerHandler(self.rfile, self.wfile, self.get_stderr(), self.get_environ(), multithread=False)
        handler.request_handler = self
        handler.run(self.server.get_app())


def demo_app(environ, start_response):
    """An application that shows its environment."""
    text = "Hello world!\n\n" + "".join([f"{name} = {value!r}\n" for name, value in sorted(environ.items())])
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    return [text.encode("utf-8")]


def make_server(host, port, app, server_class=WSGIServer, handler_class=WSGIRequestHandler):
    """A server of an application."""
    server = server_class((host, port), handler_class)
    server.set_app(app)
    return server


if __name__ == "__main__":
    with make_server("", 8000, demo_app) as httpd:
        print("Serving HTTP on", httpd.socket.getsockname()[0], "port", httpd.socket.getsockname()[1], "...")
        httpd.handle_request()
