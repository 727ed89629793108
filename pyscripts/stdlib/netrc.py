"""Names and passwords in a .netrc file."""

import os
import stat

__all__ = ["netrc", "NetrcParseError"]


class NetrcParseError(Exception):
    """The file makes no sense."""

    def __init__(self, msg, filename=None, lineno=None):
        self.filename = filename
        self.lineno = lineno
        self.msg = msg
        super().__init__(msg)

    def __str__(self):
        return f"{self.msg} ({self.filename}, line {self.lineno})"


class _Tokens:
    """The words of a file; those in quotes may have spaces."""

    def __init__(self, file):
        self.lineno = 1
        self.file = file
        self.pushed = []

    def _letter(self):
        letter = self.file.read(1)
        if letter == "\n":
            self.lineno += 1
        return letter

    def next(self):
        if self.pushed:
            return self.pushed.pop(0)
        while (letter := self._letter()) and letter in "\n\t\r ":
            pass
        word, quoted = "", letter == '"'
        if quoted:
            letter = self._letter()
        while letter and (letter != '"' if quoted else letter not in "\n\t\r "):
            if letter == "\\":
                letter = self._letter()
            word += letter
            letter = self._letter()
        return word


class netrc:
    """The file's hosts as {name: (login, account, password)}, and its macros."""

    def __init__(self, file=None):
        is_default = file is None
        if file is None:
            file = os.path.join(os.path.expanduser("~"), ".netrc")
        self.hosts = {}
        self.macros = {}
        try:
            with open(file, encoding="utf-8") as fp:
                self._parse(file, fp, is_default)
        except UnicodeDecodeError:
            with open(file, encoding="locale") as fp:
                self._parse(file, fp, is_default)

    def _parse(self, file, fp, is_default):
        tokens = _Tokens(fp)
        while True:
            line = tokens.lineno
            word = tokens.next()
            if not word:
                return
            if word[0] == "#":
                if tokens.lineno == line:
                    tokens.file.readline()
                    tokens.lineno += 1
                continue
            if word == "machine":
                name = tokens.next()
            elif word == "default":
                name = "default"
            elif word == "macdef":
                self._macro(file, tokens)
                continue
            else:
                raise NetrcParseError("bad toplevel token %r" % word, file, tokens.lineno)
            if not name:
                raise NetrcParseError("missing %r name" % word, file, tokens.lineno)
            self._host(name, file, fp, tokens, is_default)

    def _macro(self, file, tokens):
        name, lines = tokens.next(), []
        self.macros[name] = lines
        while True:
            line = tokens.file.readline()
            if not line:
                raise NetrcParseError("Macro definition missing null line terminator.", file, tokens.lineno)
            tokens.lineno += 1
            if line == "\n":
                return
            lines.append(line)

    def _host(self, name, file, fp, tokens, is_default):
        login = account = password = ""
        while True:
            before = tokens.lineno
            word = tokens.next()
            if word.startswith("#"):
                if tokens.lineno == before:
                    tokens.file.readline()
                    tokens.lineno += 1
                continue
            if word in ("", "machine", "default", "macdef"):
                self.hosts[name] = login, account, password
                tokens.pushed.append(word)
                break
            if word in ("login", "user"):
                login = tokens.next()
            elif word == "account":
                account = tokens.next()
            elif word == "password":
                password = tokens.next()
            else:
                raise NetrcParseError("bad follower token %r" % word, file, tokens.lineno)
        if is_default and password and login != "anonymous":
            self._check_owner(fp)

    def _check_owner(self, fp):
        status = os.fstat(fp.fileno())
        if status.st_uid != os.getuid():
            raise NetrcParseError("~/.netrc file owner (uid %s) does not match current user (uid %s)" % (
                status.st_uid, os.getuid()))
        if status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise NetrcParseError(
                "~/.netrc access too permissive: access permissions must restrict access to only the owner"
            )

    def authenticators(self, host):
        """(login, account, password) for a host."""
        return self.hosts.get(host) or self.hosts.get("default")

    def __repr__(self):
        text = ""
        for host, (login, account, password) in self.hosts.items():
            text += f"machine {host}\n\tlogin {login}\n"
            if account:
                text += f"\taccount {account}\n"
            text += f"\tpassword {password}\n"
        for name, lines in self.macros.items():
            text += f"macdef {name}\n" + "".join(lines) + "\n"
        return text
