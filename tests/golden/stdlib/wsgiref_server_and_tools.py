import io
import threading
import urllib.error
import urllib.request
from wsgiref.handlers import BaseCGIHandler, SimpleHandler
from wsgiref.headers import Headers
from wsgiref.simple_server import WSGIRequestHandler, demo_app, make_server
from wsgiref.util import FileWrapper, application_uri, guess_scheme, is_hop_by_hop, request_uri, setup_testing_defaults, shift_path_info

headers = Headers([("A", "1")])
headers["b"] = "2"
headers.add_header("C", "v", filename="x y.txt", plain="z", none=None, with_dash="q")
print(headers, repr(headers), headers["B"], headers.get("no"), "c" in headers, len(headers), bytes(headers))
headers["a"] = "3"
print(headers.keys(), headers.values(), headers.setdefault("d", "4"), headers.get_all("C"))
for bad in (lambda: Headers(()), lambda: headers.__setitem__("x", b"y")):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)

environ = {}
setup_testing_defaults(environ)
print(sorted(name for name in environ), application_uri(environ), request_uri(environ))
environ.update(SCRIPT_NAME="/app", PATH_INFO="/a/./b//c d", QUERY_STRING="q=1", HTTP_HOST="host:81")
print(application_uri(environ), request_uri(environ), request_uri(environ, False))
for _ in range(5):
    print(shift_path_info(environ), environ["SCRIPT_NAME"], environ["PATH_INFO"])
print(guess_scheme({"HTTPS": "on"}), is_hop_by_hop("Connection"), list(FileWrapper(io.BytesIO(b"abcde"), 2)))


class Quiet(WSGIRequestHandler):
    def log_request(self, code="-", size="-"):
        logged.append((code, size))

    def get_stderr(self):
        return errors


logged, errors = [], io.StringIO()


def application(environ, start_response):
    if environ["PATH_INFO"] == "/bad":
        raise ValueError("bad path")
    write = start_response("201 Created", [("Content-Type", "text/plain"), ("X-One", "1")])
    write(b"first ")
    body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"] or 0))
    return [environ["REQUEST_METHOD"].encode(), b" ", environ["PATH_INFO"].encode("latin-1"), b" ",
            environ["QUERY_STRING"].encode(), b" ", body, b" ", environ.get("HTTP_X_TEST", "none").encode()]


with make_server("127.0.0.1", 0, application, handler_class=Quiet) as server:
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    base = f"http://127.0.0.1:{server.server_port}"
    with urllib.request.urlopen(base + "/some%20path?x=1") as answer:
        print(answer.status, answer.headers["X-One"], answer.headers["Content-Type"], answer.read())
    request = urllib.request.Request(base + "/post", data=b"payload", headers={"X-Test": "t"})
    with urllib.request.urlopen(request) as answer:
        print(answer.status, answer.read())
    try:
        urllib.request.urlopen(base + "/bad")
    except urllib.error.HTTPError as error:
        print(error.code, error.read())
    server.set_app(demo_app)
    with urllib.request.urlopen(base + "/demo") as answer:
        lines = answer.read().decode().splitlines()
        print(lines[:2], [line for line in lines if line.startswith(("PATH_INFO", "REQUEST_METHOD", "wsgi.version"))])
    server.shutdown()
    thread.join()
print([code for code, _ in logged], errors.getvalue().splitlines()[-1])

for cls, app in (
    (SimpleHandler, lambda e, s: s("200 OK", []) and [b"body"]), (BaseCGIHandler, lambda e, s: s("404 Not Found", [("A", "b")]) and []),
    (SimpleHandler, lambda e, s: s(b"200", [])), (SimpleHandler, lambda e, s: s("20", [])), (SimpleHandler, lambda e, s: [b"early"]),
):
    out, err = io.BytesIO(), io.StringIO()
    given = {}
    setup_testing_defaults(given)
    cls(io.BytesIO(), out, err, given).run(app)
    shown = b"\r\n".join(line for line in out.getvalue().split(b"\r\n") if not line.startswith(b"Date"))
    print(shown, err.getvalue().splitlines()[-1:])
