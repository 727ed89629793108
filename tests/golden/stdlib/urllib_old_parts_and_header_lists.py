"""The old functions that take URLs apart, and the lists in headers that ask for a password."""
import warnings, urllib.parse as p
warnings.simplefilter("always")
print(p.uses_query, p.uses_fragment)
cases = dict(splittype=["type:opaque", "opaque", "HTTP://x", ":x", "a/b:c"], splithost=["//host:80/path", "//host", "//host?q", "/path", "//host#f", "host/a", "//h\n/x"],
 splituser=["u:p@h:1", "h", "a@b@c", "@h"], splitpasswd=["u:p", "u", "u:", "u:a:b", "u\n:p"], splitport=["h:80", "h", "h:", "[::1]", "[::1]:80", "h:ab", "h:8:9"],
 splitnport=["h:80", "h", "h:", "h:ab", "[::1]:80", ":", "h:8\n"], splitquery=["/a?b", "/a", "/a?b?c", "?x"], splittag=["/a#b", "/a", "#a#b"],
 splitattr=["/p;a=1;b", "/p"], splitvalue=["a=b", "a", "a=", "a=b=c"], to_bytes=["abc", "\xe9", b"x", 5])
for name, values in cases.items():
    f = getattr(p, name)
    for v in values:
        with warnings.catch_warnings(record=True) as w:
            warnings.simplefilter("always")
            try: r = f(v)
            except Exception as e: r = (type(e).__name__, str(e))
        print(name, repr(v), r, [(x.category.__name__, str(x.message)) for x in w])
with warnings.catch_warnings(record=True):
    print(p.splitnport("h", 7), p.splitnport("h:", 7), p.splitnport("h:x", 7), p.splitnport("h:9", 7))
from urllib.request import parse_http_list, parse_keqv_list
for t in ('a, b', 'a="b, c", d="e\\"f, g"', '', ' a ,, b ,', 'a"b,c"d, e', '"un, closed', 'a\\,b', '"a\\\\", b'):
    print(repr(t), parse_http_list(t))
print(parse_keqv_list(['a=1', 'b="2"', 'c="x=y"', 'd="']))
for bad in (["a"], ["a="]):
    try: print(parse_keqv_list(bad))
    except Exception as e: print(type(e).__name__, e)
