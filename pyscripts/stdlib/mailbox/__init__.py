"""Mailboxes on disk, read and changed as if they were dictionaries of messages: mbox, MMDF, Babyl, Maildir and MH."""

from mailbox._base import Error, ExternalClashError, FormatError, Mailbox, NoSuchMailboxError, NotEmptyError
from mailbox._files import _PartialFile, _ProxyFile
from mailbox._folders import MH
from mailbox._maildir import Maildir
from mailbox._messages import BabylMessage, MaildirMessage, Message, MHMessage, MMDFMessage, mboxMessage
from mailbox._messages import _mboxMMDFMessage
from mailbox._single import MMDF, Babyl, _mboxMMDF, _singlefileMailbox, mbox

__all__ = [
    "Mailbox", "Maildir", "mbox", "MH", "Babyl", "MMDF", "Message", "MaildirMessage", "mboxMessage", "MHMessage",
    "BabylMessage", "MMDFMessage", "Error", "NoSuchMailboxError", "NotEmptyError", "ExternalClashError", "FormatError",
]

# Programs know these classes, and pickles name them, by the package alone.
for _class in list(globals().values()):
    if isinstance(_class, type):
        _class.__module__ = "mailbox"
del _class
