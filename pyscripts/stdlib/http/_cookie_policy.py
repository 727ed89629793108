"""Which cookies are taken, and which are sent back where."""

import re
import urllib.parse
import urllib.request

DEFAULT_HTTP_PORT = "80"
_IPV4 = re.compile(r"\.\d+$", re.ASCII)
_PORT = re.compile(r":\d+$", re.ASCII)
# Second-level names below which a country has its own domains of companies and the like.
_SECOND_LEVEL = frozenset(
    "co ac com edu org net gov mil int aero biz cat coop info jobs mobi museum name pro travel eu".split())


def is_HDN(text):
    """Whether a text is the name of a host, not an address."""
    return not (_IPV4.search(text) or text == "" or text[0] == "." or text[-1] == ".")


def domain_match(A, B):
    """Whether host A lies in domain B, as RFC 2965 has it."""
    A, B = A.lower(), B.lower()
    if A == B:
        return True
    if not is_HDN(A):
        return False
    place = A.rfind(B)
    return place > 0 and B.startswith(".") and is_HDN(B[1:])


def liberal_is_HDN(text):
    return not _IPV4.search(text)


def user_domain_match(A, B):
    """Whether host A lies in domain B, which a user has written down."""
    A, B = A.lower(), B.lower()
    if not (liberal_is_HDN(A) and liberal_is_HDN(B)):
        return A == B
    if B.startswith("."):
        return A.endswith(B)
    return A == B


def request_host(request):
    """The host that a request is for, in small letters and without a port."""
    host = urllib.parse.urlparse(request.get_full_url())[1]
    if host == "":
        host = request.get_header("Host", "")
    return _PORT.sub("", host, 1).lower()


def eff_request_host(request):
    """The host of a request, and the same with .local behind a name without dots."""
    host = effective = request_host(request)
    if "." not in host:
        effective = host + ".local"
    return host, effective


def escape_path(path):
    """A path whose odd characters are escaped, and whose escapes have capital letters."""
    path = urllib.parse.quote(path, "%/;:@&=+$,!~*'()")
    return re.sub(r"%([0-9a-fA-F][0-9a-fA-F])", lambda match: f"%{match[1].upper()}", path)


def request_path(request):
    """The path of a request."""
    path = escape_path(urllib.parse.urlsplit(request.get_full_url()).path)
    return path if path.startswith("/") else "/" + path


def request_port(request):
    """The port of a request as a text; None if it is no number."""
    _, colon, port = request.host.partition(":")
    if not colon:
        return DEFAULT_HTTP_PORT
    try:
        int(port)
    except ValueError:
        return None
    return port


def reach(h):
    """The domain in which a host may set cookies."""
    place = h.find(".")
    if place >= 0:
        rest = h[place + 1:]
        if is_HDN(h) and ("." in rest or rest == "local"):
            return "." + rest
    return h


def is_third_party(request):
    """Whether a request goes to another domain than the one that the user asked."""
    return not domain_match(request_host(request), reach(request.origin_req_host))


class CookiePolicy:
    """What a policy answers; subclasses say more."""

    __module__ = "http.cookiejar"

    def set_ok(self, cookie, request):
        """Whether a cookie that a server sends is taken."""
        raise NotImplementedError()

    def return_ok(self, cookie, request):
        """Whether a cookie is sent with a request."""
        raise NotImplementedError()

    def domain_return_ok(self, domain, request):
        """Whether any cookie of a domain may be sent with a request."""
        return True

    def path_return_ok(self, path, request):
        """Whether any cookie of a path may be sent with a request."""
        return True


class DefaultCookiePolicy(CookiePolicy):
    """The usual rules, which can be made stricter."""

    __module__ = "http.cookiejar"

    DomainStrictNoDots = 1
    DomainStrictNonDomain = 2
    DomainRFC2965Match = 4
    DomainLiberal = 0
    DomainStrict = DomainStrictNoDots | DomainStrictNonDomain

    def __init__(self, blocked_domains=None, allowed_domains=None, netscape=True, rfc2965=False,
                 rfc2109_as_netscape=None, hide_cookie2=False, strict_domain=False, strict_rfc2965_unverifiable=True,
                 strict_ns_unverifiable=False, strict_ns_domain=DomainLiberal, strict_ns_set_initial_dollar=False,
                 strict_ns_set_path=False, secure_protocols=("https", "wss")):
        self.netscape, self.rfc2965, self.rfc2109_as_netscape = netscape, rfc2965, rfc2109_as_netscape
        self.hide_cookie2, self.strict_domain = hide_cookie2, strict_domain
        self.strict_rfc2965_unverifiable = strict_rfc2965_unverifiable
        self.strict_ns_unverifiable, self.strict_ns_domain = strict_ns_unverifiable, strict_ns_domain
        self.strict_ns_set_initial_dollar = strict_ns_set_initial_dollar
        self.strict_ns_set_path, self.secure_protocols = strict_ns_set_path, secure_protocols
        self.set_blocked_domains(blocked_domains or ())
        self.set_allowed_domains(allowed_domains)

    def blocked_domains(self):
        return self._blocked_domains

    def set_blocked_domains(self, blocked_domains):
        self._blocked_domains = tuple(blocked_domains)

    def is_blocked(self, domain):
        return any(user_domain_match(domain, blocked) for blocked in self._blocked_domains)

    def allowed_domains(self):
        return self._allowed_domains

    def set_allowed_domains(self, allowed_domains):
        self._allowed_domains = None if allowed_domains is None else tuple(allowed_domains)

    def is_not_allowed(self, domain):
        if self._allowed_domains is None:
            return False
        return not any(user_domain_match(domain, allowed) for allowed in self._allowed_domains)

    def set_ok(self, cookie, request):
        return all(
            getattr(self, "set_ok_" + part)(cookie, request)
            for part in ("version", "verifiability", "name", "path", "domain", "port"))

    def set_ok_version(self, cookie, request):
        if cookie.version is None:
            return False
        return self.rfc2965 if cookie.version > 0 else self.netscape

    def set_ok_verifiability(self, cookie, request):
        if request.unverifiable and is_third_party(request):
            return not (self.strict_rfc2965_unverifiable if cookie.version > 0 else self.strict_ns_unverifiable)
        return True

    def set_ok_name(self, cookie, request):
        return not (cookie.version == 0 and self.strict_ns_set_initial_dollar and cookie.name.startswith("$"))

    def set_ok_path(self, cookie, request):
        if cookie.path_specified and (cookie.version > 0 or self.strict_ns_set_path):
            return self.path_return_ok(cookie.path, request)
        return True

    def set_ok_domain(self, cookie, request):
        domain = cookie.domain
        if self.is_blocked(domain) or self.is_not_allowed(domain):
            return False
        if not cookie.domain_specified:
            return True
        if self.strict_domain and self._is_of_a_country(domain):
            return False
        host, effective = eff_request_host(request)
        if "." not in domain.removeprefix(".") and domain != ".local":
            return False
        if cookie.version == 0 and not (effective.endswith(domain) or ("." + effective).endswith(domain)):
            return False
        if (cookie.version > 0 or self.strict_ns_domain & self.DomainRFC2965Match) \
                and not domain_match(effective, domain):
            return False
        if cookie.version > 0 or self.strict_ns_domain & self.DomainStrictNoDots:
            return "." not in host[:-len(domain)] or bool(_IPV4.search(host))
        return True

    def _is_of_a_country(self, domain):
        """Whether a domain is one such as .co.uk, in which many have theirs."""
        if domain.count(".") != 2 or not domain.startswith("."):
            return False
        second, top = domain[1:].split(".")
        return second.lower() in _SECOND_LEVEL and len(top) == 2

    def set_ok_port(self, cookie, request):
        if not cookie.port_specified:
            return True
        wanted = str(request_port(request) or 80)
        for port in cookie.port.split(","):
            try:
                int(port)
            except ValueError:
                return False
            if port == wanted:
                return True
        return False

    def return_ok(self, cookie, request):
        return all(
            getattr(self, "return_ok_" + part)(cookie, request)
            for part in ("version", "verifiability", "secure", "expires", "port", "domain"))

    def return_ok_version(self, cookie, request):
        return self.rfc2965 if cookie.version > 0 else self.netscape

    return_ok_verifiability = set_ok_verifiability

    def return_ok_secure(self, cookie, request):
        return not cookie.secure or request.type in self.secure_protocols

    def return_ok_expires(self, cookie, request):
        return not cookie.is_expired(self._now)

    def return_ok_port(self, cookie, request):
        return not cookie.port or (request_port(request) or "80") in cookie.port.split(",")

    def return_ok_domain(self, cookie, request):
        _, effective = eff_request_host(request)
        domain = cookie.domain
        dotted = domain if not domain or domain.startswith(".") else "." + domain
        if cookie.version == 0:
            if self.strict_ns_domain & self.DomainStrictNonDomain and not cookie.domain_specified \
                    and domain != effective:
                return False
            return ("." + effective).endswith(dotted)
        return domain_match(effective, domain)

    def domain_return_ok(self, domain, request):
        host, effective = ("." + name.removeprefix(".") for name in eff_request_host(request))
        dotted = domain if not domain or domain.startswith(".") else "." + domain
        if not (host.endswith(dotted) or effective.endswith(dotted)):
            return False
        return not self.is_blocked(domain) and not self.is_not_allowed(domain)

    def path_return_ok(self, path, request):
        wanted = request_path(request)
        if wanted == path:
            return True
        return wanted.startswith(path) and (path.endswith("/") or wanted[len(path):len(path) + 1] == "/")
