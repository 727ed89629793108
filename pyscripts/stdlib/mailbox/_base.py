"""What all mailboxes share: the dictionary's methods over a few that each format brings, locks, and the errors."""

import contextlib
import email
import email.generator
import email.message
import errno
import fcntl
import io
import os
import socket
import time
import types

from mailbox._files import _message_bytes


class Error(Exception):
    """Raised for module-specific errors."""


class NoSuchMailboxError(Error):
    """The specified mailbox does not exist and won't be created."""


class NotEmptyError(Error):
    """The specified mailbox is not empty and deletion was requested."""


class ExternalClashError(Error):
    """Another process caused an action to fail."""


class FormatError(Error):
    """A file appears to have an invalid format."""


_absent = object()


class Mailbox:
    """A group of messages in a particular place."""

    # The line end of the format's files.
    _newline = os.linesep.encode()

    def __init__(self, path, factory=None, create=True):
        self._path = os.path.abspath(os.path.expanduser(path))
        self._factory = factory

    def add(self, message):
        """Add message and return assigned key."""
        raise NotImplementedError("Method must be implemented by subclass")

    def remove(self, key):
        """Remove the keyed message; raise KeyError if it doesn't exist."""
        raise NotImplementedError("Method must be implemented by subclass")

    def __delitem__(self, key):
        self.remove(key)

    def discard(self, key):
        """If the keyed message exists, remove it."""
        with contextlib.suppress(KeyError):
            self.remove(key)

    def __setitem__(self, key, message):
        raise NotImplementedError("Method must be implemented by subclass")

    def get(self, key, default=None):
        """Return the keyed message, or default if it doesn't exist."""
        try:
            return self[key]
        except KeyError:
            return default

    def __getitem__(self, key):
        if not self._factory:
            return self.get_message(key)
        with contextlib.closing(self.get_file(key)) as file:
            return self._factory(file)

    def get_message(self, key):
        """Return a Message representation or raise a KeyError."""
        raise NotImplementedError("Method must be implemented by subclass")

    def get_string(self, key):
        """Return a string representation or raise a KeyError."""
        return email.message_from_bytes(self.get_bytes(key)).as_string()

    def get_bytes(self, key):
        """Return a byte string representation or raise a KeyError."""
        raise NotImplementedError("Method must be implemented by subclass")

    def get_file(self, key):
        """Return a file-like representation or raise a KeyError."""
        raise NotImplementedError("Method must be implemented by subclass")

    def iterkeys(self):
        """Return an iterator over keys."""
        raise NotImplementedError("Method must be implemented by subclass")

    def keys(self):
        """Return a list of keys."""
        return list(self.iterkeys())

    def itervalues(self):
        """Return an iterator over all messages."""
        for _key, value in self.iteritems():
            yield value

    def __iter__(self):
        return self.itervalues()

    def values(self):
        """Return a list of messages. Memory intensive."""
        return list(self.itervalues())

    def iteritems(self):
        """Return an iterator over (key, message) tuples."""
        for key in self.iterkeys():
            # Another program may have removed the message meanwhile.
            with contextlib.suppress(KeyError):
                value = self[key]
                yield key, value

    def items(self):
        """Return a list of (key, message) tuples. Memory intensive."""
        return list(self.iteritems())

    def __contains__(self, key):
        raise NotImplementedError("Method must be implemented by subclass")

    def __len__(self):
        raise NotImplementedError("Method must be implemented by subclass")

    def clear(self):
        """Delete all messages."""
        for key in self.keys():
            self.discard(key)

    def pop(self, key, default=None):
        """Delete the keyed message and return it, or default."""
        try:
            result = self[key]
        except KeyError:
            return default
        self.discard(key)
        return result

    def popitem(self):
        """Delete an arbitrary (key, message) pair and return it."""
        for key in self.iterkeys():
            value = self.pop(key, _absent)
            if value is not _absent:
                return key, value
        raise KeyError("No messages in mailbox")

    def update(self, arg=None):
        """Change the messages that correspond to certain keys."""
        if hasattr(arg, "iteritems"):
            pairs = arg.iteritems()
        elif hasattr(arg, "items"):
            pairs = arg.items()
        else:
            pairs = arg
        missing = False
        for key, message in pairs:
            try:
                self[key] = message
            except KeyError:
                missing = True
        if missing:
            raise KeyError("No message with key(s)")

    def flush(self):
        """Write any pending changes to the disk."""
        raise NotImplementedError("Method must be implemented by subclass")

    def lock(self):
        """Lock the mailbox."""
        raise NotImplementedError("Method must be implemented by subclass")

    def unlock(self):
        """Unlock the mailbox if it is locked."""
        raise NotImplementedError("Method must be implemented by subclass")

    def close(self):
        """Flush and close the mailbox."""
        raise NotImplementedError("Method must be implemented by subclass")

    def _string_to_bytes(self, message):
        """The bytes of a message given as text."""
        return _message_bytes(message)

    def _dump_message(self, message, target, mangle_from_=False):
        """Write a message, in any form that add() takes, to the file `target`."""
        if isinstance(message, email.message.Message):
            buffer = io.BytesIO()
            email.generator.BytesGenerator(buffer, mangle_from_, 0).flatten(message)
            data = buffer.getvalue().replace(b"\n", self._newline)
            mangle_from_ = False
        else:
            data = _message_bytes(message)
            if data is None:
                raise TypeError(f"Invalid message type: {type(message)}")
            from_file = not isinstance(message, (str, bytes, io.StringIO))
            if from_file:
                data = data.replace(b"\r\n", b"\n")
            data = data.replace(b"\n", self._newline)
        if mangle_from_:
            data = data.replace(b"\nFrom ", b"\n>From ")
            if data.startswith(b"From "):
                data = b">" + data
        target.write(data)
        if self._append_newline and data and not data.endswith(self._newline):
            target.write(self._newline)

    # Whether messages end with a line end even if they came without.
    _append_newline = False

    __class_getitem__ = classmethod(types.GenericAlias)


def _lock_file(file, dotlock=True):
    """Lock a file for writing by record, and by a `.lock` beside it; raises ExternalClashError if others hold it."""
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as failure:
        if failure.errno in (errno.EAGAIN, errno.EACCES, errno.EROFS):
            raise ExternalClashError(f"lockf: lock unavailable: {file.name}") from failure
        raise
    if not dotlock:
        return
    try:
        _make_dotlock(file)
    except BaseException:
        fcntl.lockf(file, fcntl.LOCK_UN)
        raise


def _make_dotlock(file):
    name = file.name + ".lock"
    try:
        preliminary = _create_temporary(name)
        preliminary.close()
    except OSError as failure:
        # In a folder that cannot be written to the record's lock must do.
        if failure.errno in (errno.EACCES, errno.EROFS):
            return
        raise
    try:
        os.link(preliminary.name, name)
    except FileExistsError:
        raise ExternalClashError(f"dot lock unavailable: {file.name}") from None
    finally:
        os.unlink(preliminary.name)


def _unlock_file(file):
    """Take back both locks."""
    fcntl.lockf(file, fcntl.LOCK_UN)
    with contextlib.suppress(FileNotFoundError):
        os.remove(file.name + ".lock")


def _create_carefully(path):
    """Create a file that is not there yet and open it for reading and writing."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
    return open(path, "rb+")


def _create_temporary(path):
    """Create a file named after `path` that no other process uses."""
    return _create_carefully(f"{path}.{int(time.time())}.{socket.gethostname()}.{os.getpid()}")
