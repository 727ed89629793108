"""Maildir: a folder of three, `tmp`, `new` and `cur`, with a message a file; no lock is needed."""

import contextlib
import os
import socket
import time

from mailbox._base import ExternalClashError, Mailbox, NoSuchMailboxError, NotEmptyError, _create_carefully
from mailbox._files import _ProxyFile, _sync_close
from mailbox._messages import MaildirMessage


class Maildir(Mailbox):
    """A qmail-style Maildir mailbox."""

    colon = ":"

    # How many messages this process delivered: part of their names.
    _count = 1

    def __init__(self, dirname, factory=None, create=True):
        super().__init__(dirname, factory, create)
        self._paths = {name: os.path.join(self._path, name) for name in ("tmp", "new", "cur")}
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            os.mkdir(self._path, 0o700)
            for path in self._paths.values():
                os.mkdir(path, 0o700)
        self._toc = {}

    def add(self, message):
        """Add message and return assigned key."""
        file = self._create_tmp()
        try:
            self._dump_message(message, file)
        except BaseException:
            file.close()
            os.remove(file.name)
            raise
        _sync_close(file)
        subdir, suffix = "new", ""
        if isinstance(message, MaildirMessage):
            subdir = message.get_subdir()
            if info := message.get_info():
                suffix = self.colon + info
        uniq = os.path.basename(file.name).split(self.colon)[0]
        target = os.path.join(self._path, subdir, uniq + suffix)
        if isinstance(message, MaildirMessage):
            os.utime(file.name, (os.path.getatime(file.name), message.get_date()))
        try:
            os.link(file.name, target)
        except FileExistsError:
            os.remove(file.name)
            raise ExternalClashError(f"Name clash with existing message: {target}") from None
        os.remove(file.name)
        return uniq

    def remove(self, key):
        """Remove the keyed message; raise KeyError if it doesn't exist."""
        os.remove(os.path.join(self._path, self._lookup(key)))

    def discard(self, key):
        """If the keyed message exists, remove it."""
        with contextlib.suppress(KeyError, FileNotFoundError):
            self.remove(key)

    def __setitem__(self, key, message):
        old = self._lookup(key)
        temporary = self._lookup(self.add(message))
        if isinstance(message, MaildirMessage):
            subdir = os.path.dirname(temporary)
            _, colon, suffix = os.path.basename(temporary).partition(self.colon)
        else:
            subdir = os.path.dirname(old)
            _, colon, suffix = os.path.basename(old).partition(self.colon)
        self.discard(key)
        source = os.path.join(self._path, temporary)
        if isinstance(message, MaildirMessage):
            os.utime(source, (os.path.getatime(source), message.get_date()))
        os.rename(source, os.path.join(self._path, subdir, key + colon + suffix))

    def get_message(self, key):
        """Return a Message representation or raise a KeyError."""
        subpath = self._lookup(key)
        path = os.path.join(self._path, subpath)
        with open(path, "rb") as file:
            message = (self._factory or MaildirMessage)(file)
        subdir, name = os.path.split(subpath)
        message.set_subdir(subdir)
        if self.colon in name:
            message.set_info(name.split(self.colon)[-1])
        message.set_date(os.path.getmtime(path))
        return message

    def get_bytes(self, key):
        """Return a bytes representation or raise a KeyError."""
        with open(os.path.join(self._path, self._lookup(key)), "rb") as file:
            return file.read().replace(os.linesep.encode(), b"\n")

    def get_file(self, key):
        """Return a file-like representation or raise a KeyError."""
        return _ProxyFile(open(os.path.join(self._path, self._lookup(key)), "rb"))

    def get_info(self, key):
        """Get the keyed message's "info" as a string."""
        name = os.path.basename(self._lookup(key))
        return name.split(self.colon)[-1] if self.colon in name else ""

    def set_info(self, key, info):
        """Set the keyed message's "info" string."""
        if not isinstance(info, str):
            raise TypeError(f"info must be a string: {type(info)}")
        old = self._lookup(key)
        new = os.path.basename(old).split(self.colon)[0]
        if info:
            new += self.colon + info
        if new == os.path.basename(old):
            return
        path = os.path.join(os.path.dirname(old), new)
        os.rename(os.path.join(self._path, old), os.path.join(self._path, path))
        self._toc[key] = path

    def get_flags(self, key):
        """Return as a string the standard flags that are set on the keyed message."""
        return self.get_info(key)[2:] if self.get_info(key).startswith("2,") else ""

    def set_flags(self, key, flags):
        """Set the given flags and unset all others on the keyed message."""
        if not isinstance(flags, str):
            raise TypeError(f"flags must be a string: {type(flags)}")
        self.set_info(key, "2," + "".join(sorted(set(flags))))

    def add_flag(self, key, flag):
        """Set the given flag(s) without changing others on the keyed message."""
        if not isinstance(flag, str):
            raise TypeError(f"flag must be a string: {type(flag)}")
        self.set_flags(key, "".join(set(self.get_flags(key)) | set(flag)))

    def remove_flag(self, key, flag):
        """Unset the given string flag(s) without changing others on the keyed message."""
        if not isinstance(flag, str):
            raise TypeError(f"flag must be a string: {type(flag)}")
        if self.get_flags(key):
            self.set_flags(key, "".join(set(self.get_flags(key)) - set(flag)))

    def iterkeys(self):
        """Return an iterator over keys."""
        self._refresh()
        for key in list(self._toc):
            with contextlib.suppress(KeyError):
                self._lookup(key)
                yield key

    def __contains__(self, key):
        self._refresh()
        return key in self._toc

    def __len__(self):
        self._refresh()
        return len(self._toc)

    def flush(self):
        """Nothing waits: each change is on the disk at once."""

    def lock(self):
        """Nothing to lock: names are unique, and files move as one."""

    def unlock(self):
        """Nothing to unlock."""

    def close(self):
        """Nothing is open."""

    def list_folders(self):
        """Return a list of folder names."""
        return [
            entry[1:] for entry in os.listdir(self._path)
            if len(entry) > 1 and entry[0] == "." and os.path.isdir(os.path.join(self._path, entry))
        ]

    def get_folder(self, folder):
        """Return a Maildir instance for the named folder."""
        return Maildir(os.path.join(self._path, "." + folder), factory=self._factory, create=False)

    def add_folder(self, folder):
        """Create a folder and return a Maildir instance representing it."""
        path = os.path.join(self._path, "." + folder)
        result = Maildir(path, factory=self._factory)
        mark = os.path.join(path, "maildirfolder")
        if not os.path.exists(mark):
            os.close(os.open(mark, os.O_CREAT | os.O_WRONLY, 0o666))
        return result

    def remove_folder(self, folder):
        """Delete the named folder, which must be empty."""
        path = os.path.join(self._path, "." + folder)
        for subdir in ("new", "cur"):
            if any(not entry.startswith(".") for entry in os.listdir(os.path.join(path, subdir))):
                raise NotEmptyError(f"Folder contains message(s): {folder}")
        for entry in os.listdir(path):
            if entry not in ("new", "cur", "tmp") and os.path.isdir(os.path.join(path, entry)):
                raise NotEmptyError(f"Folder contains subdirectory '{entry}': {folder}")
        for root, dirs, files in os.walk(path, topdown=False):
            for entry in files:
                os.remove(os.path.join(root, entry))
            for entry in dirs:
                os.rmdir(os.path.join(root, entry))
        os.rmdir(path)

    def clean(self):
        """Delete old files in "tmp"."""
        now = time.time()
        for entry in os.listdir(self._paths["tmp"]):
            path = os.path.join(self._paths["tmp"], entry)
            if now - os.path.getatime(path) > 129600:  # 36 hours: what the format's description asks for
                os.remove(path)

    def next(self):
        """Return the next message in a one-time iteration."""
        if not hasattr(self, "_onetime_keys"):
            self._onetime_keys = self.iterkeys()
        for key in self._onetime_keys:
            with contextlib.suppress(KeyError):
                return self[key]
        return None

    def _create_tmp(self):
        """A new file in `tmp`, named by time, process, count and host."""
        now = time.time()
        host = socket.gethostname().replace("/", r"\057").replace(":", r"\072")
        name = f"{int(now)}.M{int(now % 1 * 1e6)}P{os.getpid()}Q{Maildir._count}.{host}"
        path = os.path.join(self._path, "tmp", name)
        Maildir._count += 1
        try:
            return _create_carefully(path)
        except FileExistsError:
            raise ExternalClashError(f"Name clash prevented file creation: {path}") from None

    def _refresh(self):
        """Read anew which messages there are."""
        self._toc = {}
        for subdir in ("new", "cur"):
            for entry in os.listdir(self._paths[subdir]):
                if not entry.startswith(".") and not os.path.isdir(os.path.join(self._paths[subdir], entry)):
                    self._toc[entry.split(self.colon)[0]] = os.path.join(subdir, entry)

    def _lookup(self, key):
        """The path of a message in the mailbox."""
        known = self._toc.get(key)
        if known is not None and os.path.exists(os.path.join(self._path, known)):
            return known
        self._refresh()
        try:
            return self._toc[key]
        except KeyError:
            raise KeyError(f"No message with key: {key}") from None
