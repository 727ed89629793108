"""Mail that stays on a server: the client's side of IMAP4rev1 (RFC 3501). A connection is in the clear: there is no `ssl`.

Each command has a tag, and the server's last word to it begins with that tag; what comes before is kept by its kind in
`untagged_responses` until somebody asks for it.
"""

import errno
import random
import re
import socket
import subprocess
import sys
from _imap_texts import Authenticator, Int2AP, Internaldate2tuple, ParseFlags, Time2Internaldate

__version__ = "2.58"
__all__ = ["IMAP4", "IMAP4_stream", "Internaldate2tuple", "Int2AP", "ParseFlags", "Time2Internaldate"]

CRLF = b"\r\n"
Debug = 0
IMAP4_PORT = 143
IMAP4_SSL_PORT = 993
AllowedVersions = ("IMAP4REV1", "IMAP4")
_MAXLINE = 1000000

# In which states a command may be given.
_ANY = "NONAUTH", "AUTH", "SELECTED", "LOGOUT"
_IN = "AUTH", "SELECTED"
Commands = {
    **dict.fromkeys(("CAPABILITY", "LOGOUT", "NOOP"), _ANY), **dict.fromkeys(("AUTHENTICATE", "LOGIN"), ("NONAUTH",)),
    "STARTTLS": ("NONAUTH",), "ENABLE": ("AUTH",), "PROXYAUTH": ("AUTH",),
    **dict.fromkeys(("APPEND", "CREATE", "DELETE", "DELETEACL", "EXAMINE", "GETACL", "GETANNOTATION", "GETQUOTA",
                     "GETQUOTAROOT", "LIST", "LSUB", "MYRIGHTS", "NAMESPACE", "RENAME", "SELECT", "SETACL",
                     "SETANNOTATION", "SETQUOTA", "STATUS", "SUBSCRIBE", "UNSUBSCRIBE"), _IN),
    **dict.fromkeys(("CHECK", "CLOSE", "COPY", "EXPUNGE", "FETCH", "MOVE", "PARTIAL", "SEARCH", "SORT", "STORE",
                     "THREAD", "UID", "UNSELECT"), ("SELECTED",)),
}

_CONTINUED = re.compile(rb"\+( (?P<data>.*))?")
_LITERAL = re.compile(rb".*{(?P<size>\d+)}$", re.ASCII)
_CODE = re.compile(rb"\[(?P<type>[A-Z-]+)( (?P<data>.*))?\]")
_UNTAGGED = re.compile(rb"\* (?P<type>[A-Z-]+)( (?P<data>.*))?")
_COUNTED = re.compile(rb"\* (?P<data>\d+) (?P<type>[A-Z-]+)( (?P<data2>.*))?", re.ASCII)
_LINE_END = re.compile(rb"\r\n|\r|\n")


class IMAP4:
    """A connection to a server of mail; most commands give (type, [data...])."""

    class error(Exception):
        """What goes wrong with the protocol."""

    class abort(error):
        """The connection is of no use any more; a new one may help."""

    class readonly(abort):
        """The mailbox has become one that may only be read."""

    def __init__(self, host="", port=IMAP4_PORT, timeout=None):
        self.debug = Debug
        self.state = "LOGOUT"
        self.literal = None
        self.tagged_commands = {}
        self.untagged_responses = {}
        self.continuation_response = ""
        self.is_readonly = False
        self.tagnum = 0
        self.capabilities = ()
        self._tls_established = False
        self._mode_ascii()
        self.open(host, port, timeout)
        try:
            self._connect()
        except Exception:
            try:
                self.shutdown()
            except OSError:
                pass
            raise

    def _mode_ascii(self):
        self.utf8_enabled = False
        self._encoding = "ascii"

    def _mode_utf8(self):
        self.utf8_enabled = True
        self._encoding = "utf-8"

    def _connect(self):
        self.tagpre = Int2AP(random.randint(4096, 65535))
        self.tagre = re.compile(rb"(?P<tag>" + self.tagpre + rb"\d+) (?P<type>[A-Z]+) (?P<data>.*)", re.ASCII)
        self.welcome = self._get_response()
        if "PREAUTH" in self.untagged_responses:
            self.state = "AUTH"
        elif "OK" in self.untagged_responses:
            self.state = "NONAUTH"
        else:
            raise self.error(self.welcome)
        self._get_capabilities()
        for version in AllowedVersions:
            if version in self.capabilities:
                self.PROTOCOL_VERSION = version
                return
        raise self.error("server not IMAP4 compliant")

    def __getattr__(self, name):
        # The names of commands may be written large.
        if name in Commands:
            return getattr(self, name.lower())
        raise AttributeError(f"Unknown IMAP4 command: '{name}'")

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if self.state != "LOGOUT":
            try:
                self.logout()
            except OSError:
                pass

    # The connection.

    def _create_socket(self, timeout):
        if timeout is not None and not timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        host = self.host or None
        sys.audit("imaplib.open", self, self.host, self.port)
        if timeout is not None:
            return socket.create_connection((host, self.port), timeout)
        return socket.create_connection((host, self.port))

    def open(self, host="", port=IMAP4_PORT, timeout=None):
        """Connect to a server."""
        self.host = host
        self.port = port
        self.sock = self._create_socket(timeout)
        self.file = self.sock.makefile("rb")

    def read(self, size):
        """So many bytes."""
        return self.file.read(size)

    def readline(self):
        """A line."""
        line = self.file.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise self.error(f"got more than {_MAXLINE} bytes")
        return line

    def send(self, data):
        """Send bytes."""
        sys.audit("imaplib.send", self, data)
        self.sock.sendall(data)

    def shutdown(self):
        """Close the connection."""
        self.file.close()
        try:
            self.sock.shutdown(socket.SHUT_RDWR)
        except OSError as problem:
            # The other side may be gone already.
            if problem.errno not in (errno.ENOTCONN, errno.EINVAL):
                raise
        finally:
            self.sock.close()

    def socket(self):
        """The socket."""
        return self.sock

    # What the server says.

    def _append_untagged(self, kind, data):
        self.untagged_responses.setdefault(kind, []).append(b"" if data is None else data)

    def _check_bye(self):
        bye = self.untagged_responses.get("BYE")
        if bye:
            raise self.abort(bye[-1].decode(self._encoding, "replace"))

    def _get_line(self):
        line = self.readline()
        if not line:
            raise self.abort("socket error: EOF")
        if not line.endswith(b"\r\n"):
            raise self.abort(f"socket error: unterminated line: {line!r}")
        if self.debug >= 4:
            print("<", line, file=sys.stderr)
        return line[:-2]

    def _get_response(self):
        """Read one answer and keep it; None if the server waits for more of a command."""
        line = self._get_line()
        found = self.tagre.match(line) if hasattr(self, "tagre") else None
        if found:
            tag = found["tag"]
            if tag not in self.tagged_commands:
                raise self.abort(f"unexpected tagged response: {line!r}")
            self.tagged_commands[tag] = str(found["type"], self._encoding), [found["data"]]
            self._note_code(found["type"], found["data"])
            return line
        found, more = _UNTAGGED.match(line), None
        if not found:
            found = _COUNTED.match(line)
            more = found["data2"] if found else None
        if not found:
            found = _CONTINUED.match(line)
            if found:
                self.continuation_response = found["data"]
                return None
            raise self.abort(f"unexpected response: {line!r}")
        kind = str(found["type"], self._encoding)
        data = b"" if found["data"] is None else found["data"]
        if more:
            data += b" " + more
        literal = _LITERAL.match(data)
        while literal:
            # Bytes of any kind follow, and then the line goes on.
            self._append_untagged(kind, (data, self.read(int(literal["size"]))))
            data = self._get_line()
            literal = _LITERAL.match(data)
        self._append_untagged(kind, data)
        self._note_code(found["type"], data)
        return line

    def _note_code(self, kind, data):
        """Between brackets stands something that programs read."""
        if kind in (b"OK", b"NO", b"BAD", b"BYE", b"PREAUTH"):
            code = _CODE.match(data)
            if code:
                self._append_untagged(str(code["type"], self._encoding), code["data"])

    def _untagged_response(self, kind, data, name):
        if kind == "NO":
            return kind, data
        return kind, self.untagged_responses.pop(name, [None])

    def response(self, code):
        """What the server has said of a kind, which is then forgotten."""
        return self._untagged_response(code, [None], code.upper())

    def recent(self):
        """How many new messages there are; the server is asked if it has not said."""
        kind, data = self._untagged_response("OK", [None], "RECENT")
        if data[-1]:
            return kind, data
        kind, data = self.noop()
        return self._untagged_response(kind, data, "RECENT")

    # Commands.

    def _new_tag(self):
        tag = self.tagpre + bytes(str(self.tagnum), self._encoding)
        self.tagnum += 1
        self.tagged_commands[tag] = None
        return tag

    def _command(self, name, *args):
        if self.state not in Commands[name]:
            self.literal = None
            raise self.error(f"command {name} illegal in state {self.state}, only allowed in states "
                             f"{', '.join(Commands[name])}")
        for kind in "OK", "NO", "BAD":
            self.untagged_responses.pop(kind, None)
        if "READ-ONLY" in self.untagged_responses and not self.is_readonly:
            raise self.readonly("mailbox status changed to READ-ONLY")
        tag = self._new_tag()
        words = [tag, bytes(name, self._encoding)]
        words += [bytes(word, self._encoding) if isinstance(word, str) else word for word in args if word is not None]
        data = b" ".join(words)
        literal, self.literal = self.literal, None
        answers = None
        if literal is not None:
            if callable(literal):
                answers = literal
            else:
                data += bytes(f" {{{len(literal)}}}", self._encoding)
        if self.debug >= 4:
            print(">", data, file=sys.stderr)
        try:
            self.send(data + CRLF)
            while literal is not None:
                # The server says when it is ready for the bytes.
                while self._get_response():
                    if self.tagged_commands[tag]:
                        return tag
                if answers:
                    literal = answers(self.continuation_response)
                self.send(literal)
                self.send(CRLF)
                if not answers:
                    break
        except OSError as problem:
            raise self.abort(f"socket error: {problem}")
        return tag

    def _command_complete(self, name, tag):
        logout = name == "LOGOUT"
        if not logout:
            self._check_bye()
        try:
            while self.tagged_commands[tag] is None:
                if not logout:
                    self._check_bye()
                self._get_response()
            kind, data = self.tagged_commands.pop(tag)
        except self.abort as problem:
            raise self.abort(f"command: {name} => {problem}")
        except self.error as problem:
            raise self.error(f"command: {name} => {problem}")
        if not logout:
            self._check_bye()
        if kind == "BAD":
            raise self.error(f"{name} command error: {kind} {data}")
        return kind, data

    def _simple_command(self, name, *args):
        return self._command_complete(name, self._command(name, *args))

    def _asked(self, name, *args, answer=None):
        kind, data = self._simple_command(name, *args)
        return self._untagged_response(kind, data, answer or name)

    def _get_capabilities(self):
        _, data = self.capability()
        if data == [None]:
            raise self.error("no CAPABILITY response from server")
        self.capabilities = tuple(str(data[-1], self._encoding).upper().split())

    def _quote(self, text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def capability(self):
        """What the server can do."""
        return self._asked("CAPABILITY")

    def noop(self):
        """Do nothing; the server may have news."""
        return self._simple_command("NOOP")

    def login(self, user, password):
        """Log in with a password."""
        kind, data = self._simple_command("LOGIN", user, self._quote(password))
        if kind != "OK":
            raise self.error(data[-1])
        self.state = "AUTH"
        return kind, data

    def authenticate(self, mechanism, authobject):
        """Log in by a mechanism: `authobject(challenge)` gives the answers."""
        self.literal = Authenticator(authobject).process
        kind, data = self._simple_command("AUTHENTICATE", mechanism.upper())
        if kind != "OK":
            raise self.error(data[-1].decode("utf-8", "replace"))
        self.state = "AUTH"
        return kind, data

    def login_cram_md5(self, user, password):
        """Log in with a digest of the password and of what the server says."""
        import hmac
        key = password.encode("utf-8") if isinstance(password, str) else password
        return self.authenticate(
            "CRAM-MD5", lambda challenge: user + " " + hmac.HMAC(key, challenge, "md5").hexdigest())

    def proxyauth(self, user):
        """Act for another user."""
        return self._simple_command("PROXYAUTH", user)

    def starttls(self, ssl_context=None):
        """Encrypt the connection, which gilly cannot."""
        raise self.error("SSL support missing")

    def enable(self, capability):
        """Make use of something that the server can do."""
        if "ENABLE" not in self.capabilities:
            raise self.error("Server does not support ENABLE")
        kind, data = self._simple_command("ENABLE", capability)
        if kind == "OK" and "UTF8=ACCEPT" in capability.upper():
            self._mode_utf8()
        return kind, data

    def logout(self):
        """Say good-bye and close the connection."""
        self.state = "LOGOUT"
        kind, data = self._simple_command("LOGOUT")
        self.shutdown()
        bye = self.untagged_responses.get("BYE")
        return ("BYE", bye) if bye else (kind, data)

    # Mailboxes.

    def select(self, mailbox="INBOX", readonly=False):
        """Open a mailbox; how many messages it has."""
        self.untagged_responses = {}
        self.is_readonly = readonly
        kind, data = self._simple_command("EXAMINE" if readonly else "SELECT", mailbox)
        if kind != "OK":
            self.state = "AUTH"
            return kind, data
        self.state = "SELECTED"
        if "READ-ONLY" in self.untagged_responses and not readonly:
            raise self.readonly(f"{mailbox} is not writable")
        return kind, self.untagged_responses.get("EXISTS", [None])

    def close(self):
        """Leave the mailbox; deleted messages are gone then."""
        try:
            return self._simple_command("CLOSE")
        finally:
            self.state = "AUTH"

    def unselect(self):
        """Leave the mailbox; deleted messages stay."""
        try:
            return self._simple_command("UNSELECT")
        finally:
            self.state = "AUTH"

    def create(self, mailbox):
        """Make a mailbox."""
        return self._simple_command("CREATE", mailbox)

    def delete(self, mailbox):
        """Delete a mailbox."""
        return self._simple_command("DELETE", mailbox)

    def rename(self, oldmailbox, newmailbox):
        """Rename a mailbox."""
        return self._simple_command("RENAME", oldmailbox, newmailbox)

    def subscribe(self, mailbox):
        """Subscribe to a mailbox."""
        return self._simple_command("SUBSCRIBE", mailbox)

    def unsubscribe(self, mailbox):
        """End a subscription."""
        return self._simple_command("UNSUBSCRIBE", mailbox)

    def list(self, directory='""', pattern="*"):
        """The names of mailboxes."""
        return self._asked("LIST", directory, pattern)

    def lsub(self, directory='""', pattern="*"):
        """The names of mailboxes that are subscribed to."""
        return self._asked("LSUB", directory, pattern)

    def status(self, mailbox, names):
        """What is known of a mailbox."""
        return self._asked("STATUS", mailbox, names)

    def namespace(self):
        """Where mailboxes lie."""
        return self._asked("NAMESPACE")

    # Rights and quotas.

    def getacl(self, mailbox):
        """Who may do what with a mailbox."""
        return self._asked("GETACL", mailbox, answer="ACL")

    def setacl(self, mailbox, who, what):
        """Say who may do what."""
        return self._simple_command("SETACL", mailbox, who, what)

    def deleteacl(self, mailbox, who):
        """Take all rights from somebody."""
        return self._simple_command("DELETEACL", mailbox, who)

    def myrights(self, mailbox):
        """What we may do."""
        return self._asked("MYRIGHTS", mailbox)

    def getannotation(self, mailbox, entry, attribute):
        """A note on a mailbox."""
        return self._asked("GETANNOTATION", mailbox, entry, attribute, answer="ANNOTATION")

    def setannotation(self, *args):
        """Set notes on a mailbox."""
        return self._asked("SETANNOTATION", *args, answer="ANNOTATION")

    def getquota(self, root):
        """How much there may be."""
        return self._asked("GETQUOTA", root, answer="QUOTA")

    def getquotaroot(self, mailbox):
        """Whose quota a mailbox counts to."""
        kind, _ = self._simple_command("GETQUOTAROOT", mailbox)
        kind, roots = self._untagged_response(kind, [None], "QUOTAROOT")
        kind, quota = self._untagged_response(kind, [None], "QUOTA")
        return kind, [roots, quota]

    def setquota(self, root, limits):
        """Say how much there may be."""
        return self._asked("SETQUOTA", root, limits, answer="QUOTA")

    # Messages.

    def append(self, mailbox, flags, date_time, message):
        """Add a message to a mailbox."""
        if flags and (flags[0], flags[-1]) != ("(", ")"):
            flags = f"({flags})"
        date_time = Time2Internaldate(date_time) if date_time else None
        literal = _LINE_END.sub(CRLF, message)
        if self.utf8_enabled:
            literal = b"UTF8 (" + literal + b")"
        self.literal = literal
        return self._simple_command("APPEND", mailbox or "INBOX", flags or None, date_time)

    def check(self):
        """Have the server put the mailbox in order."""
        return self._simple_command("CHECK")

    def copy(self, message_set, new_mailbox):
        """Copy messages to another mailbox."""
        return self._simple_command("COPY", message_set, new_mailbox)

    def expunge(self):
        """Remove the messages that are deleted."""
        return self._asked("EXPUNGE")

    def fetch(self, message_set, message_parts):
        """Parts of messages: what is said of each, and the bytes."""
        return self._asked("FETCH", message_set, message_parts)

    def partial(self, message_num, message_part, start, length):
        """A piece of a part."""
        return self._asked("PARTIAL", message_num, message_part, start, length, answer="FETCH")

    def search(self, charset, *criteria):
        """The numbers of messages that meet conditions."""
        if not charset:
            return self._asked("SEARCH", *criteria)
        if self.utf8_enabled:
            raise self.error("Non-None charset not valid in UTF8 mode")
        return self._asked("SEARCH", "CHARSET", charset, *criteria)

    def _in_brackets(self, text):
        return text if (text[0], text[-1]) == ("(", ")") else f"({text})"

    def sort(self, sort_criteria, charset, *search_criteria):
        """The same in an order."""
        return self._asked("SORT", self._in_brackets(sort_criteria), charset, *search_criteria)

    def thread(self, threading_algorithm, charset, *search_criteria):
        """The same by conversations."""
        return self._asked("THREAD", threading_algorithm, charset, *search_criteria)

    def store(self, message_set, command, flags):
        """Change the flags of messages."""
        return self._asked("STORE", message_set, command, self._in_brackets(flags), answer="FETCH")

    def uid(self, command, *args):
        """A command about messages that are named by what does not change."""
        command = command.upper()
        if command not in Commands:
            raise self.error(f"Unknown IMAP4 UID command: {command}")
        if self.state not in Commands[command]:
            raise self.error(f"command {command} illegal in state {self.state}, only allowed in states "
                             f"{', '.join(Commands[command])}")
        return self._asked("UID", command, *args,
                           answer=command if command in ("SEARCH", "SORT", "THREAD") else "FETCH")

    def xatom(self, name, *args):
        """A command of the server's own."""
        name = name.upper()
        Commands.setdefault(name, (self.state,))
        return self._simple_command(name, *args)


class IMAP4_stream(IMAP4):
    """A server that is a program, spoken with over its standard streams."""

    def __init__(self, command):
        self.command = command
        super().__init__()

    def open(self, host=None, port=None, timeout=None):
        """Start the program."""
        self.host = self.port = self.sock = self.file = None
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, shell=True,
                                        close_fds=True)
        self.writefile, self.readfile = self.process.stdin, self.process.stdout

    def read(self, size):
        return self.readfile.read(size)

    def readline(self):
        return self.readfile.readline()

    def send(self, data):
        self.writefile.write(data)
        self.writefile.flush()

    def shutdown(self):
        self.readfile.close()
        self.writefile.close()
        self.process.wait()
