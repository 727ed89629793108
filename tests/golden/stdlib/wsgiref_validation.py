# A validated application is held to the rules of WSGI; so is its server.
import io
import warnings
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import WSGIWarning, validator


def environment(**changes):
    environ = {}
    setup_testing_defaults(environ)
    environ["QUERY_STRING"] = ""
    environ.update(changes)
    return environ


def run(application, environ=None, start=lambda status, headers, exc_info=None: print):
    try:
        result = validator(application)(environment() if environ is None else environ, start)
        try:
            return list(result)
        finally:
            result.close()
    except AssertionError as error:
        return f"AssertionError {error}"


def application(status="200 OK", headers=[("Content-Type", "text/plain")], body=[b"x"], use=lambda environ: None):
    def app(environ, start_response):
        use(environ)
        if status is not None:
            start_response(status, headers)
        return body
    return app


print(run(application()))
print(run(application(body=[b"a", b"b"], use=lambda environ: environ["wsgi.errors"].write(""))))
for status in ("200", "20 OK", "099 no", b"200 OK", None):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        print(status, run(application(status)), [(w.category is WSGIWarning, str(w.message)) for w in caught])
for headers in ((), [["a", "b"]], [], [("Status", "1")], [("a:b", "c")], [("1a", "c")], [("a-", "c")], [("a", "b\n")],
                [(b"a", "b")], [("a", b"b")]):
    print(headers, run(application(headers=headers)))
print(run(application("204 No Content")))
for body in (None, "text", b"bytes", ["text"], [bytearray()]):
    print(body, run(application(body=body)))
for change in ({"SCRIPT_NAME": "/"}, {"PATH_INFO": "x"}, {"CONTENT_LENGTH": "-1"}, {"SERVER_PORT": 80},
               {"HTTP_CONTENT_TYPE": "a"}, {"wsgi.version": [1, 0]}, {"wsgi.url_scheme": "ftp"}, {"wsgi.input": 1}):
    print(change, run(application(), environment(**change)))
for use in (lambda environ: environ["wsgi.input"].read(), lambda environ: environ["wsgi.input"].close(),
            lambda environ: environ["wsgi.errors"].write(b"")):
    print(run(application(use=use)))
reads = environment()
reads["wsgi.input"] = io.BytesIO(b"one\ntwo\n")
print(run(application(use=lambda environ: print(list(environ["wsgi.input"]))), reads))
missing = environment()
del missing["SERVER_NAME"]
print(run(application(), missing))
try:
    validator(application())(environment())
except AssertionError as error:
    print(error)
