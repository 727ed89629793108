import http.cookiejar as cookiejar
import os
import time
import urllib.request
from email.message import Message


class Answer:
    def __init__(self, *headers, name="Set-Cookie"):
        self._message = Message()
        for header in headers:
            self._message[name] = header

    def info(self):
        return self._message


def take(jar, url, *headers, name="Set-Cookie", **options):
    request = urllib.request.Request(url, **options)
    jar.extract_cookies(Answer(*headers, name=name), request)
    return [(c.name, c.value, c.domain, c.path, c.secure, c.discard, c.port, c.version, c.domain_specified,
             c.path_specified, c.domain_initial_dot) for c in jar]


def sent(jar, url):
    request = urllib.request.Request(url)
    jar.add_cookie_header(request)
    return request.get_header("Cookie"), request.get_header("Cookie2")


jar = cookiejar.CookieJar()
for row in take(jar, "http://www.acme.com/docs/index.html", "a=1; path=/", "b=2", "c=3; domain=.acme.com; path=/docs",
                "d=4; secure; HttpOnly; SameSite=Lax", "e", "f=6; path=/other", "g=7; domain=other.com", "h=8; port",
                "i=9; expires=Wed, 01 Jan 2150 00:00:00 GMT", "j=10; max-age=1000; Path=", "k=11; max-age=nothing",
                'l="quoted; value"', "m=a=b", "=n", "o=1; domain", "p=5; version=1; Comment=hello"):
    print(row)
print(len(jar), [str(c) for c in jar][:3])
for url in ("http://www.acme.com/docs/x", "https://www.acme.com/docs/x", "http://www.acme.com/", "http://acme.com/docs/",
            "http://www.acme.com:8080/docs/", "http://sub.www.acme.com/docs/", "http://other.com/", "http://www.acme.com/docsx"):
    print(url, sent(jar, url))
take(jar, "http://www.acme.com/docs/index.html", "a=gone; path=/; max-age=0", "b=x; expires=Mon, 01 Jan 1990 00:00:00 GMT")
print(sorted(c.name for c in jar))
jar.clear_session_cookies()
print(sorted(c.name for c in jar))
for arguments in ((), ("nowhere",), (None, "/"), (None, None, "n"), (".acme.com", "/", "x")):
    try:
        print(jar.clear(*arguments))
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)

print("policies")
strict = cookiejar.DefaultCookiePolicy
for policy in (strict(blocked_domains=["acme.com", ".evil.com"]), strict(allowed_domains=[".acme.com"]),
               strict(allowed_domains=[]), strict(strict_domain=True), strict(strict_ns_domain=strict.DomainStrict),
               strict(strict_ns_set_path=True), strict(strict_ns_set_initial_dollar=True), strict(netscape=False),
               strict(rfc2965=True)):
    jar = cookiejar.CookieJar(policy)
    take(jar, "http://www.acme.com/a/", "a=1", "b=2; domain=.acme.com", "c=1; path=/other", "$d=1")
    take(jar, "http://www.evil.com/", "a=1", "b=2; domain=evil.com")
    take(jar, "http://www.foo.co.uk/", "a=1; domain=.co.uk", "b=1; domain=.foo.co.uk", "c=1; domain=.com")
    take(jar, "http://one.two.acme.com/", "a=1; domain=.acme.com; path=/deep")
    take(jar, "http://local/", "a=1; domain=.local", "b=1; port=\"80,81\"")
    print([f"{c.name}@{c.domain}{c.path}" for c in jar])
    print(sent(jar, "http://www.acme.com/a/"), sent(jar, "http://local/"), sent(jar, "http://acme.com/"))
jar = cookiejar.CookieJar(strict(rfc2965=True))
print(take(jar, "http://www.acme.com/acme/login", 'Customer="WILE_E"; Version="1"; Path="/acme"', name="Set-Cookie2"))
print(take(jar, "http://www.acme.com/acme/pick", 'Part="Rocket"; Version="1"; Path="/acme"; Domain=.acme.com; Port="80,8080"',
           name="Set-Cookie2")[1:])
print(sent(jar, "http://www.acme.com/acme/ship"), sent(jar, "http://www.acme.com:81/acme/ship"))

print("dates and words")
for text in ("Wed, 09 Feb 1994 22:23:32 GMT", "Wednesday, 09-Feb-94 22:23:32 GMT", "09 Feb 1994 22:23:32", "9-Feb-1994",
             "09 Feb 1994 22:23:32 +0100", "1994-02-03", "Tue 09-Feb-1994 22:23", "yesterday", "40 Feb 1994", "",
             "09 Feb 1994 22:23:32 XYZ", "Thu, 01 Jan 1970 00:00:00 GMT"):
    print(repr(text), cookiejar.http2time(text), cookiejar.iso2time(text))
for text in ("1994-02-03 14:15:29 -0100", "1994-02-03T14:15:29", "19940203141529Z", "1994-02-03 14:15", "94-02-03"):
    print(repr(text), cookiejar.iso2time(text))
print(cookiejar.time2isoz(0), cookiejar.time2netscape(0), cookiejar.time2isoz(1e9))
for words in (["foo=bar; port=\"80,81\"; discard, bar=baz"], ['Basic realm="\\"foo\\\\bar"'], ["a b", "c=d;;e"], [""],
              ["foo , bar"], ["x = y"]):
    pairs = cookiejar.split_header_words(words)
    print(pairs, cookiejar.join_header_words(pairs))
print(cookiejar.parse_ns_headers(["a=b; Expires=01 Jan 1990 00:00:00 GMT; Foo=Bar; secure", "x", "", "=y", "q=\"z\"; ;v"]))
for host in ("foo.bar.com", "1.2.3.4", "", ".x", "x."):
    print(host, cookiejar.is_HDN(host), cookiejar.liberal_is_HDN(host), cookiejar.reach(host))
for pair in (("x.y.com", ".y.com"), ("y.com", ".y.com"), ("a.b.y.com", ".y.com"), ("1.1.1.1", ".1.1.1"), ("A.com", "a.COM")):
    print(pair, cookiejar.domain_match(*pair), cookiejar.user_domain_match(*pair))
print(cookiejar.escape_path("/a b/%7e/é"))

print("files")
for kind in (cookiejar.MozillaCookieJar, cookiejar.LWPCookieJar):
    jar = kind("jar.txt")
    take(jar, "http://www.acme.com/docs/", "a=1; path=/; expires=Wed, 01 Jan 2150 00:00:00 GMT", "session=2",
         "only; domain=.acme.com; expires=Wed, 01 Jan 2150 00:00:00 GMT; HttpOnly", "s=\"x y\"; secure; max-age=1000000000; foo=1")
    for cookie in jar:
        if cookie.name == "s":
            cookie.expires = 5000000000
    jar.save(ignore_discard=True)
    print(open("jar.txt").read(), oct(os.stat("jar.txt").st_mode & 0o777))
    other = kind()
    other.load("jar.txt", ignore_discard=True)
    for cookie in other:
        print(cookie, repr(cookie))
    other = kind("jar.txt")
    other.revert()
    print(len(other), [c.name for c in other])
    with open("wrong.txt", "w") as file:
        file.write("something\nelse\n")
    for action in (lambda: other.load("wrong.txt"), lambda: other.load("none.txt"), lambda: kind().save()):
        try:
            action()
        except (OSError, ValueError) as error:
            print(type(error).__name__, error)
print(cookiejar.LWPCookieJar().as_lwp_str() == "", cookiejar.CookieJar(), repr(cookiejar.CookieJar()))
cookie = cookiejar.Cookie(1, "n", "v", None, False, "D.com", True, False, "/", True, False, 100.5, False, None, None, {"x": 1})
print(cookie.expires, cookie.domain, cookie.is_expired(100), cookie.is_expired(99), cookie.is_expired())
print(cookie.has_nonstandard_attr("x"), cookie.get_nonstandard_attr("y", 3), cookie)
try:
    cookiejar.Cookie(0, "n", "v", None, True, "d", 0, 0, "/", 0, 0, None, 0, None, None, {})
except ValueError as error:
    print(error)
