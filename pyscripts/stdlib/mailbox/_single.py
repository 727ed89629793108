"""Mailboxes that are one file: mbox, MMDF and Babyl.

The table of contents maps keys to where each message starts and stops. Messages are appended in place; removals and
replacements wait in the table until flush() writes the file anew.
"""

import contextlib
import email
import email.generator
import io
import os
import time

from email.message import Message as _EmailMessage

from mailbox._base import (
    ExternalClashError, Mailbox, NoSuchMailboxError, _create_temporary, _lock_file, _unlock_file,
)
from mailbox._files import _message_bytes, _PartialFile, _sync_close
from mailbox._messages import BabylMessage, MMDFMessage, _mboxMMDFMessage, mboxMessage

_linesep = os.linesep.encode()


class _singlefileMailbox(Mailbox):
    """A single-file mailbox."""

    def __init__(self, path, factory=None, create=True):
        super().__init__(path, factory, create)
        try:
            file = open(self._path, "rb+")
        except FileNotFoundError:
            if not create:
                raise NoSuchMailboxError(self._path) from None
            file = open(self._path, "wb+")
        except PermissionError:
            file = open(self._path, "rb")
        except OSError as failure:
            import errno

            if failure.errno != errno.EROFS:
                raise
            file = open(self._path, "rb")
        self._file = file
        self._toc = None
        self._next_key = 0
        self._pending = False  # the file must be written anew
        self._pending_sync = False  # something was appended that is not on the disk yet
        self._locked = False
        self._file_length = None

    def add(self, message):
        """Add message and return assigned key."""
        self._lookup()
        self._toc[self._next_key] = self._append_message(message)
        self._next_key += 1
        self._pending_sync = True
        return self._next_key - 1

    def remove(self, key):
        """Remove the keyed message; raise KeyError if it doesn't exist."""
        self._lookup(key)
        del self._toc[key]
        self._pending = True

    def __setitem__(self, key, message):
        self._lookup(key)
        self._toc[key] = self._append_message(message)
        self._pending = True

    def iterkeys(self):
        """Return an iterator over keys."""
        self._lookup()
        yield from self._toc.keys()

    def __contains__(self, key):
        self._lookup()
        return key in self._toc

    def __len__(self):
        self._lookup()
        return len(self._toc)

    def lock(self):
        """Lock the mailbox."""
        if not self._locked:
            _lock_file(self._file)
            self._locked = True

    def unlock(self):
        """Unlock the mailbox if it is locked."""
        if self._locked:
            _unlock_file(self._file)
            self._locked = False

    def flush(self):
        """Write any pending changes to disk."""
        if not self._pending:
            if self._pending_sync:
                self._file.flush()
                os.fsync(self._file.fileno())
                self._pending_sync = False
            return
        self._file.flush()
        self._file.seek(0, 2)
        length = self._file.tell()
        if length != self._file_length:
            raise ExternalClashError(f"Size of mailbox file changed (expected {self._file_length}, found {length})")
        written = _create_temporary(self._path)
        try:
            table = self._write_messages(written)
            self._file_length = written.tell()
        except BaseException:
            written.close()
            os.remove(written.name)
            raise
        _sync_close(written)
        self._replace_file(written.name)
        self._toc = table
        self._pending = self._pending_sync = False

    def _write_messages(self, target):
        """Copy what the table holds to a new file; returns its table."""
        table = {}
        self._pre_mailbox_hook(target)
        for key in sorted(self._toc):
            start, stop = self._toc[key]
            self._file.seek(start)
            self._pre_message_hook(target)
            new_start = target.tell()
            target.write(self._file.read(stop - start))
            table[key] = (new_start, target.tell())
            self._post_message_hook(target)
        return table

    def _replace_file(self, name):
        """Put a written file, with the old one's rights, in the old one's place."""
        old = os.stat(self._path)
        os.chmod(name, old.st_mode)
        # Only a privileged process may keep another's file another's.
        with contextlib.suppress(OSError):
            os.chown(name, old.st_uid, old.st_gid)
        self._file.close()
        os.rename(name, self._path)
        self._file = open(self._path, "rb+")
        if self._locked:
            _lock_file(self._file, dotlock=False)

    def _pre_mailbox_hook(self, f):
        """Called before the messages are written to `f`."""

    def _pre_message_hook(self, f):
        """Called before each message is written to `f`."""

    def _post_message_hook(self, f):
        """Called after each message is written to `f`."""

    def close(self):
        """Flush and close the mailbox."""
        try:
            self.flush()
        finally:
            try:
                self.unlock()
            finally:
                self._file.close()

    def _lookup(self, key=None):
        """Where a message starts and stops; reads the table first if needed."""
        if self._toc is None:
            self._generate_toc()
        if key is not None:
            try:
                return self._toc[key]
            except KeyError:
                raise KeyError(f"No message with key: {key}") from None

    def _append_message(self, message):
        """Write a message at the file's end; returns where it starts and stops."""
        self._file.seek(0, 2)
        before = self._file.tell()
        if not self._toc and not self._pending:
            self._pre_mailbox_hook(self._file)
        try:
            self._pre_message_hook(self._file)
            offsets = self._install_message(message)
            self._post_message_hook(self._file)
        except BaseException:
            self._file.truncate(before)
            raise
        self._file.flush()
        self._file_length = self._file.tell()
        return offsets

    def _lines_with_places(self):
        """Each line of the file, with where it starts and stops."""
        self._file.seek(0)
        place = 0
        while line := self._file.readline():
            yield line, place, place + len(line)
            place += len(line)
        self._file_length = place

    def _keep_table(self, places):
        self._toc = dict(enumerate(places))
        self._next_key = len(self._toc)


class _mboxMMDF(_singlefileMailbox):
    """What mbox and MMDF share: each message begins with a `From ` line."""

    _mangle_from_ = True

    def get_message(self, key):
        """Return a Message representation or raise a KeyError."""
        start, stop = self._lookup(key)
        self._file.seek(start)
        from_line = self._file.readline().rstrip(b"\r\n").decode("ascii")
        text = self._file.read(stop - self._file.tell())
        message = self._message_factory(text.replace(_linesep, b"\n"))
        message.set_unixfrom(from_line)
        message.set_from(from_line[5:])
        return message

    def get_string(self, key, from_=False):
        """Return a string representation or raise a KeyError."""
        return email.message_from_bytes(self.get_bytes(key, from_)).as_string(unixfrom=from_)

    def get_bytes(self, key, from_=False):
        """Return a string representation or raise a KeyError."""
        start, stop = self._lookup(key)
        self._file.seek(start)
        if not from_:
            self._file.readline()
        return self._file.read(stop - self._file.tell()).replace(_linesep, b"\n")

    def get_file(self, key, from_=False):
        """Return a file-like representation or raise a KeyError."""
        start, stop = self._lookup(key)
        self._file.seek(start)
        if not from_:
            self._file.readline()
        return _PartialFile(self._file, self._file.tell(), stop)

    def _install_message(self, message):
        from_line = None
        if isinstance(message, str):
            message = self._string_to_bytes(message)
        if isinstance(message, bytes) and message.startswith(b"From "):
            from_line, newline, rest = message.partition(b"\n")
            message = rest if newline else b""
        elif isinstance(message, _mboxMMDFMessage):
            from_line = b"From " + message.get_from().encode("ascii")
        elif isinstance(message, _EmailMessage) and (unixfrom := message.get_unixfrom()) is not None:
            from_line = unixfrom.encode("ascii")
        if from_line is None:
            from_line = b"From MAILER-DAEMON " + time.asctime(time.gmtime()).encode()
        start = self._file.tell()
        self._file.write(from_line + _linesep)
        self._dump_message(message, self._file, self._mangle_from_)
        return start, self._file.tell()


class mbox(_mboxMMDF):
    """A classic mbox mailbox."""

    _append_newline = True

    def __init__(self, path, factory=None, create=True):
        self._message_factory = mboxMessage
        super().__init__(path, factory, create)

    def _post_message_hook(self, f):
        f.write(_linesep)

    def _generate_toc(self):
        places, start = [], None
        before, before_stop = b"", 0  # the line before and where it begins
        stop = 0
        for line, at, stop in self._lines_with_places():
            if line.startswith(b"From "):
                if start is not None:
                    # The empty line between two messages belongs to neither.
                    places.append((start, before_stop if before == _linesep else at))
                start = at
            before, before_stop = line, at
        if start is not None:
            places.append((start, before_stop if before == _linesep else stop))
        self._keep_table(places)


class MMDF(_mboxMMDF):
    """An MMDF mailbox."""

    def __init__(self, path, factory=None, create=True):
        self._message_factory = MMDFMessage
        super().__init__(path, factory, create)

    def _pre_message_hook(self, f):
        f.write(b"\001\001\001\001" + _linesep)

    def _post_message_hook(self, f):
        f.write(_linesep + b"\001\001\001\001" + _linesep)

    def _generate_toc(self):
        mark = b"\001\001\001\001" + _linesep
        places, start, stop = [], None, 0
        for line, at, stop in self._lines_with_places():
            if line != mark:
                continue
            if start is None:
                start = stop
            else:
                places.append((start, at - len(_linesep)))
                start = None
        if start is not None:
            places.append((start, stop))
        self._keep_table(places)


class Babyl(_singlefileMailbox):
    """An Rmail-style Babyl mailbox."""

    _special_labels = frozenset({"unseen", "deleted", "filed", "answered", "forwarded", "edited", "resent"})

    def __init__(self, path, factory=None, create=True):
        super().__init__(path, factory, create)
        self._labels = {}

    def add(self, message):
        """Add message and return assigned key."""
        key = super().add(message)
        if isinstance(message, BabylMessage):
            self._labels[key] = message.get_labels()
        return key

    def remove(self, key):
        """Remove the keyed message; raise KeyError if it doesn't exist."""
        super().remove(key)
        self._labels.pop(key, None)

    def __setitem__(self, key, message):
        super().__setitem__(key, message)
        if isinstance(message, BabylMessage):
            self._labels[key] = message.get_labels()

    def get_message(self, key):
        """Return a Message representation or raise a KeyError."""
        original, visible, body = self._parts(key)
        message = BabylMessage(original + body)
        message.set_visible(BabylMessage(visible))
        if key in self._labels:
            message.set_labels(self._labels[key])
        return message

    def get_bytes(self, key):
        """Return a string representation or raise a KeyError."""
        original, _visible, body = self._parts(key)
        return original + body

    def get_file(self, key):
        """Return a file-like representation or raise a KeyError."""
        return io.BytesIO(self.get_bytes(key).replace(b"\n", _linesep))

    def get_labels(self):
        """Return a list of user-defined labels in the mailbox."""
        self._lookup()
        return list({label for labels in self._labels.values() for label in labels} - self._special_labels)

    def _parts(self, key):
        """The original headers, the visible ones, and the body of a message, each with `\\n` as line end."""
        start, stop = self._lookup(key)
        self._file.seek(start)
        self._file.readline()  # the labels
        original = self._headers(b"*** EOOH ***" + _linesep, stop)
        visible = self._headers(_linesep, stop)
        body = self._file.read(max(stop - self._file.tell(), 0))
        return original, visible, body.replace(_linesep, b"\n")

    def _headers(self, end, stop):
        lines = []
        while self._file.tell() < stop:
            line = self._file.readline()
            if line == end:
                break
            lines.append(line.replace(_linesep, b"\n"))
        return b"".join(lines)

    def _generate_toc(self):
        places, label_lists = [], []
        start, before, stop = None, b"", 0
        for line, at, stop in self._lines_with_places():
            if line == b"\037\014" + _linesep:
                if start is not None:
                    places.append((start, at - len(_linesep)))
                start = stop
                label_lists.append(None)
            elif line in (b"\037", b"\037" + _linesep):
                if start is not None:
                    places.append((start, at - len(_linesep)))
                start = None
            elif label_lists and label_lists[-1] is None:
                fields = line[1:].split(b",")
                label_lists[-1] = [text.decode() for field in fields if (text := field.strip())]
            before = line
        if start is not None:
            places.append((start, stop if before.strip() else stop - len(_linesep)))
        self._labels = {key: labels or [] for key, labels in enumerate(label_lists[:len(places)])}
        self._keep_table(places)

    def _pre_mailbox_hook(self, f):
        labels = ",".join(self.get_labels()).encode() if self._toc is not None else b""
        lines = (b"BABYL OPTIONS:", b"Version: 5", b"Labels:" + labels, b"\037")
        f.write(_linesep.join(lines))

    def _pre_message_hook(self, f):
        f.write(b"\014" + _linesep)

    def _post_message_hook(self, f):
        f.write(_linesep + b"\037")

    def _install_message(self, message):
        start = self._file.tell()
        self._write_labels(message)
        if isinstance(message, _EmailMessage):
            head, body = self._flattened(message)
            if isinstance(message, BabylMessage):
                visible, _ = self._flattened(message.get_visible())
            else:
                visible = head
        else:
            data = _message_bytes(message)
            if data is None:
                raise TypeError(f"Invalid message type: {type(message)}")
            head, body = self._divided(data.replace(b"\r\n", b"\n"))
            visible = head
        self._file.write((head + b"*** EOOH ***\n" + visible + body).replace(b"\n", _linesep))
        return start, self._file.tell()

    def _write_labels(self, message):
        """Write the line of labels: those the format knows, then the user's."""
        if not isinstance(message, BabylMessage):
            self._file.write(b"1,," + _linesep)
            return
        line = b"1,"
        special = [label for label in message.get_labels() if label in self._special_labels]
        own = [label for label in message.get_labels() if label not in self._special_labels]
        line += b"".join(b" " + label.encode() + b"," for label in special)
        line += b","
        line += b"".join(b" " + label.encode() + b"," for label in own)
        self._file.write(line + _linesep)

    def _flattened(self, message):
        buffer = io.BytesIO()
        email.generator.BytesGenerator(buffer, False, 0).flatten(message)
        return self._divided(buffer.getvalue())

    @staticmethod
    def _divided(data):
        """The headers with the empty line after them, and the body."""
        head, gap, body = data.partition(b"\n\n")
        return (head + gap, body) if gap else (head.removesuffix(b"\n") + b"\n\n", b"")
