"""Documents as bytes: the encoding that they tell, and their text piece by piece."""

import codecs
import contextlib
import re

from xml.etree._parser import INVALID_TOKEN, UNKNOWN_ENCODING, NotWellFormed

_MARKS = (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")
_DECLARED = re.compile(
    rb"""<\?xml[^>]*?encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z][A-Za-z0-9._\-]*)["']"""
)


class Document:
    """A document that comes in pieces, bytes or text, and the parser that reads it."""

    def __init__(self, parser, encoding=None):
        self.parser, self.encoding = parser, encoding
        self.head, self.decoder, self.problem = b"", None, None

    def feed(self, data):
        """A piece; what is whole is told at once."""
        with self.remembering():
            self.parser.feed(self.text_of(data, False))

    def finish(self, data=b""):
        """The last piece."""
        with self.remembering():
            self.parser.finish(self.text_of(data, True))

    @contextlib.contextmanager
    def remembering(self):
        """After a fault nothing more is read."""
        if self.problem is not None:
            raise self.problem
        try:
            yield
        except NotWellFormed as problem:
            self.problem = problem
            raise

    def text_of(self, data, is_last):
        if isinstance(data, str):
            return data
        data = bytes(data)
        if self.decoder is None:
            data = self.head = self.head + data
            # The encoding can be told by the first bytes, or by the declaration if there is one.
            declares = b"<?xml".startswith(data[:5]) and b"?>" not in data
            may_be_marked = len(data) < 3 and any(mark.startswith(data) for mark, _ in _MARKS)
            if not is_last and (may_be_marked or declares and self.encoding is None):
                return ""
            data = self.choose(data)
        try:
            return self.decoder.decode(data, is_last)
        except UnicodeDecodeError as error:
            self.parser.feed(error.object[:error.start].decode(error.encoding, "ignore"))
            raise self.parser.error(INVALID_TOKEN, len(self.parser.text)) from None

    def choose(self, data):
        """Settles the encoding; the bytes after the mark."""
        encoding, start = self.encoding, 0
        for mark, name in _MARKS:
            if data.startswith(mark):
                encoding, data = name, data[len(mark):]
                break
        else:
            if encoding is None:
                match = _DECLARED.match(data)
                encoding, start = (match[1].decode("ascii"), match.start(1)) if match else ("utf-8", 0)
        try:
            self.decoder = codecs.getincrementaldecoder(encoding)()
        except LookupError:
            raise NotWellFormed(UNKNOWN_ENCODING, 1, start) from None
        return data
