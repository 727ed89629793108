"""The functions by which URLs were once taken apart, one part at a time. They warn and still work."""

import re
import warnings

_HOST = re.compile("//([^/#?]*)(.*)", re.DOTALL)
_PORT = re.compile("(.*):([0-9]*)", re.DOTALL)


def _old(name, instead="urlparse"):
    advice = f", use urllib.parse.{instead}() instead" if instead else ""
    warnings.warn(f"urllib.parse.{name}() is deprecated as of 3.8{advice}", DeprecationWarning, stacklevel=3)


def _last(url, mark):
    """What stands before the last mark, and what behind it."""
    before, found, after = url.rpartition(mark)
    return (before, after) if found else (url, None)


def splittype(url):
    """The scheme in small letters, and the rest."""
    _old("splittype")
    scheme, colon, rest = url.partition(":")
    if not colon or not scheme or "/" in scheme:
        return None, url
    return scheme.lower(), rest


def splithost(url):
    """The host with its port, and the path."""
    _old("splithost")
    found = _HOST.match(url)
    if not found:
        return None, url
    host, path = found.groups()
    return host, "/" + path if path and path[0] != "/" else path


def splituser(host):
    """Who logs in, and where."""
    _old("splituser")
    where, user = (host, None) if "@" not in host else host.rpartition("@")[::-2]
    return user, where


def splitpasswd(user):
    """A user's name and password."""
    _old("splitpasswd")
    name, colon, password = user.partition(":")
    return name, password if colon else None


def splitport(host):
    """A host and its port as text."""
    _old("splitport")
    found = _PORT.fullmatch(host)
    if found is None:
        return host, None
    return (found[1], found[2]) if found[2] else (found[1], None)


def splitnport(host, defport=-1):
    """A host and its port as a number."""
    _old("splitnport")
    name, colon, port = host.rpartition(":")
    if not colon:
        return host, defport
    if not port:
        return name, defport
    return name, int(port) if port.isascii() and port.isdigit() else None


def splitquery(url):
    """A path and its query."""
    _old("splitquery")
    return _last(url, "?")


def splittag(url):
    """A path and its fragment."""
    _old("splittag")
    return _last(url, "#")


def splitattr(url):
    """A path and its parameters."""
    _old("splitattr")
    path, *parameters = url.split(";")
    return path, parameters


def splitvalue(attr):
    """The name and the value of a parameter."""
    _old("splitvalue", "parse_qsl")
    name, equals, value = attr.partition("=")
    return name, value if equals else None


def to_bytes(url):
    """A URL's text, if it is ASCII."""
    _old("to_bytes", None)
    if isinstance(url, str) and not url.isascii():
        raise UnicodeError(f"URL {url!r} contains non-ASCII characters")
    return url
