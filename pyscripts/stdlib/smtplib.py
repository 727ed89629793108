"""Sending mail: the client's side of SMTP (RFC 5321), with its extensions (RFC 1869) and logging in (RFC 4954).

A connection is in the clear: gilly has no `ssl`, so `starttls` says that it cannot, and `SMTP_SSL` is not there.
"""

import base64
import copy
import datetime
import email.generator
import email.message
import email.policy
import email.utils
import hmac
import io
import re
import socket
import sys
from email.base64mime import body_encode as _encode_base64

__all__ = ["SMTPException", "SMTPNotSupportedError", "SMTPServerDisconnected", "SMTPResponseException",
           "SMTPSenderRefused", "SMTPRecipientsRefused", "SMTPDataError", "SMTPConnectError", "SMTPHeloError",
           "SMTPAuthenticationError", "quoteaddr", "quotedata", "SMTP"]

SMTP_PORT = 25
SMTP_SSL_PORT = 465
LMTP_PORT = 2003
CRLF = "\r\n"
bCRLF = b"\r\n"
_MAXLINE = 8192  # a longer line of a server's is no answer
_MAXCHALLENGE = 5
_AUTH_OLD_STYLE = re.compile(r"auth=(.*)", re.I)
_FEATURE = re.compile(r"(?P<feature>[A-Za-z0-9][A-Za-z0-9\-]*) ?")


class SMTPException(OSError):
    """What goes wrong with mail."""


class SMTPNotSupportedError(SMTPException):
    """The server cannot do what is asked of it."""


class SMTPServerDisconnected(SMTPException):
    """There is no connection, or the server has ended it."""


class SMTPResponseException(SMTPException):
    """The server answered with an error: `smtp_code` and `smtp_error`."""

    def __init__(self, code, msg):
        self.smtp_code = code
        self.smtp_error = msg
        self.args = (code, msg)


class SMTPSenderRefused(SMTPResponseException):
    """The server does not take mail of this sender."""

    def __init__(self, code, msg, sender):
        self.smtp_code = code
        self.smtp_error = msg
        self.sender = sender
        self.args = (code, msg, sender)


class SMTPRecipientsRefused(SMTPException):
    """The server takes mail for none of the recipients: `recipients` has its answers."""

    def __init__(self, recipients):
        self.recipients = recipients
        self.args = (recipients,)


class SMTPDataError(SMTPResponseException):
    """The server did not take the message."""


class SMTPConnectError(SMTPResponseException):
    """The server did not take the connection."""


class SMTPHeloError(SMTPResponseException):
    """The server did not take the greeting."""


class SMTPAuthenticationError(SMTPResponseException):
    """The server did not take the name and password."""


def quoteaddr(addrstring):
    """An address in the angle brackets of the protocol."""
    name, address = email.utils.parseaddr(addrstring)
    if (name, address) == ("", ""):
        # What cannot be parsed is the server's to judge.
        return addrstring if addrstring.strip().startswith("<") else f"<{addrstring}>"
    return f"<{address}>"


def _addr_only(addrstring):
    name, address = email.utils.parseaddr(addrstring)
    return addrstring if (name, address) == ("", "") else address


def _line_ends(data):
    return re.sub(r"(?:\r\n|\n|\r(?!\n))", CRLF, data)


def quotedata(data):
    """A message as it travels: lines that begin with a point get another, and all end in CR and LF."""
    return re.sub(r"(?m)^\.", "..", _line_ends(data))


def _quote_periods(bindata):
    return re.sub(rb"(?m)^\.", b"..", bindata)


class SMTP:
    """A connection to a server that takes mail."""

    debuglevel = 0
    sock = None
    file = None
    helo_resp = None
    ehlo_msg = "ehlo"
    ehlo_resp = None
    does_esmtp = False
    default_port = SMTP_PORT

    def __init__(self, host="", port=0, local_hostname=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT,
                 source_address=None):
        self._host = host
        self.timeout = timeout
        self.esmtp_features = {}
        self.command_encoding = "ascii"
        self.source_address = source_address
        self._auth_challenge_count = 0
        if host:
            code, msg = self.connect(host, port)
            if code != 220:
                self.close()
                raise SMTPConnectError(code, msg)
        if local_hostname is not None:
            self.local_hostname = local_hostname
            return
        name = socket.getfqdn()
        if "." not in name:
            address = "127.0.0.1"
            try:
                address = socket.gethostbyname(socket.gethostname())
            except socket.gaierror:
                pass
            name = f"[{address}]"
        self.local_hostname = name

    def __enter__(self):
        return self

    def __exit__(self, *args):
        try:
            code, message = self.docmd("QUIT")
            if code != 221:
                raise SMTPResponseException(code, message)
        except SMTPServerDisconnected:
            pass
        finally:
            self.close()

    # The connection.

    def set_debuglevel(self, debuglevel):
        """Show what is said: with 1, and with the time of day if it is 2."""
        self.debuglevel = debuglevel

    def _print_debug(self, *args):
        if self.debuglevel > 1:
            print(datetime.datetime.now().time(), *args, file=sys.stderr)
        else:
            print(*args, file=sys.stderr)

    def _get_socket(self, host, port, timeout):
        if timeout is not None and not timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        if self.debuglevel > 0:
            self._print_debug("connect: to", (host, port), self.source_address)
        return socket.create_connection((host, port), timeout, self.source_address)

    def connect(self, host="localhost", port=0, source_address=None):
        """Connect to a server, "host:port" or both apart; its code and words."""
        if source_address:
            self.source_address = source_address
        if not port and host.find(":") == host.rfind(":"):
            place = host.rfind(":")
            if place >= 0:
                host, port = host[:place], host[place + 1:]
                try:
                    port = int(port)
                except ValueError:
                    raise OSError("nonnumeric port")
        if not port:
            port = self.default_port
        sys.audit("smtplib.connect", self, host, port)
        self.sock = self._get_socket(host, port, self.timeout)
        self.file = None
        code, msg = self.getreply()
        if self.debuglevel > 0:
            self._print_debug("connect:", repr(msg))
        return code, msg

    def send(self, s):
        """Send text or bytes as they are."""
        if self.debuglevel > 0:
            self._print_debug("send:", repr(s))
        if not self.sock:
            raise SMTPServerDisconnected("please run connect() first")
        if isinstance(s, str):
            s = s.encode(self.command_encoding)
        sys.audit("smtplib.send", self, s)
        try:
            self.sock.sendall(s)
        except OSError:
            self.close()
            raise SMTPServerDisconnected("Server not connected")

    def putcmd(self, cmd, args=""):
        """Send a command."""
        line = f"{cmd} {args}" if args else cmd
        if "\r" in line or "\n" in line:
            line = line.replace("\n", "\\n").replace("\r", "\\r")
            raise ValueError(f"command and arguments contain prohibited newline characters: {line}")
        self.send(line + CRLF)

    def getreply(self):
        """The server's answer: its code and its words, which may be of several lines."""
        words = []
        if self.file is None:
            self.file = self.sock.makefile("rb")
        while True:
            try:
                line = self.file.readline(_MAXLINE + 1)
            except OSError as problem:
                self.close()
                raise SMTPServerDisconnected(f"Connection unexpectedly closed: {problem}")
            if not line:
                self.close()
                raise SMTPServerDisconnected("Connection unexpectedly closed")
            if self.debuglevel > 0:
                self._print_debug("reply:", repr(line))
            if len(line) > _MAXLINE:
                self.close()
                raise SMTPResponseException(500, "Line too long.")
            words.append(line[4:].strip(b" \t\r\n"))
            try:
                code = int(line[:3])
            except ValueError:
                code = -1
                break
            if line[3:4] != b"-":
                break
        message = b"\n".join(words)
        if self.debuglevel > 0:
            self._print_debug(f"reply: retcode ({code}); Msg: {message!r}")
        return code, message

    def docmd(self, cmd, args=""):
        """Send a command; the server's answer."""
        self.putcmd(cmd, args)
        return self.getreply()

    def close(self):
        """Close the connection."""
        try:
            file, self.file = self.file, None
            if file:
                file.close()
        finally:
            sock, self.sock = self.sock, None
            if sock:
                sock.close()

    def quit(self):
        """Say good-bye and close the connection."""
        answer = self.docmd("quit")
        self.ehlo_resp = self.helo_resp = None
        self.esmtp_features = {}
        self.does_esmtp = False
        self.close()
        return answer

    # Commands.

    def helo(self, name=""):
        """Greet the server in the old way."""
        code, msg = self.docmd("helo", name or self.local_hostname)
        self.helo_resp = msg
        return code, msg

    def ehlo(self, name=""):
        """Greet the server, which tells what it can do: `esmtp_features`."""
        self.esmtp_features = {}
        self.putcmd(self.ehlo_msg, name or self.local_hostname)
        code, msg = self.getreply()
        if code == -1 and not msg:
            self.close()
            raise SMTPServerDisconnected("Server not connected")
        self.ehlo_resp = msg
        if code != 250:
            return code, msg
        self.does_esmtp = True
        for line in msg.decode("latin-1").split("\n")[1:]:
            old_style = _AUTH_OLD_STYLE.match(line)
            if old_style:
                known = self.esmtp_features.get("auth", "")
                self.esmtp_features["auth"] = f"{known} {old_style[1]}"
                continue
            found = _FEATURE.match(line)
            if found:
                feature = found["feature"].lower()
                parameters = line[found.end("feature"):].strip()
                if feature == "auth":
                    parameters = f"{self.esmtp_features.get('auth', '')} {parameters}"
                self.esmtp_features[feature] = parameters
        return code, msg

    def has_extn(self, opt):
        """Has the server told that it can do this?"""
        return opt.lower() in self.esmtp_features

    def help(self, args=""):
        """What the server says to a cry for help."""
        self.putcmd("help", args)
        return self.getreply()[1]

    def rset(self):
        """Begin anew."""
        self.command_encoding = "ascii"
        return self.docmd("rset")

    def _rset(self):
        try:
            self.rset()
        except SMTPServerDisconnected:
            pass

    def noop(self):
        """Do nothing."""
        return self.docmd("noop")

    def mail(self, sender, options=()):
        """Begin a message of a sender."""
        text = ""
        if options and self.does_esmtp:
            if any(option.lower() == "smtputf8" for option in options):
                if not self.has_extn("smtputf8"):
                    raise SMTPNotSupportedError("SMTPUTF8 not supported by server")
                self.command_encoding = "utf-8"
            text = " " + " ".join(options)
        self.putcmd("mail", f"from:{quoteaddr(sender)}{text}")
        return self.getreply()

    def rcpt(self, recip, options=()):
        """Name a recipient of the message."""
        text = " " + " ".join(options) if options and self.does_esmtp else ""
        self.putcmd("rcpt", f"to:{quoteaddr(recip)}{text}")
        return self.getreply()

    def data(self, msg):
        """Send the message itself; a text's lines may end as they like, bytes are sent as they are."""
        self.putcmd("data")
        code, answer = self.getreply()
        if self.debuglevel > 0:
            self._print_debug("data:", (code, answer))
        if code != 354:
            raise SMTPDataError(code, answer)
        if isinstance(msg, str):
            msg = _line_ends(msg).encode("ascii")
        sent = _quote_periods(msg)
        if sent[-2:] != bCRLF:
            sent += bCRLF
        self.send(sent + b"." + bCRLF)
        code, msg = self.getreply()
        if self.debuglevel > 0:
            self._print_debug("data:", (code, msg))
        return code, msg

    def verify(self, address):
        """Is there such an address?"""
        self.putcmd("vrfy", _addr_only(address))
        return self.getreply()

    vrfy = verify

    def expn(self, address):
        """Who is on a list?"""
        self.putcmd("expn", _addr_only(address))
        return self.getreply()

    def ehlo_or_helo_if_needed(self):
        """Greet the server, if that has not been done."""
        if self.helo_resp is None and self.ehlo_resp is None and not 200 <= self.ehlo()[0] <= 299:
            code, answer = self.helo()
            if not 200 <= code <= 299:
                raise SMTPHeloError(code, answer)

    # Logging in.

    def auth(self, mechanism, authobject, *, initial_response_ok=True):
        """Log in by a mechanism: `authobject(challenge)` gives the answers, without a challenge the first one."""
        mechanism = mechanism.upper()
        first = authobject() if initial_response_ok else None
        if first is not None:
            answer = _encode_base64(first.encode("ascii"), eol="")
            code, words = self.docmd("AUTH", f"{mechanism} {answer}")
            self._auth_challenge_count = 1
        else:
            code, words = self.docmd("AUTH", mechanism)
            self._auth_challenge_count = 0
        while code == 334:
            self._auth_challenge_count += 1
            challenge = base64.decodebytes(words)
            answer = _encode_base64(authobject(challenge).encode("ascii"), eol="")
            code, words = self.docmd(answer)
            if self._auth_challenge_count > _MAXCHALLENGE:
                raise SMTPException("Server AUTH mechanism infinite loop. Last response: " + repr((code, words)))
        if code in (235, 503):
            return code, words
        raise SMTPAuthenticationError(code, words)

    def auth_cram_md5(self, challenge=None):
        """The answer to a challenge: a digest of it, with the password as key."""
        if challenge is None:
            return None
        return f"{self.user} {hmac.HMAC(self.password.encode('ascii'), challenge, 'md5').hexdigest()}"

    def auth_plain(self, challenge=None):
        """Name and password as they are."""
        return f"\0{self.user}\0{self.password}"

    def auth_login(self, challenge=None):
        """First the name, then the password."""
        return self.user if challenge is None or self._auth_challenge_count < 2 else self.password

    def login(self, user, password, *, initial_response_ok=True):
        """Log in by the best mechanism that both sides know."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn("auth"):
            raise SMTPNotSupportedError("SMTP AUTH extension not supported by server.")
        offered = self.esmtp_features["auth"].split()
        known = [method for method in ("CRAM-MD5", "PLAIN", "LOGIN") if method in offered]
        if not known:
            raise SMTPException("No suitable authentication method found.")
        self.user, self.password = user, password
        for method in known:
            answers = getattr(self, "auth_" + method.lower().replace("-", "_"))
            try:
                return self.auth(method, answers, initial_response_ok=initial_response_ok)
            except SMTPAuthenticationError as problem:
                last = problem
        raise last

    def starttls(self, *, context=None):
        """Encrypt the connection, which gilly cannot."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn("starttls"):
            raise SMTPNotSupportedError("STARTTLS extension not supported by server.")
        raise RuntimeError("No SSL support included in this Python")

    # Whole messages.

    def sendmail(self, from_addr, to_addrs, msg, mail_options=(), rcpt_options=()):
        """Send a message to one or several recipients; the answers about those that the server has refused."""
        self.ehlo_or_helo_if_needed()
        options = []
        if isinstance(msg, str):
            msg = _line_ends(msg).encode("ascii")
        if self.does_esmtp:
            if self.has_extn("size"):
                options.append(f"size={len(msg)}")
            options += mail_options
        code, answer = self.mail(from_addr, options)
        if code != 250:
            self.close() if code == 421 else self._rset()
            raise SMTPSenderRefused(code, answer, from_addr)
        refused = {}
        if isinstance(to_addrs, str):
            to_addrs = [to_addrs]
        for each in to_addrs:
            code, answer = self.rcpt(each, rcpt_options)
            if code not in (250, 251):
                refused[each] = code, answer
            if code == 421:
                self.close()
                raise SMTPRecipientsRefused(refused)
        if len(refused) == len(to_addrs):
            self._rset()
            raise SMTPRecipientsRefused(refused)
        code, answer = self.data(msg)
        if code != 250:
            self.close() if code == 421 else self._rset()
            raise SMTPDataError(code, answer)
        return refused

    def send_message(self, msg, from_addr=None, to_addrs=None, mail_options=(), rcpt_options=()):
        """Send a message object; who sends it to whom its headers say, the newest Resent ones first."""
        self.ehlo_or_helo_if_needed()
        resent = msg.get_all("Resent-Date")
        if resent is None:
            prefix = ""
        elif len(resent) == 1:
            prefix = "Resent-"
        else:
            raise ValueError("message has more than one 'Resent-' header block")
        if from_addr is None:
            sender = msg[prefix + "Sender"] if prefix + "Sender" in msg else msg[prefix + "From"]
            from_addr = email.utils.getaddresses([sender])[0][1]
        if to_addrs is None:
            fields = [field for field in (msg[prefix + name] for name in ("To", "Bcc", "Cc")) if field is not None]
            to_addrs = [address for _, address in email.utils.getaddresses(fields)]
        sent = copy.copy(msg)
        del sent["Bcc"]
        del sent["Resent-Bcc"]
        international = False
        try:
            "".join([from_addr, *to_addrs]).encode("ascii")
        except UnicodeEncodeError:
            if not self.has_extn("smtputf8"):
                raise SMTPNotSupportedError(
                    "One or more source or delivery addresses require internationalized email support, but the server "
                    "does not advertise the required SMTPUTF8 capability")
            international = True
        with io.BytesIO() as text:
            if international:
                generator = email.generator.BytesGenerator(text, policy=msg.policy.clone(utf8=True))
                mail_options = (*mail_options, "SMTPUTF8", "BODY=8BITMIME")
            else:
                generator = email.generator.BytesGenerator(text)
            generator.flatten(sent, linesep="\r\n")
            flat = text.getvalue()
        return self.sendmail(from_addr, to_addrs, flat, mail_options, rcpt_options)


class LMTP(SMTP):
    """A connection to a server that delivers mail (RFC 2033), often over a socket of this machine."""

    ehlo_msg = "lhlo"

    def __init__(self, host="", port=LMTP_PORT, local_hostname=None, source_address=None,
                 timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        super().__init__(host, port, local_hostname=local_hostname, source_address=source_address, timeout=timeout)

    def connect(self, host="localhost", port=0, source_address=None):
        """Connect to a server; a host that begins with a slash is the path of a socket."""
        if not host.startswith("/"):
            return super().connect(host, port, source_address=source_address)
        if self.timeout is not None and not self.timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        try:
            self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            if self.timeout is not socket._GLOBAL_DEFAULT_TIMEOUT:
                self.sock.settimeout(self.timeout)
            self.file = None
            self.sock.connect(host)
        except OSError:
            if self.debuglevel > 0:
                self._print_debug("connect fail:", host)
            if self.sock:
                self.sock.close()
            self.sock = None
            raise
        code, msg = self.getreply()
        if self.debuglevel > 0:
            self._print_debug("connect:", msg)
        return code, msg
