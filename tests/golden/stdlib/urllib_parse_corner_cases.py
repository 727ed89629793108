from urllib.parse import ParseResult, parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse

u = urlparse("https://user:pa%20ss@host.example:8080/a/b;p?q=1&q=2&e=#frag")
print(u, u.hostname, u.port, u.username, u.password, u.geturl(), urlunparse(("http", "h", "p", "", "q=1", "")), u._replace(scheme="http").geturl(), urlsplit("//host/x"), urlparse("mailto:a@b").path, urlparse("no scheme"), urlsplit("HTTP://H/P").scheme, urlparse("http://[::1]:80/").hostname)
print(parse_qs("a=1&b=2&a=3&c="), parse_qs("c=", keep_blank_values=True), parse_qsl("x=%C3%A9+y&z"), quote("a b/é?&"), quote("a/b", safe=""), quote_plus("a b&c"), unquote("%C3%A9%2Fx%zz%"), unquote_plus("a+b%2B"), urlencode({"k": "v w", "é": [1, 2]}), urlencode([("a", [1, 2])], doseq=True), urldefrag("http://x/#f"), quote(b"\xff a"), unquote("%ff", errors="replace"))
for base, url in (("http://a/b/c/d", "e"), ("http://a/b/c/d", "../e"), ("http://a/b/c/d", "/e"), ("http://a/b/c/d", "//h/e"), ("http://a/b/c/d", "?q"), ("http://a/b/c/d", "#f"), ("http://a/b/c/d", "x:y"), ("http://a/b/c/d", "../../../../e"), ("http://a", "b"), ("", "x"), ("http://a/b", "")):
    print(urljoin(base, url), end=" ")
print()
for call in (lambda: urlparse("http://h:99999/").port, lambda: urlparse("http://h:abc/").port, lambda: urlparse("http://[bad/"), lambda: urlparse(5), lambda: urljoin("a", b"b"), lambda: parse_qs("a=1;b", strict_parsing=True), lambda: quote(5), lambda: urlencode(5), lambda: parse_qsl("a=1&b=2", max_num_fields=1), lambda: unquote(None)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
