"""Functions that other machines may call.

`SimpleXMLRPCDispatcher` knows the functions and calls them; `SimpleXMLRPCServer` takes calls over HTTP, and
`CGIXMLRPCRequestHandler` one from a web server. The variants that show documentation as HTML are not there.
"""

import http.server
import os
import re
import socketserver
import sys
import traceback
from http.server import BaseHTTPRequestHandler

from xmlrpc.client import Fault, dumps, gzip_decode, gzip_encode, loads


def resolve_dotted_attribute(obj, attr, allow_dotted_names=True):
    """The attribute at the end of a dotted name; those with a leading underscore are nobody's business."""
    for name in attr.split(".") if allow_dotted_names else [attr]:
        if name.startswith("_"):
            raise AttributeError(f'attempt to access private attribute "{name}"')
        obj = getattr(obj, name)
    return obj


def list_public_methods(obj):
    """The names of the attributes that can be called and do not begin with an underscore."""
    return [name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name))]


class SimpleXMLRPCDispatcher:
    """Functions by name, and at most one object whose methods may be called, too."""

    def __init__(self, allow_none=False, encoding=None, use_builtin_types=False):
        self.funcs = {}
        self.instance = None
        self.allow_none = allow_none
        self.encoding = encoding or "utf-8"
        self.use_builtin_types = use_builtin_types

    def register_instance(self, instance, allow_dotted_names=False):
        """Let an object's methods be called, or have its `_dispatch` call what it likes."""
        self.instance = instance
        self.allow_dotted_names = allow_dotted_names

    def register_function(self, function=None, name=None):
        """Let a function be called, by its own name or another; also a decorator."""
        if function is None:
            return lambda function: self.register_function(function, name)
        self.funcs[function.__name__ if name is None else name] = function
        return function

    def register_introspection_functions(self):
        """Let others ask which functions there are."""
        self.funcs.update({
            "system.listMethods": self.system_listMethods, "system.methodSignature": self.system_methodSignature,
            "system.methodHelp": self.system_methodHelp,
        })

    def register_multicall_functions(self):
        """Let several calls come at once."""
        self.funcs["system.multicall"] = self.system_multicall

    def _marshaled_dispatch(self, data, dispatch_method=None, path=None):
        """The answer to a call, both as XML."""
        try:
            params, method = loads(data, use_builtin_types=self.use_builtin_types)
            result = (dispatch_method or self._dispatch)(method, params)
            answer = dumps((result,), methodresponse=1, allow_none=self.allow_none, encoding=self.encoding)
        except Fault as fault:
            answer = dumps(fault, allow_none=self.allow_none, encoding=self.encoding)
        except BaseException as problem:
            fault = Fault(1, f"{type(problem)}:{problem}")
            answer = dumps(fault, encoding=self.encoding, allow_none=self.allow_none)
        return answer.encode(self.encoding, "xmlcharrefreplace")

    def system_listMethods(self):
        """The names of all functions that may be called."""
        names = set(self.funcs)
        if self.instance is not None:
            if hasattr(self.instance, "_listMethods"):
                names |= set(self.instance._listMethods())
            elif not hasattr(self.instance, "_dispatch"):
                names |= set(list_public_methods(self.instance))
        return sorted(names)

    def system_methodSignature(self, method_name):
        """What a function takes and gives, which is not known."""
        return "signatures not supported"

    def system_methodHelp(self, method_name):
        """A function's docstring."""
        method = self.funcs.get(method_name)
        if method is None and self.instance is not None:
            if hasattr(self.instance, "_methodHelp"):
                return self.instance._methodHelp(method_name)
            if not hasattr(self.instance, "_dispatch"):
                try:
                    method = resolve_dotted_attribute(self.instance, method_name, self.allow_dotted_names)
                except AttributeError:
                    pass
        if method is None:
            return ""
        import pydoc
        return pydoc.getdoc(method)

    def system_multicall(self, call_list):
        """The results of several calls, each in a list of its own, or what went wrong with it."""
        results = []
        for call in call_list:
            try:
                results.append([self._dispatch(call["methodName"], call["params"])])
            except Fault as fault:
                results.append({"faultCode": fault.faultCode, "faultString": fault.faultString})
            except BaseException as problem:
                results.append({"faultCode": 1, "faultString": f"{type(problem)}:{problem}"})
        return results

    def _dispatch(self, method, params):
        """Call a function: a registered one, or what the object has for the name."""
        function = self.funcs.get(method)
        if method not in self.funcs and self.instance is not None:
            if hasattr(self.instance, "_dispatch"):
                return self.instance._dispatch(method, params)
            try:
                function = resolve_dotted_attribute(self.instance, method, self.allow_dotted_names)
            except AttributeError:
                pass
        if function is None:
            raise Exception(f'method "{method}" is not supported')
        return function(*params)


class SimpleXMLRPCRequestHandler(BaseHTTPRequestHandler):
    """Takes a call that comes as a POST."""

    rpc_paths = ("/", "/RPC2", "/pydoc.css")
    # A shorter answer than this is not worth compressing; None to compress none.
    encode_threshold = 1400
    wbufsize = -1
    disable_nagle_algorithm = True
    aepattern = re.compile(r"\s*([^\s;]+)\s*(?:;\s*q\s*=\s*([0-9.]+))?", re.IGNORECASE)

    def accept_encodings(self):
        """Which encodings the client takes, and how gladly."""
        found = {}
        for part in self.headers.get("Accept-Encoding", "").split(","):
            match = self.aepattern.match(part)
            if match:
                found[match[1]] = float(match[2]) if match[2] else 1.0
        return found

    def is_rpc_path_valid(self):
        """Do calls come to this path?"""
        return not self.rpc_paths or self.path.partition("?")[0] in self.rpc_paths

    def do_POST(self):
        """Take a call and send the answer."""
        if not self.is_rpc_path_valid():
            self.report_404()
            return
        try:
            left = int(self.headers["content-length"])
            parts = []
            while left and (part := self.rfile.read(min(left, 10 << 20))):
                parts.append(part)
                left -= len(part)
            data = self.decode_request_content(b"".join(parts))
            if data is None:
                return
            answer = self.server._marshaled_dispatch(data, getattr(self, "_dispatch", None), self.path)
        except Exception as problem:
            self.send_response(500)
            if getattr(self.server, "_send_traceback_header", False):
                self.send_header("X-exception", str(problem))
                trace = traceback.format_exc().encode("ASCII", "backslashreplace").decode("ASCII")
                self.send_header("X-traceback", trace)
            self.send_header("Content-length", "0")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-type", "text/xml")
        if self.encode_threshold is not None and len(answer) > self.encode_threshold:
            if self.accept_encodings().get("gzip", 0):
                answer = gzip_encode(answer)
                self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def decode_request_content(self, data):
        """The call, no longer compressed; None if it cannot be read, which the client has then been told."""
        encoding = self.headers.get("content-encoding", "identity").lower()
        if encoding == "identity":
            return data
        if encoding == "gzip":
            try:
                return gzip_decode(data)
            except NotImplementedError:
                self.send_response(501, f"encoding {encoding!r} not supported")
            except ValueError:
                self.send_response(400, "error decoding gzip content")
        else:
            self.send_response(501, f"encoding {encoding!r} not supported")
        self.send_header("Content-length", "0")
        self.end_headers()
        return None

    def report_404(self):
        """Tell the client that there is nothing at this path."""
        self.send_response(404)
        answer = b"No such page"
        self.send_header("Content-type", "text/plain")
        self.send_header("Content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_request(self, code="-", size="-"):
        """Say which call came, unless the server is to be quiet."""
        if self.server.logRequests:
            super().log_request(code, size)


class SimpleXMLRPCServer(socketserver.TCPServer, SimpleXMLRPCDispatcher):
    """A server whose functions may be called."""

    allow_reuse_address = True
    # What went wrong is nothing for strangers.
    _send_traceback_header = False

    def __init__(self, addr, requestHandler=SimpleXMLRPCRequestHandler, logRequests=True, allow_none=False,
                 encoding=None, bind_and_activate=True, use_builtin_types=False):
        self.logRequests = logRequests
        SimpleXMLRPCDispatcher.__init__(self, allow_none, encoding, use_builtin_types)
        socketserver.TCPServer.__init__(self, addr, requestHandler, bind_and_activate)


class MultiPathXMLRPCServer(SimpleXMLRPCServer):
    """A server with different functions at different paths."""

    def __init__(self, addr, requestHandler=SimpleXMLRPCRequestHandler, logRequests=True, allow_none=False,
                 encoding=None, bind_and_activate=True, use_builtin_types=False):
        super().__init__(addr, requestHandler, logRequests, allow_none, encoding, bind_and_activate, use_builtin_types)
        self.dispatchers = {}

    def add_dispatcher(self, path, dispatcher):
        """Put functions at a path."""
        self.dispatchers[path] = dispatcher
        return dispatcher

    def get_dispatcher(self, path):
        """The functions at a path."""
        return self.dispatchers[path]

    def _marshaled_dispatch(self, data, dispatch_method=None, path=None):
        try:
            return self.dispatchers[path]._marshaled_dispatch(data, dispatch_method, path)
        except BaseException as problem:
            fault = Fault(1, f"{type(problem)}:{problem}")
            answer = dumps(fault, encoding=self.encoding, allow_none=self.allow_none)
            return answer.encode(self.encoding, "xmlcharrefreplace")


class CGIXMLRPCRequestHandler(SimpleXMLRPCDispatcher):
    """Takes one call from a web server, that of the environment and standard input."""

    def __init__(self, allow_none=False, encoding=None, use_builtin_types=False):
        SimpleXMLRPCDispatcher.__init__(self, allow_none, encoding, use_builtin_types)

    def handle_xmlrpc(self, request_text):
        """Answer a call."""
        answer = self._marshaled_dispatch(request_text)
        print("Content-Type: text/xml")
        print("Content-Length:", len(answer))
        print()
        sys.stdout.flush()
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()

    def handle_get(self):
        """Say that only calls are answered."""
        code = 400
        message, explain = BaseHTTPRequestHandler.responses[code]
        answer = http.server.DEFAULT_ERROR_MESSAGE % {"code": code, "message": message, "explain": explain}
        answer = answer.encode("utf-8")
        print(f"Status: {code} {message}")
        print("Content-Type:", http.server.DEFAULT_ERROR_CONTENT_TYPE)
        print("Content-Length:", len(answer))
        print()
        sys.stdout.flush()
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()

    def handle_request(self, request_text=None):
        """Answer what the web server hands on."""
        if request_text is None and os.environ.get("REQUEST_METHOD") == "GET":
            self.handle_get()
            return
        if request_text is None:
            try:
                length = int(os.environ.get("CONTENT_LENGTH", None))
            except (TypeError, ValueError):
                length = -1
            request_text = sys.stdin.read(length)
        self.handle_xmlrpc(request_text)
