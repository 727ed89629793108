"""Fetching mail: the client's side of POP3 (RFC 1939). A connection is in the clear, since gilly has no `ssl`."""

import errno
import re
import socket
import sys

__all__ = ["POP3", "error_proto"]

POP3_PORT = 110
POP3_SSL_PORT = 995
CR = b"\r"
LF = b"\n"
CRLF = b"\r\n"
HAVE_SSL = False
_MAXLINE = 2048


class error_proto(Exception):
    """The server answered with an error, or with nonsense."""


class POP3:
    """A connection to a server that keeps mail."""

    encoding = "UTF-8"

    def __init__(self, host, port=POP3_PORT, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        self.host = host
        self.port = port
        self._tls_established = False
        sys.audit("poplib.connect", self, host, port)
        self.sock = self._create_socket(timeout)
        self.file = self.sock.makefile("rb")
        self._debugging = 0
        self.welcome = self._getresp()

    def _create_socket(self, timeout):
        if timeout is not None and not timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        return socket.create_connection((self.host, self.port), timeout)

    # Lines.

    def _putline(self, line):
        if self._debugging > 1:
            print("*put*", repr(line))
        sys.audit("poplib.putline", self, line)
        self.sock.sendall(line + CRLF)

    def _putcmd(self, line):
        if self._debugging:
            print("*cmd*", repr(line))
        self._putline(bytes(line, self.encoding))

    def _getline(self):
        line = self.file.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise error_proto("line too long")
        if self._debugging > 1:
            print("*get*", repr(line))
        if not line:
            raise error_proto("-ERR EOF")
        octets = len(line)
        if line[-2:] == CRLF:
            return line[:-2], octets
        return (line[1:-1] if line[:1] == CR else line[:-1]), octets

    def _getresp(self):
        answer, _ = self._getline()
        if self._debugging > 1:
            print("*resp*", repr(answer))
        if not answer.startswith(b"+"):
            raise error_proto(answer)
        return answer

    def _getlongresp(self):
        answer = self._getresp()
        lines, total = [], 0
        while True:
            line, octets = self._getline()
            if line == b".":
                return answer, lines, total
            if line.startswith(b".."):
                # The point that a line begins with travels twice.
                octets -= 1
                line = line[1:]
            total += octets
            lines.append(line)

    def _shortcmd(self, line):
        self._putcmd(line)
        return self._getresp()

    def _longcmd(self, line):
        self._putcmd(line)
        return self._getlongresp()

    # Logging in.

    def getwelcome(self):
        """What the server said first."""
        return self.welcome

    def set_debuglevel(self, level):
        """Show what is said: the commands with 1, all lines with 2."""
        self._debugging = level

    def user(self, user):
        """Say who is there."""
        return self._shortcmd(f"USER {user}")

    def pass_(self, pswd):
        """Say the password; the mailbox is locked from here on."""
        return self._shortcmd(f"PASS {pswd}")

    _timestamp = re.compile(rb"\+OK.[^<]*(<.*>)")

    def apop(self, user, password):
        """Log in with a digest of the password and of what the server said first."""
        found = self._timestamp.match(self.welcome)
        if not found:
            raise error_proto("-ERR APOP not supported by server")
        import hashlib
        digest = hashlib.md5(found[1] + bytes(password, self.encoding)).hexdigest()
        return self._shortcmd(f"APOP {user} {digest}")

    def rpop(self, user):
        """Log in by the right of the machine."""
        return self._shortcmd(f"RPOP {user}")

    # Messages.

    def stat(self):
        """How many messages there are, and of how many bytes."""
        answer = self._shortcmd("STAT")
        if self._debugging:
            print("*stat*", repr(answer.split()))
        count, size = answer.split()[1:3]
        return int(count), int(size)

    def list(self, which=None):
        """The sizes of the messages, or of one."""
        return self._longcmd("LIST") if which is None else self._shortcmd(f"LIST {which}")

    def retr(self, which):
        """A message: the answer, its lines, its size."""
        return self._longcmd(f"RETR {which}")

    def top(self, which, howmuch):
        """The headers of a message and so many lines of its body."""
        return self._longcmd(f"TOP {which} {howmuch}")

    def dele(self, which):
        """Mark a message to be deleted when the connection ends."""
        return self._shortcmd(f"DELE {which}")

    def noop(self):
        """Do nothing."""
        return self._shortcmd("NOOP")

    def rset(self):
        """Take back the marks of messages to be deleted."""
        return self._shortcmd("RSET")

    def uidl(self, which=None):
        """The names of the messages that stay the same from one connection to the next."""
        return self._longcmd("UIDL") if which is None else self._shortcmd(f"UIDL {which}")

    def capa(self):
        """What the server can do: a dict of names and their parameters."""
        _, lines, _ = self._longcmd("CAPA")
        words = [line.decode("ascii").split() for line in lines]
        return {name: parameters for name, *parameters in words}

    def utf8(self):
        """From here on names and messages may be in UTF-8."""
        return self._shortcmd("UTF8")

    def stls(self, context=None):
        """Encrypt the connection, which gilly cannot."""
        raise error_proto("-ERR TLS support missing")

    def quit(self):
        """Say good-bye; what is marked is deleted."""
        answer = self._shortcmd("QUIT")
        self.close()
        return answer

    def close(self):
        """Close the connection without a word."""
        try:
            file, self.file = self.file, None
            if file is not None:
                file.close()
        finally:
            sock, self.sock = self.sock, None
            if sock is not None:
                try:
                    sock.shutdown(socket.SHUT_RDWR)
                except OSError as problem:
                    # The other side may be gone already.
                    if problem.errno not in (errno.ENOTCONN, errno.EINVAL):
                        raise
                finally:
                    sock.close()
