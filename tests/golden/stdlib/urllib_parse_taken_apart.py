"""urlsplit, urljoin, quote, parse_qs, urlencode and their odd inputs."""
import urllib.parse as u


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for url in ("http://u:p@h.com:80/p;x?q=1#f", "//h/p", "/p?q", "?q", "#f", "", "mailto:a@b", "http://[::1]:8080/", "http://h:/", "HTTP://H.COM/P", "file:///a", "a:b:c", "http://h/p//q/../r", "x-y+1.z://h", "1x://h", "http://h?q#f?g", "http:///p", "http://a@b@c/", " http://h ", "http://h/\tx\n"):
    s = u.urlsplit(url)
    print(repr(url), tuple(s), s.hostname, s.username, s.geturl() == url)
for base, rel in (("http://a/b/c/d;p?q", "g"), ("http://a/b/c/d", "../g"), ("http://a/b/c/d", "../../../g"), ("http://a/b", "?y"), ("http://a/b", "#s"), ("http://a/b", "//g"), ("http://a/b", ""), ("http://a/b/", "."), ("http://a", "g"), ("", "g"), ("http://a/b", "mailto:x"), ("http://a/b/c", "./g/."), ("http://a/b/c", "g/../h"), ("x:y", "z")):
    print(u.urljoin(base, rel), end=" ")
print()
print(u.quote("a b/é?&=+~"), u.quote("a/b", safe=""), u.quote_plus("a b+c"), u.quote(b"\xff"), u.unquote("a%20b%C3%A9%zz%"), u.unquote_plus("a+b%2B"), u.unquote("%ff"), u.unquote("%ff", errors="strict" if False else "replace"), u.unquote_to_bytes("%41%"), u.quote("é", encoding="latin-1"), u.parse_qs("a=1&a=2&b=&c"), u.parse_qs("a=1&b=&c", keep_blank_values=True), u.parse_qsl("a=1;b=2"), u.parse_qsl("a=1;b=2", separator=";"), u.urlencode({"a": 1, "b": [1, 2]}), u.urlencode({"b": [1, 2]}, doseq=True), u.urlencode([("a", "é"), ("b", "x y")]), u.urlencode({"a": b"\xff"}), u.urlunsplit(("http", "h", "p", "q", "f")), u.urlparse("http://h/p;x?q")[3], u.urldefrag("http://h#f"), u.urlunparse(("", "", "a", "b", "c", "d")), u.urlsplit("http://h/?").geturl())
for bad in ((lambda: u.urlsplit("http://[::1")), (lambda: u.urlsplit("http://h:x/").port), (lambda: u.urlsplit("http://h:99999/").port), (lambda: u.urlsplit("http://h:-1/").port), (lambda: u.urlsplit(5)), (lambda: u.urljoin("a", b"b")), (lambda: u.quote(5)), (lambda: u.quote("é", encoding="ascii")), (lambda: u.quote(b"a", encoding="utf-8")), (lambda: u.unquote(5)), (lambda: u.urlencode(5)), (lambda: u.urlencode([1])), (lambda: u.urlencode("ab")), (lambda: u.parse_qs("a", strict_parsing=True)), (lambda: u.parse_qs("a=1&b=2", max_num_fields=1)), (lambda: u.parse_qs("a", separator="")), (lambda: u.urlsplit("http://\u2100.com")), (lambda: u.urlunsplit(("a", "b"))), (lambda: u.urlsplit(b"http://h/\xff")), (lambda: u.urlsplit(None)), (lambda: u.unquote_to_bytes("é"))):
    attempt(bad)
