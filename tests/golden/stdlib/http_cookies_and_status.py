# http: numbers of answers, methods, cookies.
import pickle
from http import HTTPMethod, HTTPStatus
from http.cookies import CookieError, Morsel, SimpleCookie

print(repr(HTTPStatus.OK), HTTPStatus.OK, HTTPStatus(404).phrase, HTTPStatus.NOT_FOUND.description, HTTPStatus.OK == 200)
print(HTTPStatus.CREATED.is_success, HTTPStatus.FOUND.is_redirection, HTTPStatus.GONE.is_client_error, len(HTTPStatus))
print(HTTPStatus.BAD_GATEWAY.is_server_error, HTTPStatus.CONTINUE.is_informational, HTTPStatus.REQUEST_URI_TOO_LONG.name)
print(repr(HTTPMethod.GET), HTTPMethod.POST, HTTPMethod.PUT.description, HTTPMethod("PATCH") == "PATCH")

cookies = SimpleCookie()
cookies["fig"] = "newton"
cookies["sugar"] = "wa fer"
cookies["sugar"]["path"] = "/x"
cookies["sugar"]["max-age"] = 60
cookies["sugar"]["httponly"] = True
cookies["sugar"]["samesite"] = "Lax"
cookies["odd"] = 'quote " back \\ umlaut ü semi ;'
print(cookies)
print(repr(cookies), cookies.output(attrs=["path"], header="Cookie:", sep="|"))
print(SimpleCookie(cookies["odd"].OutputString())["odd"].value)
read = SimpleCookie('a=1; b="two words"; $Version=1; c=x=y; expires=Wed, 01 Jan 2020 00:00:00 GMT; Path=/p; Secure')
for name, morsel in read.items():
    print(name, repr(morsel.value), {key: value for key, value in morsel.items() if value})
print(SimpleCookie("a=1; no value; b=2"), SimpleCookie("path=/; a=1"), SimpleCookie(""))
print(cookies["fig"].js_output())
for key in "bad name", "path", "":
    try:
        cookies[key] = 1
    except CookieError as error:
        print(error)
morsel = Morsel()
try:
    morsel["nope"] = 1
except CookieError as error:
    print(error)
morsel.set("k", "v", "v")
print(morsel, repr(morsel), morsel == morsel.copy(), morsel.isReservedKey("PATH"))
print(pickle.loads(pickle.dumps(cookies)) == cookies)
