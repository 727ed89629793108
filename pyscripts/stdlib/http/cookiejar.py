"""The cookies of a client of the web: taken from answers, sent with requests, kept in files.

A jar holds them by domain, path and name. What is taken and sent is the policy's business (`_cookie_policy`), how it
is written `_cookie_text`'s.
"""

import copy
import re
import threading
import time

from http._cookie_policy import (
    DEFAULT_HTTP_PORT, CookiePolicy, DefaultCookiePolicy, domain_match, eff_request_host, escape_path, is_HDN,
    is_third_party, liberal_is_HDN, reach, request_host, request_path, request_port, user_domain_match,
)
from http._cookie_text import (
    DAYS, EPOCH_YEAR, MONTHS, http2time, iso2time, join_header_words, parse_ns_headers, split_header_words,
    strip_quotes, time2isoz, time2netscape,
)

__all__ = ["Cookie", "CookieJar", "CookiePolicy", "DefaultCookiePolicy", "FileCookieJar", "LWPCookieJar", "LoadError",
           "MozillaCookieJar"]

debug = False
HTTPONLY_ATTR = "HTTPOnly"
HTTPONLY_PREFIX = "#HttpOnly_"
NETSCAPE_MAGIC_RGX = re.compile("#( Netscape)? HTTP Cookie File")
NETSCAPE_HEADER_TEXT = """\
# Netscape HTTP Cookie File
# http://curl.haxx.se/rfc/cookie_spec.html
# This is a generated file!  Do not edit.

"""
MISSING_FILENAME_TEXT = ("a filename was not supplied (nor was the CookieJar instance initialised with one)")

_FIELDS = ("version", "name", "value", "port", "port_specified", "domain", "domain_specified", "domain_initial_dot",
           "path", "path_specified", "secure", "expires", "discard", "comment", "comment_url")
_VALUED = ("version", "expires", "domain", "path", "port", "comment", "commenturl")
_absent = object()


class LoadError(OSError):
    """A file that is none of cookies."""


class Cookie:
    """A cookie as the headers or a file had it; `rest` has the attributes that nobody knows."""

    def __init__(self, version, name, value, port, port_specified, domain, domain_specified, domain_initial_dot, path,
                 path_specified, secure, expires, discard, comment, comment_url, rest, rfc2109=False):
        if version is not None:
            version = int(version)
        if expires is not None:
            expires = int(float(expires))
        if port is None and port_specified is True:
            raise ValueError("if port is None, port_specified must be false")
        given = locals()
        for field in _FIELDS:
            setattr(self, field, given[field])
        self.domain = domain.lower()
        self.rfc2109 = rfc2109
        self._rest = copy.copy(rest)

    def has_nonstandard_attr(self, name):
        return name in self._rest

    def get_nonstandard_attr(self, name, default=None):
        return self._rest.get(name, default)

    def set_nonstandard_attr(self, name, value):
        self._rest[name] = value

    def is_expired(self, now=None):
        """Whether the cookie's time is over."""
        if now is None:
            now = time.time()
        return self.expires is not None and self.expires <= now

    def __str__(self):
        port = "" if self.port is None else ":" + self.port
        name = self.name if self.value is None else f"{self.name}={self.value}"
        return f"<Cookie {name} for {self.domain}{port}{self.path}>"

    def __repr__(self):
        shown = [f"{field}={getattr(self, field)!r}" for field in _FIELDS]
        return f"Cookie({', '.join([*shown, f'rest={self._rest!r}', f'rfc2109={self.rfc2109!r}'])})"


def deepvalues(mapping):
    """The values of a mapping, those of mappings within it in their stead."""
    for value in list(mapping.values()):
        if hasattr(value, "items"):
            yield from deepvalues(value)
        else:
            yield value


class Absent:
    """Stood for what was not given; kept for programs that know it."""


class CookieJar:
    """Cookies, and how they come from answers and go with requests."""

    non_word_re = re.compile(r"\W")
    quote_re = re.compile(r"([\"\\])")
    strict_domain_re = re.compile(r"\.?[^.]*")
    domain_re = re.compile(r"[^.]*")
    dots_re = re.compile(r"^\.+")
    magic_re = re.compile(r"^\#LWP-Cookies-(\d+\.\d+)", re.ASCII)

    def __init__(self, policy=None):
        self._policy = DefaultCookiePolicy() if policy is None else policy
        self._cookies_lock = threading.RLock()
        self._cookies = {}

    def set_policy(self, policy):
        self._policy = policy

    # With requests.

    def _cookies_for_request(self, request):
        policy = self._policy
        cookies = []
        for domain, paths in self._cookies.items():
            if policy.domain_return_ok(domain, request):
                for path, names in paths.items():
                    if policy.path_return_ok(path, request):
                        cookies += [cookie for cookie in names.values() if policy.return_ok(cookie, request)]
        return cookies

    def _cookie_attrs(self, cookies):
        """The words of the header; the cookies of longer paths come first, which this sorts."""
        cookies.sort(key=lambda cookie: len(cookie.path), reverse=True)
        words, version_told = [], False
        for cookie in cookies:
            version = cookie.version
            if not version_told:
                version_told = True
                if version > 0:
                    words.append(f"$Version={version}")
            value = cookie.value
            if value is not None and version > 0 and self.non_word_re.search(value):
                value = f'"{self.quote_re.sub(r"\\\1", value)}"'
            words.append(cookie.name if value is None else f"{cookie.name}={value}")
            if version > 0:
                words += self._described(cookie)
        return words

    def _described(self, cookie):
        if cookie.path_specified:
            yield f'$Path="{cookie.path}"'
        if cookie.domain.startswith("."):
            domain = cookie.domain
            if not cookie.domain_initial_dot:
                domain = domain.removeprefix(".")
            yield f'$Domain="{domain}"'
        if cookie.port is not None:
            yield f'$Port="{cookie.port}"' if cookie.port_specified else "$Port"

    def add_cookie_header(self, request):
        """Give a request (of urllib.request, or one like it) the cookies that belong with it."""
        with self._cookies_lock:
            self._policy._now = self._now = int(time.time())
            cookies = self._cookies_for_request(request)
            words = self._cookie_attrs(cookies)
            if words and not request.has_header("Cookie"):
                request.add_unredirected_header("Cookie", "; ".join(words))
            if self._policy.rfc2965 and not self._policy.hide_cookie2 and not request.has_header("Cookie2"):
                # A server that knows the newer headers may learn that we do.
                if any(cookie.version != 1 for cookie in cookies):
                    request.add_unredirected_header("Cookie2", '$Version="1"')
        self.clear_expired_cookies()

    # From answers.

    def _normalized(self, pairs):
        """(name, value, known attributes, others) of a cookie; None if one of them is no good."""
        name, value = pairs[0]
        known, rest, has_age = {}, {}, False
        for key, item in pairs[1:]:
            lower = key.lower()
            key = lower if lower in _VALUED or lower in ("discard", "secure", "max-age") else key
            if key in ("discard", "secure") and item is None:
                item = True
            if key in known:
                continue
            if key == "domain":
                if item is None:
                    return None
                item = item.lower()
            if key == "expires" and (has_age or item is None):
                continue
            if key == "max-age":
                has_age, key = True, "expires"
                try:
                    item = self._now + int(item)
                except (TypeError, ValueError):
                    return None
            if key in _VALUED or key in ("discard", "secure"):
                if item is None and key not in ("port", "comment", "commenturl"):
                    return None
                known[key] = item
            else:
                rest[key] = item
        return name, value, known, rest

    def _cookie_from(self, normalized, request):
        """The cookie; None if there is none, or if it tells that one is to be forgotten."""
        name, value, known, rest = normalized
        version = known.get("version")
        if version is not None:
            try:
                version = int(version)
            except ValueError:
                return None
        path_specified, path = self._path_of(known.get("path", _absent), version, request)
        domain_given = "domain" in known
        initial_dot = domain_given and known["domain"].startswith(".")
        if not domain_given:
            domain = eff_request_host(request)[1]
        else:
            domain = known["domain"] if initial_dot else "." + known["domain"]
        port_specified, port = False, None
        if "port" in known:
            # A port without a value is that of the request, and nobody told it.
            port_specified = known["port"] is not None
            port = re.sub(r"\s+", "", known["port"]) if port_specified else request_port(request)
        expires, discard = known.get("expires", _absent), known.get("discard", False)
        if expires is _absent:
            expires, discard = None, True
        elif expires <= self._now:
            try:
                self.clear(domain, path, name)
            except KeyError:
                pass
            return None
        return Cookie(version, name, value, port, port_specified, domain, domain_given, initial_dot, path,
                      path_specified, known.get("secure", False), expires, discard, known.get("comment"),
                      known.get("commenturl"), rest)

    def _path_of(self, path, version, request):
        if path is not _absent and path != "":
            return True, escape_path(path)
        path = request_path(request)
        end = path.rfind("/")
        if end != -1:
            # Netscape's paths have no slash at their end.
            path = path[:end] if version == 0 else path[:end + 1]
        return False, path or "/"

    def _cookies_from(self, lists, request):
        cookies = []
        for pairs in lists:
            normalized = self._normalized(pairs)
            cookie = self._cookie_from(normalized, request) if normalized else None
            if cookie:
                cookies.append(cookie)
        return cookies

    def make_cookies(self, response, request):
        """The cookies in an answer to a request."""
        headers = response.info()
        newer, older = headers.get_all("Set-Cookie2", []), headers.get_all("Set-Cookie", [])
        self._policy._now = self._now = int(time.time())
        newer = newer if self._policy.rfc2965 else []
        older = older if self._policy.netscape else []
        try:
            cookies = self._cookies_from(split_header_words(newer), request)
        except Exception:
            self._warn()
            cookies = []
        try:
            others = self._cookies_from(parse_ns_headers(older), request)
        except Exception:
            self._warn()
            others = []
        self._downgrade(others)
        told = {(cookie.domain, cookie.path, cookie.name) for cookie in cookies}
        return cookies + [cookie for cookie in others if (cookie.domain, cookie.path, cookie.name) not in told]

    def _warn(self):
        import traceback
        import warnings
        warnings.warn(f"http.cookiejar bug!\n{traceback.format_exc()}", stacklevel=2)

    def _downgrade(self, cookies):
        """Cookies of version 1 in the older header count as Netscape's, as the policy likes."""
        as_netscape = getattr(self._policy, "rfc2109_as_netscape", None)
        if as_netscape is None:
            as_netscape = not self._policy.rfc2965
        for cookie in cookies:
            if cookie.version == 1:
                cookie.rfc2109 = True
                if as_netscape:
                    cookie.version = 0

    def set_cookie_if_ok(self, cookie, request):
        """Keep a cookie if the policy takes it."""
        with self._cookies_lock:
            self._policy._now = self._now = int(time.time())
            if self._policy.set_ok(cookie, request):
                self.set_cookie(cookie)

    def set_cookie(self, cookie):
        """Keep a cookie, whatever the policy thinks."""
        with self._cookies_lock:
            self._cookies.setdefault(cookie.domain, {}).setdefault(cookie.path, {})[cookie.name] = cookie

    def extract_cookies(self, response, request):
        """Keep the cookies of an answer that the policy takes."""
        with self._cookies_lock:
            for cookie in self.make_cookies(response, request):
                if self._policy.set_ok(cookie, request):
                    self.set_cookie(cookie)

    # The jar.

    def clear(self, domain=None, path=None, name=None):
        """Forget all cookies, those of a domain, those of a path in it, or one."""
        if name is not None:
            if domain is None or path is None:
                raise ValueError("domain and path must be given to remove a cookie by name")
            del self._cookies[domain][path][name]
        elif path is not None:
            if domain is None:
                raise ValueError("domain must be given to remove cookies by path")
            del self._cookies[domain][path]
        elif domain is not None:
            del self._cookies[domain]
        else:
            self._cookies = {}

    def clear_session_cookies(self):
        """Forget the cookies that live no longer than the session."""
        self._clear_those(lambda cookie: cookie.discard)

    def clear_expired_cookies(self):
        """Forget the cookies whose time is over."""
        now = time.time()
        self._clear_those(lambda cookie: cookie.is_expired(now))

    def _clear_those(self, is_over):
        with self._cookies_lock:
            for cookie in self:
                if is_over(cookie):
                    self.clear(cookie.domain, cookie.path, cookie.name)

    def __iter__(self):
        return deepvalues(self._cookies)

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return f"<{self.__class__.__name__}[{', '.join(map(repr, self))}]>"

    def __str__(self):
        return f"<{self.__class__.__name__}[{', '.join(map(str, self))}]>"


class FileCookieJar(CookieJar):
    """A jar that can be kept in a file; subclasses say how."""

    def __init__(self, filename=None, delayload=False, policy=None):
        super().__init__(policy)
        if filename is not None:
            import os
            filename = os.fspath(filename)
        self.filename = filename
        self.delayload = bool(delayload)

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Write the cookies to a file."""
        raise NotImplementedError()

    def _name(self, filename):
        if filename is None:
            filename = self.filename
        if filename is None:
            raise ValueError(MISSING_FILENAME_TEXT)
        return filename

    def load(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Add the cookies of a file to those that are there."""
        filename = self._name(filename)
        with open(filename) as file:
            self._really_load(file, filename, ignore_discard, ignore_expires)

    def revert(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Put the cookies of a file in the place of those that are there; on failure these stay."""
        filename = self._name(filename)
        with self._cookies_lock:
            before = copy.deepcopy(self._cookies)
            self._cookies = {}
            try:
                self.load(filename, ignore_discard, ignore_expires)
            except OSError:
                self._cookies = before
                raise

    def _kept(self, ignore_discard, ignore_expires):
        now = time.time()
        for cookie in self:
            if (ignore_discard or not cookie.discard) and (ignore_expires or not cookie.is_expired(now)):
                yield cookie

    def _take(self, cookie, ignore_discard, ignore_expires):
        if (ignore_discard or not cookie.discard) and (ignore_expires or not cookie.is_expired(time.time())):
            self.set_cookie(cookie)

    def _write(self, filename, head, lines):
        import os
        filename = self._name(filename)
        # Cookies are secrets: only their owner is to read the file.
        with os.fdopen(os.open(filename, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
            file.write(head)
            file.writelines(lines())


def lwp_cookie_str(cookie):
    """A cookie as LWP's files have it, without the header's name."""
    pairs = [(cookie.name, cookie.value), ("path", cookie.path), ("domain", cookie.domain)]
    if cookie.port is not None:
        pairs.append(("port", cookie.port))
    flags = (("path_spec", cookie.path_specified), ("port_spec", cookie.port_specified),
             ("domain_dot", cookie.domain_initial_dot), ("secure", cookie.secure))
    pairs += [(name, None) for name, is_set in flags if is_set]
    if cookie.expires:
        pairs.append(("expires", time2isoz(float(cookie.expires))))
    if cookie.discard:
        pairs.append(("discard", None))
    if cookie.comment:
        pairs.append(("comment", cookie.comment))
    if cookie.comment_url:
        pairs.append(("commenturl", cookie.comment_url))
    pairs += [(key, str(cookie._rest[key])) for key in sorted(cookie._rest)]
    return join_header_words([[*pairs, ("version", str(cookie.version))]])


class LWPCookieJar(FileCookieJar):
    """A jar in the format of libwww-perl, which keeps all that is known of a cookie."""

    def as_lwp_str(self, ignore_discard=True, ignore_expires=True):
        """The cookies as lines of a file."""
        lines = [f"Set-Cookie3: {lwp_cookie_str(cookie)}" for cookie in self._kept(ignore_discard, ignore_expires)]
        return "\n".join([*lines, ""])

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        lines = lambda: [self.as_lwp_str(ignore_discard, ignore_expires)]
        self._write(filename, "#LWP-Cookies-2.0\n", lines)

    def _really_load(self, file, filename, ignore_discard, ignore_expires):
        if not self.magic_re.search(file.readline()):
            raise LoadError(f"{filename!r} does not look like a Set-Cookie3 (LWP) format file")
        header = "Set-Cookie3:"
        try:
            for line in file:
                if line.startswith(header):
                    for pairs in split_header_words([line[len(header):].strip()]):
                        self._take(self._cookie_of_line(pairs), ignore_discard, ignore_expires)
        except OSError:
            raise
        except Exception:
            self._warn()
            raise LoadError(f"invalid Set-Cookie3 format file {filename!r}: {line!r}") from None

    def _cookie_of_line(self, pairs):
        name, value = pairs[0]
        known, rest = {}, {}
        flags = ("port_spec", "path_spec", "domain_dot", "secure", "discard")
        for key, item in pairs[1:]:
            lower = key.lower()
            if lower in flags:
                known[lower] = True if item is None else item
            elif lower in _VALUED:
                known.setdefault(lower, item)
            else:
                rest[key] = item
        expires, discard = known.get("expires"), known.get("discard", False)
        if expires is not None:
            expires = iso2time(expires)
        if expires is None:
            discard = True
        domain = known.get("domain")
        return Cookie(known.get("version"), name, value, known.get("port"), known.get("port_spec", False), domain,
                      domain.startswith("."), known.get("domain_dot", False), known.get("path"),
                      known.get("path_spec", False), known.get("secure", False), expires, discard,
                      known.get("comment"), known.get("commenturl"), rest)


class MozillaCookieJar(FileCookieJar):
    """A jar in the format of Netscape's cookies.txt, which many programs read; it does not keep all."""

    def _really_load(self, file, filename, ignore_discard, ignore_expires):
        if not NETSCAPE_MAGIC_RGX.match(file.readline()):
            raise LoadError(f"{filename!r} does not look like a Netscape format cookies file")
        try:
            for line in file:
                rest = {}
                if line.startswith(HTTPONLY_PREFIX):
                    rest[HTTPONLY_ATTR] = ""
                    line = line.removeprefix(HTTPONLY_PREFIX)
                line = line.removesuffix("\n")
                if not line.strip().startswith(("#", "$")) and line.strip():
                    self._take(self._cookie_of_line(line, rest), ignore_discard, ignore_expires)
        except OSError:
            raise
        except Exception:
            self._warn()
            raise LoadError(f"invalid Netscape format cookies file {filename!r}: {line!r}") from None

    def _cookie_of_line(self, line, rest):
        domain, specified, path, secure, expires, name, value = line.split("\t")
        if name == "":
            # A cookie without a value is written as a value without a name.
            name, value = value, None
        initial_dot = domain.startswith(".")
        specified = specified == "TRUE"
        assert specified == initial_dot
        return Cookie(0, name, value, None, False, domain, specified, initial_dot, path, False, secure == "TRUE",
                      expires or None, expires == "", None, None, rest)

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        lines = lambda: map(self._line, self._kept(ignore_discard, ignore_expires))
        self._write(filename, NETSCAPE_HEADER_TEXT, lines)

    def _line(self, cookie):
        domain = HTTPONLY_PREFIX + cookie.domain if cookie.has_nonstandard_attr(HTTPONLY_ATTR) else cookie.domain
        name, value = ("", cookie.name) if cookie.value is None else (cookie.name, cookie.value)
        yes = lambda truth: "TRUE" if truth else "FALSE"
        expires = "" if cookie.expires is None else str(cookie.expires)
        return "\t".join([domain, yes(cookie.domain.startswith(".")), cookie.path, yes(cookie.secure), expires, name,
                          value]) + "\n"
