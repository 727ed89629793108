"""Files over FTP (RFC 959): the client's side. A connection is in the clear, since gilly has no `ssl`."""

import re
import socket
import sys

__all__ = ["FTP", "error_reply", "error_temp", "error_perm", "error_proto", "all_errors"]

MSG_OOB = socket.MSG_OOB
FTP_PORT = 21
MAXLINE = 8192
CRLF = "\r\n"
B_CRLF = b"\r\n"
_GLOBAL_DEFAULT_TIMEOUT = socket._GLOBAL_DEFAULT_TIMEOUT


class Error(Exception):
    """What goes wrong with FTP."""


class error_reply(Error):
    """An answer that nobody expected."""


class error_temp(Error):
    """An error that may not be there the next time (4xx)."""


class error_perm(Error):
    """An error that stays (5xx)."""


class error_proto(Error):
    """An answer that is none."""


all_errors = (Error, OSError, EOFError)


class FTP:
    """A connection to a server that has files."""

    debugging = 0
    host = ""
    port = FTP_PORT
    maxline = MAXLINE
    sock = None
    file = None
    welcome = None
    passiveserver = True
    # Otherwise the server that is asked for a connection might send us anywhere.
    trust_server_pasv_ipv4_address = False

    def __init__(self, host="", user="", passwd="", acct="", timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *,
                 encoding="utf-8"):
        self.encoding = encoding
        self.source_address = source_address
        self.timeout = timeout
        if host:
            self.connect(host)
            if user:
                self.login(user, passwd, acct)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if self.sock is None:
            return
        try:
            self.quit()
        except (OSError, EOFError):
            pass
        finally:
            if self.sock is not None:
                self.close()

    def connect(self, host="", port=0, timeout=-999, source_address=None):
        """Connect to a server; its welcome."""
        if host != "":
            self.host = host
        if port > 0:
            self.port = port
        if timeout != -999:
            self.timeout = timeout
        if self.timeout is not None and not self.timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        if source_address is not None:
            self.source_address = source_address
        sys.audit("ftplib.connect", self, self.host, self.port)
        self.sock = socket.create_connection((self.host, self.port), self.timeout, source_address=self.source_address)
        self.af = self.sock.family
        self.file = self.sock.makefile("r", encoding=self.encoding)
        self.welcome = self.getresp()
        return self.welcome

    def getwelcome(self):
        """What the server said first."""
        if self.debugging:
            print("*welcome*", self.sanitize(self.welcome))
        return self.welcome

    def set_debuglevel(self, level):
        """Show what is said: commands and answers with 1, all lines with 2."""
        self.debugging = level

    debug = set_debuglevel

    def set_pasv(self, val):
        """Does the server wait for the connections of data, or do we?"""
        self.passiveserver = val

    def sanitize(self, s):
        """A line as it may be shown: without the password."""
        if s[:5] in ("pass ", "PASS "):
            end = len(s.rstrip("\r\n"))
            s = s[:5] + "*" * (end - 5) + s[end:]
        return repr(s)

    # Lines.

    def putline(self, line):
        """Send a line."""
        if "\r" in line or "\n" in line:
            raise ValueError("an illegal newline character should not be contained")
        sys.audit("ftplib.sendcmd", self, line)
        line += CRLF
        if self.debugging > 1:
            print("*put*", self.sanitize(line))
        self.sock.sendall(line.encode(self.encoding))

    def putcmd(self, line):
        """Send a command."""
        if self.debugging:
            print("*cmd*", self.sanitize(line))
        self.putline(line)

    def getline(self):
        """A line of the server's, without its end."""
        line = self.file.readline(self.maxline + 1)
        if len(line) > self.maxline:
            raise Error(f"got more than {self.maxline} bytes")
        if self.debugging > 1:
            print("*get*", self.sanitize(line))
        if not line:
            raise EOFError
        if line[-2:] == CRLF:
            return line[:-2]
        return line[:-1] if line[-1:] in CRLF else line

    def getmultiline(self):
        """An answer, which may be of several lines: they end with the code that they began with."""
        lines = [self.getline()]
        code = lines[0][:3]
        if lines[0][3:4] == "-":
            while True:
                lines.append(self.getline())
                if lines[-1][:3] == code and lines[-1][3:4] != "-":
                    break
        return "\n".join(lines)

    def getresp(self):
        """An answer, or the exception that it stands for."""
        answer = self.getmultiline()
        if self.debugging:
            print("*resp*", self.sanitize(answer))
        self.lastresp = answer[:3]
        kind = answer[:1]
        if kind in ("1", "2", "3"):
            return answer
        raise {"4": error_temp, "5": error_perm}.get(kind, error_proto)(answer)

    def voidresp(self):
        """An answer that says that all is done."""
        answer = self.getresp()
        if answer[:1] != "2":
            raise error_reply(answer)
        return answer

    def abort(self):
        """Stop a transfer."""
        line = b"ABOR" + B_CRLF
        if self.debugging > 1:
            print("*put urgent*", self.sanitize(line))
        self.sock.sendall(line, MSG_OOB)
        answer = self.getmultiline()
        if answer[:3] not in ("426", "225", "226"):
            raise error_proto(answer)
        return answer

    def sendcmd(self, cmd):
        """Send a command; the answer."""
        self.putcmd(cmd)
        return self.getresp()

    def voidcmd(self, cmd):
        """Send a command whose answer must say that all is done."""
        self.putcmd(cmd)
        return self.voidresp()

    # Connections of data.

    def sendport(self, host, port):
        """Tell the server where we wait."""
        return self.voidcmd("PORT " + ",".join([*host.split("."), str(port // 256), str(port % 256)]))

    def sendeprt(self, host, port):
        """The same for any kind of address."""
        families = {socket.AF_INET: 1, socket.AF_INET6: 2}
        if self.af not in families:
            raise error_proto("unsupported address family")
        return self.voidcmd(f"EPRT |{families[self.af]}|{host}|{port}|")

    def makeport(self):
        """Wait for a connection of the server's."""
        sock = socket.create_server(("", 0), family=self.af, backlog=1)
        port = sock.getsockname()[1]
        host = self.sock.getsockname()[0]
        if self.af == socket.AF_INET:
            self.sendport(host, port)
        else:
            self.sendeprt(host, port)
        if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            sock.settimeout(self.timeout)
        return sock

    def makepasv(self):
        """Ask the server where it waits."""
        if self.af == socket.AF_INET:
            told, port = parse227(self.sendcmd("PASV"))
            host = told if self.trust_server_pasv_ipv4_address else self.sock.getpeername()[0]
            return host, port
        return parse229(self.sendcmd("EPSV"), self.sock.getpeername())

    def ntransfercmd(self, cmd, rest=None):
        """Begin a transfer: the socket of its data, and how many bytes the server has announced."""
        size = None
        if self.passiveserver:
            host, port = self.makepasv()
            conn = socket.create_connection((host, port), self.timeout, source_address=self.source_address)
            try:
                answer = self._begin(cmd, rest)
            except BaseException:
                conn.close()
                raise
        else:
            with self.makeport() as sock:
                answer = self._begin(cmd, rest)
                conn, _ = sock.accept()
                if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                    conn.settimeout(self.timeout)
        if answer[:3] == "150":
            size = parse150(answer)
        return conn, size

    def _begin(self, cmd, rest):
        if rest is not None:
            self.sendcmd(f"REST {rest}")
        answer = self.sendcmd(cmd)
        if answer[0] == "2":
            # Some servers say that all is done before they begin.
            answer = self.getresp()
        if answer[0] != "1":
            raise error_reply(answer)
        return answer

    def transfercmd(self, cmd, rest=None):
        """Begin a transfer: the socket of its data."""
        return self.ntransfercmd(cmd, rest)[0]

    def retrbinary(self, cmd, callback, blocksize=8192, rest=None):
        """Fetch a file; its bytes go to `callback`."""
        self.voidcmd("TYPE I")
        with self.transfercmd(cmd, rest) as conn:
            while data := conn.recv(blocksize):
                callback(data)
        return self.voidresp()

    def retrlines(self, cmd, callback=None):
        """Fetch a text; its lines go to `callback`, or are printed."""
        callback = callback or print_line
        self.sendcmd("TYPE A")
        with self.transfercmd(cmd) as conn, conn.makefile("r", encoding=self.encoding) as file:
            while True:
                line = file.readline(self.maxline + 1)
                if len(line) > self.maxline:
                    raise Error(f"got more than {self.maxline} bytes")
                if self.debugging > 2:
                    print("*retr*", repr(line))
                if not line:
                    break
                callback(line[:-2] if line[-2:] == CRLF else line.removesuffix("\n"))
        return self.voidresp()

    def storbinary(self, cmd, fp, blocksize=8192, callback=None, rest=None):
        """Send a file's bytes."""
        self.voidcmd("TYPE I")
        with self.transfercmd(cmd, rest) as conn:
            while data := fp.read(blocksize):
                conn.sendall(data)
                if callback:
                    callback(data)
        return self.voidresp()

    def storlines(self, cmd, fp, callback=None):
        """Send a binary file's lines, with the ends that FTP wants."""
        self.voidcmd("TYPE A")
        with self.transfercmd(cmd) as conn:
            while True:
                line = fp.readline(self.maxline + 1)
                if len(line) > self.maxline:
                    raise Error(f"got more than {self.maxline} bytes")
                if not line:
                    break
                if line[-2:] != B_CRLF:
                    line = (line[:-1] if line[-1:] in B_CRLF else line) + B_CRLF
                conn.sendall(line)
                if callback:
                    callback(line)
        return self.voidresp()

    # Commands.

    def login(self, user="", passwd="", acct=""):
        """Log in, as anybody if no name is given."""
        user, passwd, acct = user or "anonymous", passwd or "", acct or ""
        if user == "anonymous" and passwd in ("", "-"):
            passwd += "anonymous@"
        answer = self.sendcmd("USER " + user)
        if answer[0] == "3":
            answer = self.sendcmd("PASS " + passwd)
        if answer[0] == "3":
            answer = self.sendcmd("ACCT " + acct)
        if answer[0] != "2":
            raise error_reply(answer)
        return answer

    def acct(self, password):
        """Say the account's password."""
        return self.voidcmd("ACCT " + password)

    def nlst(self, *args):
        """The names in a folder."""
        lines = []
        self.retrlines(" ".join(["NLST", *args]), lines.append)
        return lines

    def dir(self, *args):
        """A listing of a folder, whose lines go to the last argument if that is a function."""
        callback = None
        if args and not isinstance(args[-1], str):
            *args, callback = args
        self.retrlines(" ".join(["LIST", *(word for word in args if word)]), callback)

    def mlsd(self, path="", facts=[]):
        """The names in a folder with a dict of what is known of each."""
        if facts:
            self.sendcmd("OPTS MLST " + ";".join(facts) + ";")
        lines = []
        self.retrlines(f"MLSD {path}" if path else "MLSD", lines.append)
        for line in lines:
            known, _, name = line.rstrip(CRLF).partition(" ")
            entry = {}
            for fact in known[:-1].split(";"):
                key, _, value = fact.partition("=")
                entry[key.lower()] = value
            yield name, entry

    def rename(self, fromname, toname):
        """Rename a file."""
        answer = self.sendcmd("RNFR " + fromname)
        if answer[0] != "3":
            raise error_reply(answer)
        return self.voidcmd("RNTO " + toname)

    def delete(self, filename):
        """Delete a file."""
        answer = self.sendcmd("DELE " + filename)
        if answer[:3] in ("250", "200"):
            return answer
        raise error_reply(answer)

    def cwd(self, dirname):
        """Change the folder."""
        if dirname == "..":
            try:
                return self.voidcmd("CDUP")
            except error_perm as problem:
                if problem.args[0][:3] != "500":
                    raise
        return self.voidcmd("CWD " + (dirname or "."))

    def size(self, filename):
        """How many bytes a file has."""
        answer = self.sendcmd("SIZE " + filename)
        if answer[:3] == "213":
            return int(answer[3:].strip())
        return None

    def mkd(self, dirname):
        """Make a folder; its full name."""
        answer = self.voidcmd("MKD " + dirname)
        return parse257(answer) if answer.startswith("257") else ""

    def rmd(self, dirname):
        """Remove a folder."""
        return self.voidcmd("RMD " + dirname)

    def pwd(self):
        """The folder that we are in."""
        answer = self.voidcmd("PWD")
        return parse257(answer) if answer.startswith("257") else ""

    def quit(self):
        """Say good-bye and close the connection."""
        answer = self.voidcmd("QUIT")
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
                sock.close()


# What answers say.


def parse150(resp):
    """The size in the answer that begins a transfer; None if it says none."""
    if resp[:3] != "150":
        raise error_reply(resp)
    found = re.search(r"150 .* \((\d+) bytes\)", resp, re.IGNORECASE | re.ASCII)
    return int(found[1]) if found else None


def parse227(resp):
    """The host and port in an answer to PASV."""
    if resp[:3] != "227":
        raise error_reply(resp)
    found = re.search(r"(\d+),(\d+),(\d+),(\d+),(\d+),(\d+)", resp, re.ASCII)
    if not found:
        raise error_proto(resp)
    *host, high, low = found.groups()
    return ".".join(host), (int(high) << 8) + int(low)


def parse229(resp, peer):
    """The host and port in an answer to EPSV."""
    if resp[:3] != "229":
        raise error_reply(resp)
    left = resp.find("(")
    right = resp.find(")", left + 1)
    if left < 0 or right < 0 or resp[left + 1] != resp[right - 1]:
        raise error_proto(resp)
    parts = resp[left + 1:right].split(resp[left + 1])
    if len(parts) != 5:
        raise error_proto(resp)
    return peer[0], int(parts[3])


def parse257(resp):
    """The folder in an answer to PWD or MKD: between quotation marks, which it may have twice within."""
    if resp[:3] != "257":
        raise error_reply(resp)
    found = re.match(r'257 "((?:[^"]|"")*)"?', resp)
    return found[1].replace('""', '"') if found else ""


def print_line(line):
    """Where the lines of a text go if nobody takes them."""
    print(line)


def ftpcp(source, sourcename, target, targetname="", type="I"):
    """Have one server send a file to another."""
    targetname = targetname or sourcename
    type = "TYPE " + type
    source.voidcmd(type)
    target.voidcmd(type)
    target.sendport(*parse227(source.sendcmd("PASV")))
    answer = target.sendcmd("STOR " + targetname)
    if answer[:3] not in ("125", "150"):
        raise error_proto
    answer = source.sendcmd("RETR " + sourcename)
    if answer[:3] not in ("125", "150"):
        raise error_proto
    source.voidresp()
    target.voidresp()
