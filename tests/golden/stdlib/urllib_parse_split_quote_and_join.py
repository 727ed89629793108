from urllib.parse import (ParseResult, SplitResult, parse_qs, parse_qsl, quote, quote_from_bytes, quote_plus, unquote, unquote_plus, unquote_to_bytes, unwrap,
                          urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse, urlunsplit)

for url in ("http://user:pa%20ss@Example.COM:8080/p/a;params?q=1&r#frag", "//host/path", "mailto:a@b.c", "path?x#y", "", "HTTP://x", "http://[::1]:80/", "file:///etc/x", "a:b:c", "http://h?q",
            "http://h#f", "?q", "#f", "http://h:port/", "http://h:99999/", "http://u@v@h/", "javascript:x;y", "http://h/a b\tc\n", "1http://x", "http://h:/", "tel:+1-2", "x://a;b/c;d"):
    p = urlparse(url)
    try:
        port = p.port
    except ValueError as error:
        port = str(error)
    print(repr(url), tuple(p), p.hostname, port, p.username, p.password, urlunparse(p) == url, urlsplit(url).path)
for bad in ("http://[::1", "http://]/", "http://\u2100.com/"):
    try:
        print(urlsplit(bad))
    except ValueError as error:
        print(bad.encode(), error)
for base, url in (("http://a/b/c/d;p?q", "g"), ("http://a/b/c/d;p?q", "./g/"), ("http://a/b/c/d;p?q", "/g"), ("http://a/b/c/d;p?q", "//g"), ("http://a/b/c/d;p?q", "?y"), ("http://a/b/c/d;p?q", "#s"),
                  ("http://a/b/c/d;p?q", "../../../g"), ("http://a/b/c/d;p?q", ""), ("http://a/b/c/d;p?q", "g:h"), ("http://a/b/c/d;p?q", "http:g"), ("", "x"), ("x", ""), ("http://a", "b"), ("http://a/b/", ".."),
                  ("http://a/b/../c", "d"), ("file:///a/b", "c"), ("mailto:x", "y"), ("http://a/b", "./"), ("http://a/b/c", ";x"), ("/a/b", "../c")):
    print(base, url, "->", urljoin(base, url))
for text in """
quote("a b/c?é&%~_-."), quote("a/b", safe=""), quote("é", encoding="latin-1"), quote(b"\\xff"), quote(""), quote("a+b"), quote("[x]", safe="[]")
quote("\\ud800")
quote("\\ud800", errors="replace"), quote_plus("a b+c/"), quote_plus("a b", safe=" "), quote_from_bytes(b"a\\x00b")
quote(5)
quote(b"x", encoding="ascii")
unquote("a%20b%C3%A9%zz%4"), unquote("%FF"), unquote("%E9", "latin-1"), unquote("a+b"), unquote_plus("a+b%2B"), unquote_to_bytes("a%ffb"), unquote(b"%41")
unquote("%FF", errors="strict")
urlencode({"a": 1, "b c": "d&e", "é": [1, 2]}), urlencode({"k": [1, "x y"]}, doseq=True), urlencode([("a", 1), ("a", 2)]), urlencode({b"x": b"\\xff"}), urlencode({"a": "b c"}, quote_via=quote)
urlencode("text")
urlencode([1])
urlencode({}), urlencode({"s": "str"}, doseq=True), urlencode({"n": None})
parse_qs("a=1&a=2&b=&c&d=%20+x"), parse_qs("a=1&b=", keep_blank_values=True), parse_qsl("a=1;b=2"), parse_qsl("a=1;b=2", separator=";"), parse_qs(b"a=%FF"), parse_qs("a=%FF")
parse_qs("a", strict_parsing=True)
parse_qs("a=1&b=2", max_num_fields=1)
parse_qs("a=1", separator="")
urldefrag("http://a/b#c"), urldefrag("x").fragment, unwrap("<URL:http://x>"), urlsplit(b"http://h/p").netloc, urlparse("//h", scheme="ftp").scheme, urlparse("a#b", allow_fragments=False).path
urlsplit("http://a").geturl(), urlsplit("http://a/b?")._replace(query="z").geturl(), SplitResult("s", "n", "p", "q", "f").geturl(), urlunsplit(("", "", "p", "", "")), urlunsplit(("http", "", "p", "", ""))
urlunsplit(("", "h", "p", "", "")), urlunparse(("s", "", "", "par", "", "")), urlsplit("HTTP://A/b").geturl(), ParseResult(*"abcdef").encode("ascii").decode().geturl()
urljoin("http://a", b"b")
urlunsplit(["a"])
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
