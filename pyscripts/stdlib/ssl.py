"""What TLS is called and how it is set up, without TLS itself: contexts keep their settings and check them as OpenSSL
would, but no connection can be wrapped. So libraries that may use TLS can be imported, and work without it."""

import base64
import calendar
import os
import re
import socket as _socket
import textwrap
import warnings
from collections import namedtuple
from enum import Enum, IntEnum, IntFlag
from socket import SO_TYPE, SOCK_STREAM, SOL_SOCKET, socket

HAS_SNI = HAS_ECDH = HAS_ALPN = HAS_PSK = HAS_NEVER_CHECK_COMMON_NAME = True
HAS_TLSv1 = HAS_TLSv1_1 = HAS_TLSv1_2 = HAS_TLSv1_3 = True
HAS_NPN = HAS_SSLv2 = HAS_SSLv3 = False

# The interface is that of OpenSSL 3; libraries refuse what is older.
OPENSSL_VERSION_INFO = (3, 0, 0, 0, 0)
OPENSSL_VERSION_NUMBER = 0x30000000
OPENSSL_VERSION = "OpenSSL 3.0.0 (its interface alone: gilly does not encrypt)"

CHANNEL_BINDING_TYPES = ["tls-unique"]
PEM_HEADER = "-----BEGIN CERTIFICATE-----"
PEM_FOOTER = "-----END CERTIFICATE-----"
_CERTIFICATE = re.compile(re.escape(PEM_HEADER) + "(.*?)" + re.escape(PEM_FOOTER), re.DOTALL)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_SSLMethod = IntEnum("_SSLMethod", {
    "PROTOCOL_TLS": 2, "PROTOCOL_SSLv23": 2, "PROTOCOL_TLSv1": 3, "PROTOCOL_TLSv1_1": 4, "PROTOCOL_TLSv1_2": 5,
    "PROTOCOL_TLS_CLIENT": 16, "PROTOCOL_TLS_SERVER": 17,
}, module=__name__)

Options = IntFlag("Options", {
    "OP_ALL": 0x80000050, "OP_NO_SSLv2": 0, "OP_NO_SSLv3": 1 << 25, "OP_NO_TLSv1": 1 << 26, "OP_NO_TLSv1_1": 1 << 28,
    "OP_NO_TLSv1_2": 1 << 27, "OP_NO_TLSv1_3": 1 << 29, "OP_CIPHER_SERVER_PREFERENCE": 1 << 22, "OP_SINGLE_DH_USE": 0,
    "OP_NO_TICKET": 1 << 14, "OP_SINGLE_ECDH_USE": 0, "OP_NO_COMPRESSION": 1 << 17,
    "OP_ENABLE_MIDDLEBOX_COMPAT": 1 << 20, "OP_NO_RENEGOTIATION": 1 << 30, "OP_IGNORE_UNEXPECTED_EOF": 1 << 7,
    "OP_ENABLE_KTLS": 1 << 3, "OP_LEGACY_SERVER_CONNECT": 1 << 2,
}, module=__name__)

SSLErrorNumber = IntEnum("SSLErrorNumber", {
    "SSL_ERROR_SSL": 1, "SSL_ERROR_WANT_READ": 2, "SSL_ERROR_WANT_WRITE": 3, "SSL_ERROR_WANT_X509_LOOKUP": 4,
    "SSL_ERROR_SYSCALL": 5, "SSL_ERROR_ZERO_RETURN": 6, "SSL_ERROR_WANT_CONNECT": 7, "SSL_ERROR_EOF": 8,
    "SSL_ERROR_INVALID_ERROR_CODE": 10,
}, module=__name__)

AlertDescription = IntEnum("AlertDescription", {"ALERT_DESCRIPTION_" + name: number for name, number in {
    "CLOSE_NOTIFY": 0, "UNEXPECTED_MESSAGE": 10, "BAD_RECORD_MAC": 20, "RECORD_OVERFLOW": 22,
    "DECOMPRESSION_FAILURE": 30, "HANDSHAKE_FAILURE": 40, "BAD_CERTIFICATE": 42, "UNSUPPORTED_CERTIFICATE": 43,
    "CERTIFICATE_REVOKED": 44, "CERTIFICATE_EXPIRED": 45, "CERTIFICATE_UNKNOWN": 46, "ILLEGAL_PARAMETER": 47,
    "UNKNOWN_CA": 48, "ACCESS_DENIED": 49, "DECODE_ERROR": 50, "DECRYPT_ERROR": 51, "PROTOCOL_VERSION": 70,
    "INSUFFICIENT_SECURITY": 71, "INTERNAL_ERROR": 80, "USER_CANCELLED": 90, "NO_RENEGOTIATION": 100,
    "UNSUPPORTED_EXTENSION": 110, "CERTIFICATE_UNOBTAINABLE": 111, "UNRECOGNIZED_NAME": 112,
    "BAD_CERTIFICATE_STATUS_RESPONSE": 113, "BAD_CERTIFICATE_HASH_VALUE": 114, "UNKNOWN_PSK_IDENTITY": 115,
}.items()}, module=__name__)

VerifyMode = IntEnum("VerifyMode", {"CERT_NONE": 0, "CERT_OPTIONAL": 1, "CERT_REQUIRED": 2}, module=__name__)

VerifyFlags = IntFlag("VerifyFlags", {
    "VERIFY_DEFAULT": 0, "VERIFY_CRL_CHECK_LEAF": 4, "VERIFY_CRL_CHECK_CHAIN": 12, "VERIFY_X509_STRICT": 32,
    "VERIFY_ALLOW_PROXY_CERTS": 64, "VERIFY_X509_TRUSTED_FIRST": 1 << 15, "VERIFY_X509_PARTIAL_CHAIN": 1 << 19,
}, module=__name__)

for _group in (_SSLMethod, Options, SSLErrorNumber, AlertDescription, VerifyMode, VerifyFlags):
    globals().update(_group.__members__)
del _group


class TLSVersion(IntEnum):
    MINIMUM_SUPPORTED = -2
    SSLv3 = 0x300
    TLSv1 = 0x301
    TLSv1_1 = 0x302
    TLSv1_2 = 0x303
    TLSv1_3 = 0x304
    MAXIMUM_SUPPORTED = -1


_ASN1Object = namedtuple("_ASN1Object", "nid shortname longname oid")


class Purpose(_ASN1Object, Enum):
    """What a certificate is looked at for."""

    SERVER_AUTH = 129, "serverAuth", "TLS Web Server Authentication", "1.3.6.1.5.5.7.3.1"
    CLIENT_AUTH = 130, "clientAuth", "TLS Web Client Authentication", "1.3.6.1.5.5.7.3.2"


class SSLError(OSError):
    """An error occurred in the SSL implementation."""

    reason = library = None

    def __str__(self):
        return str(self.strerror if isinstance(self.strerror, str) else self.args)


class SSLZeroReturnError(SSLError):
    """SSL/TLS session closed cleanly."""


class SSLWantReadError(SSLError):
    """Non-blocking SSL socket needs to read more data
    before the requested operation can be completed."""


class SSLWantWriteError(SSLError):
    """Non-blocking SSL socket needs to write more data
    before the requested operation can be completed."""


class SSLSyscallError(SSLError):
    """System error when attempting SSL operation."""


class SSLEOFError(SSLError):
    """SSL/TLS connection terminated abruptly."""


class SSLCertVerificationError(SSLError, ValueError):
    """A certificate could not be verified."""


CertificateError = SSLCertVerificationError


def _contents(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as problem:
        # OpenSSL does not tell which file it was.
        raise type(problem)(problem.errno, problem.strerror) from None


def _missing(what):
    return NotImplementedError(f"gilly has no TLS: {what} would need it")


class SSLSession:
    """What of a connection is taken up again; there is none."""

    def __new__(cls, *arguments, **more):
        raise TypeError(f"cannot create '{cls.__module__}.{cls.__qualname__}' instances")


class SSLSocket(socket):
    """A wrapped socket; there is none."""

    def __init__(self, *arguments, **more):
        raise TypeError(f"{type(self).__name__} does not have a public constructor. Instances are returned by "
                        "SSLContext.wrap_socket().")


class SSLObject:
    """A wrapped pair of buffers; there is none."""

    def __init__(self, *arguments, **more):
        raise TypeError(f"{type(self).__name__} does not have a public constructor. Instances are returned by "
                        "SSLContext.wrap_bio().")


class MemoryBIO:
    """A buffer for bytes that come from the network, or go there."""

    def __init__(self):
        self._waiting = bytearray()
        self._ended = False

    @property
    def pending(self):
        """The number of bytes in the buffer."""
        return len(self._waiting)

    @property
    def eof(self):
        """Has the end been written, and everything before it read?"""
        return self._ended and not self._waiting

    def read(self, size=-1, /):
        end = len(self._waiting) if size is None or size < 0 else size
        taken = bytes(self._waiting[:end])
        del self._waiting[:end]
        return taken

    def write(self, b, /):
        if self._ended:
            raise SSLError("cannot write() after write_eof()")
        with memoryview(b) as view:
            self._waiting += view
            return view.nbytes

    def write_eof(self):
        self._ended = True



class SSLContext:
    """The settings of connections."""

    sslsocket_class = SSLSocket
    sslobject_class = SSLObject

    def __new__(cls, protocol=None, *arguments, **more):
        if protocol is None:
            warnings.warn("ssl.SSLContext() without protocol argument is deprecated.", DeprecationWarning, stacklevel=2)
            protocol = PROTOCOL_TLS
        try:
            method = _SSLMethod(protocol)
        except ValueError:
            raise ValueError(f"invalid or unsupported protocol version {protocol}") from None
        if method not in (PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER):
            warnings.warn(f"ssl.{method.name} is deprecated", DeprecationWarning, stacklevel=2)
        self = super().__new__(cls)
        self._protocol = method
        self._options = OP_ALL | OP_NO_SSLv3 | OP_NO_COMPRESSION | OP_CIPHER_SERVER_PREFERENCE \
            | OP_ENABLE_MIDDLEBOX_COMPAT
        self._verify_flags = VERIFY_X509_TRUSTED_FIRST
        is_client = method == PROTOCOL_TLS_CLIENT
        self._check_hostname = is_client
        self._verify_mode = CERT_REQUIRED if is_client else CERT_NONE
        self._minimum, self._maximum = TLSVersion.MINIMUM_SUPPORTED, TLSVersion.MAXIMUM_SUPPORTED
        self._certificates = set()
        self._sni_callback = None
        self.hostname_checks_common_name = True
        self.keylog_filename = None
        self.post_handshake_auth = False
        self.num_tickets = 2
        return self

    @property
    def protocol(self):
        return self._protocol

    @property
    def security_level(self):
        return 2

    @property
    def options(self):
        return self._options

    @options.setter
    def options(self, value):
        self._options = Options(value)

    @property
    def verify_flags(self):
        return self._verify_flags

    @verify_flags.setter
    def verify_flags(self, value):
        self._verify_flags = VerifyFlags(value)

    @property
    def verify_mode(self):
        return self._verify_mode

    @verify_mode.setter
    def verify_mode(self, value):
        try:
            mode = VerifyMode(value)
        except ValueError:
            raise ValueError("invalid value for verify_mode") from None
        if mode == CERT_NONE and self._check_hostname:
            raise ValueError("Cannot set verify_mode to CERT_NONE when check_hostname is enabled.")
        self._verify_mode = mode

    @property
    def check_hostname(self):
        return self._check_hostname

    @check_hostname.setter
    def check_hostname(self, value):
        self._check_hostname = bool(value)
        if self._check_hostname and self._verify_mode == CERT_NONE:
            self._verify_mode = CERT_REQUIRED

    @property
    def minimum_version(self):
        return self._minimum

    @minimum_version.setter
    def minimum_version(self, value):
        self._minimum = TLSVersion(value)

    @property
    def maximum_version(self):
        return self._maximum

    @maximum_version.setter
    def maximum_version(self, value):
        self._maximum = TLSVersion(value)

    @property
    def sni_callback(self):
        return self._sni_callback

    @sni_callback.setter
    def sni_callback(self, value):
        if value is not None and not callable(value):
            raise TypeError("not a callable object")
        self._sni_callback = value

    def set_servername_callback(self, server_name_callback):
        self.sni_callback = server_name_callback

    def set_alpn_protocols(self, alpn_protocols):
        for protocol in alpn_protocols:
            if not 0 < len(bytes(protocol, "ascii")) < 256:
                raise SSLError("ALPN protocols must be 1 to 255 in length")

    def set_ciphers(self, cipherlist, /):
        if not isinstance(cipherlist, str):
            raise TypeError(f"set_ciphers() argument must be str, not {type(cipherlist).__name__}")

    def get_ciphers(self):
        raise _missing("SSLContext.get_ciphers()")

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        """Looks whether the files are there and of the right kind."""
        for path in (certfile, keyfile):
            if path is not None:
                if b"-----BEGIN " not in _contents(path):
                    raise SSLError(9, "[SSL] PEM lib")

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        if cafile is None and capath is None and cadata is None:
            raise TypeError("cafile, capath and cadata cannot be all omitted")
        if cafile is not None:
            self._add(_contents(cafile).decode("latin-1"), 136, "[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found")
        if isinstance(cadata, str):
            self._add(cadata, 0, "no start line: cadata does not contain a certificate")
        elif cadata is not None:
            self._certificates.add(bytes(cadata))

    def _add(self, text, number, complaint):
        found = [base64.b64decode(part) for part in _CERTIFICATE.findall(text)]
        if not found:
            raise SSLError(number, complaint)
        self._certificates.update(found)

    def set_default_verify_paths(self):
        pass

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        if not isinstance(purpose, _ASN1Object):
            raise TypeError(purpose)

    def cert_store_stats(self):
        return {"x509": len(self._certificates), "crl": 0, "x509_ca": len(self._certificates)}

    def get_ca_certs(self, binary_form=False):
        if not binary_form and self._certificates:
            raise _missing("reading a certificate")
        return list(self._certificates)

    def session_stats(self):
        return dict.fromkeys(("number", "connect", "connect_good", "connect_renegotiate", "accept", "accept_good",
                              "accept_renegotiate", "hits", "misses", "timeouts", "cache_full"), 0)

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                    server_hostname=None, session=None):
        self._check_names(server_side, server_hostname)
        raise _missing("SSLContext.wrap_socket()")

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        self._check_names(server_side, server_hostname)
        raise _missing("SSLContext.wrap_bio()")

    def _check_names(self, server_side, server_hostname):
        if server_side and server_hostname:
            raise ValueError("server_hostname can only be specified in client mode")
        if self._check_hostname and not server_hostname:
            raise ValueError("check_hostname requires server_hostname")


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """The settings that are recommended for this side of a connection."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    context = SSLContext(PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER)
    context.verify_flags |= VERIFY_X509_PARTIAL_CHAIN | VERIFY_X509_STRICT
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)
    context.keylog_filename = os.environ.get("SSLKEYLOGFILE") or None
    return context


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False,
                               purpose=Purpose.SERVER_AUTH, certfile=None, keyfile=None, cafile=None, capath=None,
                               cadata=None):
    if protocol is None:
        protocol = PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER
    context = SSLContext(protocol)
    context.check_hostname = check_hostname
    context.verify_mode = cert_reqs
    if certfile:
        context.load_cert_chain(certfile, keyfile)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    return context


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None, timeout=None):
    raise _missing("get_server_certificate()")


DefaultVerifyPaths = namedtuple(
    "DefaultVerifyPaths", "cafile capath openssl_cafile_env openssl_cafile openssl_capath_env openssl_capath")


def get_default_verify_paths():
    """Where certificates are looked for."""
    cafile, capath = "/usr/lib/ssl/cert.pem", "/usr/lib/ssl/certs"
    chosen_file = os.environ.get("SSL_CERT_FILE", cafile)
    chosen_folder = os.environ.get("SSL_CERT_DIR", capath)
    return DefaultVerifyPaths(
        chosen_file if os.path.isfile(chosen_file) else None, chosen_folder if os.path.isdir(chosen_folder) else None,
        "SSL_CERT_FILE", cafile, "SSL_CERT_DIR", capath)


def get_protocol_name(protocol_code):
    try:
        return _SSLMethod(protocol_code).name
    except ValueError:
        return "<unknown>"


def cert_time_to_seconds(cert_time):
    """The seconds since 1970 of a time as certificates write it."""
    parts = re.fullmatch(r"(\w{3})\s+(\d\d?)\s+(\d\d?):(\d\d):(\d\d)\s+(\d{4})\s+GMT", cert_time, re.IGNORECASE)
    month = parts and parts[1].title()
    if month not in _MONTHS:
        raise ValueError(f'time data {cert_time!r} does not match format "%b %d %H:%M:%S %Y GMT"')
    day, hour, minute, second, year = (int(part) for part in parts.groups()[1:])
    return calendar.timegm((year, _MONTHS.index(month) + 1, day, hour, minute, second))


def DER_cert_to_PEM_cert(der_cert_bytes):
    """The text of a certificate, of its bytes."""
    lines = textwrap.wrap(base64.b64encode(der_cert_bytes).decode("ascii"), 64)
    return "\n".join([PEM_HEADER, *lines, PEM_FOOTER, ""])


def PEM_cert_to_DER_cert(pem_cert_string):
    """The bytes of a certificate, of its text."""
    if not pem_cert_string.startswith(PEM_HEADER):
        raise ValueError("Invalid PEM encoding; must start with %s" % PEM_HEADER)
    if not pem_cert_string.strip().endswith(PEM_FOOTER):
        raise ValueError("Invalid PEM encoding; must end with %s" % PEM_FOOTER)
    body = pem_cert_string.strip()[len(PEM_HEADER):-len(PEM_FOOTER)]
    return base64.decodebytes(body.encode("ascii", "strict"))


def RAND_bytes(n, /):
    """Random bytes that are fit for keys."""
    if n < 0:
        raise ValueError("num must be positive")
    return os.urandom(n)


def RAND_status():
    return True


def RAND_add(string, entropy, /):
    """The system's source needs no help."""


socket_error = OSError
create_connection = _socket.create_connection
