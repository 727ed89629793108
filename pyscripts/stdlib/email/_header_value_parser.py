"""One address at the beginning of a text: what mail libraries take from this module of CPython."""

from email._addresses import _mailbox, _Reader, _words
from email.errors import HeaderParseError


class Mailbox:
    """An address: `display_name` and `domain` are None where there is none."""

    def __init__(self, text, mailbox):
        self._text = text
        self.display_name = mailbox.display_name or None
        self.local_part = mailbox.local
        self.domain = mailbox.domain or None
        self.addr_spec = mailbox.address

    def __str__(self):
        return self._text


def get_mailbox(value):
    """The mailbox at the beginning of a text, and what follows it."""
    reader = _Reader(value)
    mailbox = _mailbox(reader, _words(reader))
    if not mailbox.local:
        raise HeaderParseError(f"expected mailbox but found {value!r}")
    return Mailbox(value[:reader.place], mailbox), value[reader.place:]
