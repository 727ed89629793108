"""Handlers that log in, and the passwords that they use."""

import base64
import hashlib
import os
import re
import time
from urllib.error import HTTPError
from urllib.parse import urlparse
from urllib.request import BaseHandler


def parse_keqv_list(l):
    """A dict of `key=value` pairs; the values may be quoted."""
    parsed = {}
    for pair in l:
        key, value = pair.split("=", 1)
        if value[0] == '"' and value[-1] == '"':
            value = value[1:-1]
        parsed[key] = value
    return parsed


def parse_http_list(s):
    """The parts between commas, but for those in quotes. In quotes a backslash takes the next character as it is."""
    parts, part = [], ""
    quoted = escaped = False
    for character in s:
        if escaped:
            part += character
            escaped = False
        elif quoted and character == "\\":
            escaped = True
        elif character == "," and not quoted:
            parts.append(part)
            part = ""
        else:
            quoted ^= character == '"'
            part += character
    if part:
        parts.append(part)
    return [part.strip() for part in parts]


class HTTPPasswordMgr:
    """Passwords by realm and address."""

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        """A password for addresses."""
        uris = [uri] if isinstance(uri, str) else uri
        known = self.passwd.setdefault(realm, {})
        for with_port in True, False:
            known[tuple(self.reduce_uri(uri, with_port) for uri in uris)] = (user, passwd)

    def find_user_password(self, realm, authuri):
        """(user, password) for an address."""
        for with_port in True, False:
            reduced = self.reduce_uri(authuri, with_port)
            for uris, found in self.passwd.get(realm, {}).items():
                if any(self.is_suburi(uri, reduced) for uri in uris):
                    return found
        return None, None

    def reduce_uri(self, uri, default_port=True):
        """(host and port, path) of an address."""
        parts = urlparse(uri)
        if parts[1]:
            scheme, authority, path = parts[0], parts[1], parts[2] or "/"
        else:
            scheme, authority, path = None, uri, "/"
        host, colon, port = authority.rpartition(":")
        has_port = bool(colon) and (port.isdigit() or not port)
        if default_port and not has_port and scheme in ("http", "https"):
            authority = f"{authority}:{80 if scheme == 'http' else 443}"
        return authority, path

    def is_suburi(self, base, test):
        """Whether an address lies below another one."""
        if base == test:
            return True
        if base[0] != test[0]:
            return False
        prefix = base[1] if base[1].endswith("/") else base[1] + "/"
        return test[1].startswith(prefix)


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    """Passwords of which some are for any realm."""

    def find_user_password(self, realm, authuri):
        user, password = super().find_user_password(realm, authuri)
        return (user, password) if user is not None else super().find_user_password(None, authuri)


class HTTPPasswordMgrWithPriorAuth(HTTPPasswordMgrWithDefaultRealm):
    """Passwords that may be sent before anybody asks."""

    def __init__(self):
        self.authenticated = {}
        super().__init__()

    def add_password(self, realm, uri, user, passwd, is_authenticated=False):
        self.update_authenticated(uri, is_authenticated)
        if realm is not None:
            super().add_password(None, uri, user, passwd)
        super().add_password(realm, uri, user, passwd)

    def update_authenticated(self, uri, is_authenticated=False):
        """Whether addresses are sent their password unasked."""
        for one in [uri] if isinstance(uri, str) else uri:
            for with_port in True, False:
                self.authenticated[self.reduce_uri(one, with_port)] = is_authenticated

    def is_authenticated(self, authuri):
        for with_port in True, False:
            reduced = self.reduce_uri(authuri, with_port)
            for uri, is_authenticated in self.authenticated.items():
                if self.is_suburi(uri, reduced):
                    return is_authenticated
        return None


_CHALLENGE = re.compile(r'(?:^|,)[ \t]*([^ \t,]+)[ \t]+realm=(["\']?)([^"\']*)\2')


class AbstractBasicAuthHandler:
    """Sends name and password as they are."""

    def __init__(self, password_mgr=None):
        self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
        self.add_password = self.passwd.add_password

    def http_error_auth_reqed(self, authreq, host, req, headers):
        """Sends the request again, with the password."""
        unsupported = None
        for header in headers.get_all(authreq) or ():
            for scheme, _, realm in _CHALLENGE.findall(header):
                if scheme.lower() == "basic":
                    return self.retry_http_basic_auth(host, req, realm)
                unsupported = scheme
        if unsupported is not None:
            raise ValueError(f"AbstractBasicAuthHandler does not support the following scheme: {unsupported!r}")
        return None

    def retry_http_basic_auth(self, host, req, realm):
        user, password = self.passwd.find_user_password(realm, host)
        if password is None:
            return None
        auth = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
        if req.get_header(self.auth_header, None) == auth:
            return None  # it has been tried
        req.add_unredirected_header(self.auth_header, auth)
        return self.parent.open(req, timeout=req.timeout)

    def http_request(self, req):
        if not hasattr(self.passwd, "is_authenticated") or not self.passwd.is_authenticated(req.full_url):
            return req
        if not req.has_header("Authorization"):
            user, password = self.passwd.find_user_password(None, req.full_url)
            credentials = base64.standard_b64encode(f"{user}:{password}".encode()).decode()
            req.add_unredirected_header("Authorization", "Basic " + credentials.strip())
        return req

    def http_response(self, req, response):
        if hasattr(self.passwd, "is_authenticated"):
            self.passwd.update_authenticated(req.full_url, 200 <= response.code < 300)
        return response

    https_request, https_response = http_request, http_response


class HTTPBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = "Authorization"

    def http_error_401(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed("www-authenticate", req.full_url, req, headers)


class ProxyBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = "Proxy-authorization"

    def http_error_407(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed("proxy-authenticate", req.host, req, headers)


def _parse_challenge(text):
    """The values of a challenge, by name."""
    pairs = re.findall(r'(\w+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,]+)', text)
    return {name.lower(): value.strip('"') for name, value in pairs}


class AbstractDigestAuthHandler:
    """Sends a digest of the password, after RFC 2617."""

    def __init__(self, passwd=None):
        self.passwd = HTTPPasswordMgr() if passwd is None else passwd
        self.add_password = self.passwd.add_password
        self.retried = 0
        self.nonce_count = 0
        self.last_nonce = None

    def reset_retry_count(self):
        self.retried = 0

    def http_error_auth_reqed(self, auth_header, host, req, headers):
        header = headers.get(auth_header, None)
        if self.retried > 5:
            raise HTTPError(req.full_url, 401, "digest auth failed", headers, None)
        self.retried += 1
        if header:
            scheme = header.split()[0]
            if scheme.lower() == "digest":
                return self.retry_http_digest_auth(req, header)
            if scheme.lower() != "basic":
                raise ValueError(f"AbstractDigestAuthHandler does not support the following scheme: '{scheme}'")
        return None

    def retry_http_digest_auth(self, req, auth):
        challenge = _parse_challenge(auth.partition(" ")[2])
        answer = self.get_authorization(req, challenge)
        if not answer:
            return None
        value = f"Digest {answer}"
        if req.headers.get(self.auth_header, None) == value:
            return None
        req.add_unredirected_header(self.auth_header, value)
        return self.parent.open(req, timeout=req.timeout)

    def get_cnonce(self, nonce):
        """A number that was never used."""
        text = f"{self.nonce_count}:{nonce}:{time.ctime()}:".encode("ascii") + os.urandom(8)
        return hashlib.sha1(text).hexdigest()[:16]

    def get_authorization(self, req, chal):
        """What to answer to a challenge; None where it cannot be answered."""
        if "realm" not in chal or "nonce" not in chal:
            return None
        realm, nonce, protection = chal["realm"], chal["nonce"], chal.get("qop")
        algorithm = chal.get("algorithm", "MD5")
        digest, keyed = self.get_algorithm_impls(algorithm)
        user, password = self.passwd.find_user_password(realm, req.full_url)
        if user is None:
            return None
        secret = digest(f"{user}:{realm}:{password}")
        what = digest(f"{req.get_method()}:{req.selector}")
        if protection is None:
            answer, more = keyed(secret, f"{nonce}:{what}"), ""
        elif "auth" in [word.strip() for word in protection.split(",")]:
            self.nonce_count = self.nonce_count + 1 if nonce == self.last_nonce else 1
            self.last_nonce = nonce
            count, own = f"{self.nonce_count:08x}", self.get_cnonce(nonce)
            answer = keyed(secret, f"{nonce}:{count}:{own}:auth:{what}")
            more = f', qop=auth, nc={count}, cnonce="{own}"'
        else:
            from urllib.error import URLError
            raise URLError("qop '%s' is not supported." % protection)
        text = f'username="{user}", realm="{realm}", nonce="{nonce}", uri="{req.selector}", response="{answer}"'
        if chal.get("opaque"):
            text += f', opaque="{chal["opaque"]}"'
        return text + f', algorithm="{algorithm}"' + more

    def get_algorithm_impls(self, algorithm):
        """The digest of a name, and the one with a key."""
        make = {"MD5": hashlib.md5, "SHA": hashlib.sha1}.get(algorithm)
        if make is None:
            raise ValueError("Unsupported digest authentication algorithm %r" % algorithm)

        def digest(text):
            return make(text.encode("ascii")).hexdigest()

        return digest, lambda secret, data: digest(f"{secret}:{data}")


class HTTPDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
    auth_header = "Authorization"
    handler_order = 490  # before the one that sends the password as it is

    def http_error_401(self, req, fp, code, msg, headers):
        answer = self.http_error_auth_reqed("www-authenticate", urlparse(req.full_url)[1], req, headers)
        self.reset_retry_count()
        return answer


class ProxyDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
    auth_header = "Proxy-Authorization"
    handler_order = 490

    def http_error_407(self, req, fp, code, msg, headers):
        answer = self.http_error_auth_reqed("proxy-authenticate", req.host, req, headers)
        self.reset_retry_count()
        return answer
