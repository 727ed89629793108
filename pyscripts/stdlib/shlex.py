"""Text split into words as a shell does it."""

import os
import re
import sys
from collections import deque
from io import StringIO

__all__ = ["shlex", "split", "quote", "join"]


class shlex:
    """Reads words, one after another."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = StringIO(instream)
        self.instream = sys.stdin if instream is None else instream
        self.infile = infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.state = " "
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self.filestack = deque()
        self.source = None
        if not punctuation_chars:
            punctuation_chars = ""
        elif punctuation_chars is True:
            punctuation_chars = "();<>|&"
        self._punctuation_chars = punctuation_chars
        if punctuation_chars:
            self._pushback_chars = deque()
            self.wordchars += "~-./*?="
            self.wordchars = self.wordchars.translate(str.maketrans(dict.fromkeys(punctuation_chars)))

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        """Put a word back."""
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """Read from another stream first."""
        if isinstance(newstream, str):
            newstream = StringIO(newstream)
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile, self.instream, self.lineno = newfile, newstream, 1

    def pop_source(self):
        """Go back to the stream before."""
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self.state = " "

    def get_token(self):
        """The next word."""
        if self.pushback:
            return self.pushback.popleft()
        word = self.read_token()
        if self.source is not None:
            while word == self.source:
                opened = self.sourcehook(self.read_token())
                if opened:
                    self.push_source(opened[1], opened[0])
                word = self.get_token()
        while word == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            word = self.get_token()
        return word

    def read_token(self):
        """The next word of the stream."""
        quoted = False
        escaped_state = " "
        while True:
            if self.punctuation_chars and self._pushback_chars:
                sign = self._pushback_chars.pop()
            else:
                sign = self.instream.read(1)
            if sign == "\n":
                self.lineno += 1
            if self.state is None:
                self.token = ""
                break
            if self.state == " ":
                if not sign:
                    self.state = None
                    break
                if sign in self.whitespace:
                    if self.token or self.posix and quoted:
                        break
                elif sign in self.commenters:
                    self.instream.readline()
                    self.lineno += 1
                elif self.posix and sign in self.escape:
                    escaped_state = "a"
                    self.state = sign
                elif sign in self.wordchars:
                    self.token = sign
                    self.state = "a"
                elif sign in self.punctuation_chars:
                    self.token = sign
                    self.state = "c"
                elif sign in self.quotes:
                    if not self.posix:
                        self.token = sign
                    self.state = sign
                elif self.whitespace_split:
                    self.token = sign
                    self.state = "a"
                else:
                    self.token = sign
                    if self.token or self.posix and quoted:
                        break
            elif self.state in self.quotes:
                quoted = True
                if not sign:
                    raise ValueError("No closing quotation")
                if sign == self.state:
                    if not self.posix:
                        self.token += sign
                        self.state = " "
                        break
                    self.state = "a"
                elif self.posix and sign in self.escape and self.state in self.escapedquotes:
                    escaped_state = self.state
                    self.state = sign
                else:
                    self.token += sign
            elif self.state in self.escape:
                if not sign:
                    raise ValueError("No escaped character")
                # Within quotes a backslash escapes only itself and the quote.
                if escaped_state in self.quotes and sign != self.state and sign != escaped_state:
                    self.token += self.state
                self.token += sign
                self.state = escaped_state
            else:
                done, quoted, escaped_state = self._within(sign, quoted, escaped_state)
                if done:
                    break
        result, self.token = self.token, ""
        if self.posix and not quoted and result == "":
            result = None
        return result

    def _within(self, sign, quoted, escaped_state):
        """A sign within a word or a run of punctuation; tells whether that ends here."""
        if not sign:
            self.state = None
            return True, quoted, escaped_state
        if sign in self.whitespace:
            self.state = " "
            return bool(self.token or self.posix and quoted), quoted, escaped_state
        if sign in self.commenters:
            self.instream.readline()
            self.lineno += 1
            if self.posix:
                self.state = " "
                return bool(self.token or quoted), quoted, escaped_state
            return False, quoted, escaped_state
        if self.state == "c":
            if sign in self.punctuation_chars:
                self.token += sign
                return False, quoted, escaped_state
            if sign not in self.whitespace:
                self._pushback_chars.append(sign)
            self.state = " "
            return True, quoted, escaped_state
        if self.posix and sign in self.quotes:
            self.state = sign
        elif self.posix and sign in self.escape:
            escaped_state = "a"
            self.state = sign
        elif sign in self.wordchars or sign in self.quotes or self.whitespace_split and sign not in self.punctuation_chars:
            self.token += sign
        else:
            if self.punctuation_chars:
                self._pushback_chars.append(sign)
            else:
                self.pushback.appendleft(sign)
            self.state = " "
            return bool(self.token or self.posix and quoted), quoted, escaped_state
        return False, quoted, escaped_state

    def sourcehook(self, newfile):
        """The name and stream of a file that is included."""
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile, "r")

    def error_leader(self, infile=None, lineno=None):
        """What an error message about this place begins with."""
        return f'"{self.infile if infile is None else infile}", line {self.lineno if lineno is None else lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        word = self.get_token()
        if word == self.eof:
            raise StopIteration
        return word


def split(s, comments=False, posix=True):
    """The words of a text."""
    if s is None:
        raise ValueError("s argument must not be None")
    words = shlex(s, posix=posix)
    words.whitespace_split = True
    if not comments:
        words.commenters = ""
    return list(words)


def join(split_command):
    """Words as a text that `split` takes apart again."""
    return " ".join(quote(word) for word in split_command)


_unsafe = re.compile(r"[^\w@%+=:,./-]", re.ASCII).search


def quote(s):
    """A text as one word for a shell."""
    if not s:
        return "''"
    if _unsafe(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
