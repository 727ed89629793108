"""MH: a folder with a message a file, named by numbers; `.mh_sequences` names groups of them."""

import contextlib
import os

from mailbox._base import (
    FormatError, Mailbox, NoSuchMailboxError, NotEmptyError, _create_carefully, _lock_file,
    _unlock_file,
)
from mailbox._files import _ProxyFile, _sync_close
from mailbox._messages import MHMessage


class MH(Mailbox):
    """An MH mailbox."""

    def __init__(self, path, factory=None, create=True):
        super().__init__(path, factory, create)
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            os.mkdir(self._path, 0o700)
            os.close(os.open(self._sequences_path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        self._locked = False

    @property
    def _sequences_path(self):
        return os.path.join(self._path, ".mh_sequences")

    def _path_of(self, key):
        return os.path.join(self._path, str(key))

    def add(self, message):
        """Add message and return assigned key."""
        keys = self.keys()
        key = max(keys) + 1 if keys else 1
        path = self._path_of(key)
        with _create_carefully(path) as file:
            if self._locked:
                _lock_file(file)
            try:
                self._dump_message(message, file)
            except BaseException:
                if self._locked:
                    _unlock_file(file)
                os.remove(path)
                raise
            if isinstance(message, MHMessage):
                self._dump_sequences(message, key)
            if self._locked:
                _unlock_file(file)
            _sync_close(file)
        return key

    def remove(self, key):
        """Remove the keyed message; raise KeyError if it doesn't exist."""
        try:
            os.remove(self._path_of(key))
        except FileNotFoundError:
            raise KeyError(f"No message with key: {key}") from None

    def __setitem__(self, key, message):
        with self._opened(key, "rb+") as file:
            os.close(os.open(self._path_of(key), os.O_WRONLY | os.O_TRUNC))
            self._dump_message(message, file)
            if isinstance(message, MHMessage):
                self._dump_sequences(message, key)
            _sync_close(file)

    @contextlib.contextmanager
    def _opened(self, key, mode):
        """The file of a message, locked if the mailbox is."""
        try:
            file = open(self._path_of(key), mode)
        except FileNotFoundError:
            raise KeyError(f"No message with key: {key}") from None
        with file:
            if not self._locked:
                yield file
                return
            _lock_file(file)
            try:
                yield file
            finally:
                if not file.closed:
                    _unlock_file(file)

    def get_message(self, key):
        """Return a Message representation or raise a KeyError."""
        with self._opened(key, "rb+" if self._locked else "rb") as file:
            message = MHMessage(file)
        for name, keys in self.get_sequences().items():
            if key in keys:
                message.add_sequence(name)
        return message

    def get_bytes(self, key):
        """Return a bytes representation or raise a KeyError."""
        with self._opened(key, "rb+" if self._locked else "rb") as file:
            return file.read().replace(os.linesep.encode(), b"\n")

    def get_file(self, key):
        """Return a file-like representation or raise a KeyError."""
        try:
            return _ProxyFile(open(self._path_of(key), "rb"))
        except FileNotFoundError:
            raise KeyError(f"No message with key: {key}") from None

    def iterkeys(self):
        """Return an iterator over keys."""
        return iter(sorted(int(entry) for entry in os.listdir(self._path) if entry.isdigit()))

    def __contains__(self, key):
        return os.path.exists(self._path_of(key))

    def __len__(self):
        return len(self.keys())

    def lock(self):
        """Lock the mailbox."""
        if not self._locked:
            # The file may be missing in folders that other programs made.
            self._file = open(self._sequences_path, "rb+", opener=_open_or_create)
            _lock_file(self._file)
            self._locked = True

    def unlock(self):
        """Unlock the mailbox if it is locked."""
        if self._locked:
            _unlock_file(self._file)
            _sync_close(self._file)
            del self._file
            self._locked = False

    def flush(self):
        """Nothing waits: each change is on the disk at once."""

    def close(self):
        """Flush and close the mailbox."""
        self.unlock()

    def list_folders(self):
        """Return a list of folder names."""
        return [entry for entry in os.listdir(self._path) if os.path.isdir(os.path.join(self._path, entry))]

    def get_folder(self, folder):
        """Return an MH instance for the named folder."""
        return MH(os.path.join(self._path, folder), factory=self._factory, create=False)

    def add_folder(self, folder):
        """Create a folder and return an MH instance representing it."""
        return MH(os.path.join(self._path, folder), factory=self._factory)

    def remove_folder(self, folder):
        """Delete the named folder, which must be empty."""
        path = os.path.join(self._path, folder)
        entries = os.listdir(path)
        if entries == [".mh_sequences"]:
            os.remove(os.path.join(path, ".mh_sequences"))
        elif entries:
            raise NotEmptyError(f"Folder not empty: {self._path}")
        os.rmdir(path)

    def get_sequences(self):
        """Return a name-to-key-list dictionary to define each sequence."""
        results = {}
        try:
            file = open(self._sequences_path, encoding="ASCII")
        except FileNotFoundError:
            return results
        present = set(self.keys())
        with file:
            for line in file:
                try:
                    name, contents = line.split(":")
                    keys = {number for spec in contents.split() for number in _numbers(spec)}
                except ValueError:
                    raise FormatError(f"Invalid sequence specification: {line.rstrip()}") from None
                if held := sorted(keys & present):
                    results[name] = held
        return results

    def set_sequences(self, sequences):
        """Set sequences using the given name-to-key-list dictionary."""
        with open(self._sequences_path, "w", encoding="ASCII") as file:
            for name, keys in sequences.items():
                if keys:
                    file.write(f"{name}: {' '.join(_ranges(sorted(set(keys))))}\n")

    def pack(self):
        """Re-name messages to eliminate numbering gaps. Invalidates keys."""
        # Read before the renaming: a number without a message would be taken for a removed one.
        sequences = self.get_sequences()
        renamed = {}
        for number, key in enumerate(self.keys(), 1):
            if key != number:
                os.rename(self._path_of(key), self._path_of(number))
            renamed[key] = number
        self.set_sequences({name: [renamed[key] for key in keys] for name, keys in sequences.items()})

    def _dump_sequences(self, message, key):
        """Put a message into the sequences that it names, and take it out of all others."""
        wanted = message.get_sequences()
        sequences = self.get_sequences()
        for name, keys in sequences.items():
            if name in wanted:
                keys.append(key)
            elif key in keys:
                keys.remove(key)
        for name in wanted:
            sequences.setdefault(name, [key])
        self.set_sequences(sequences)


def _open_or_create(path, flags):
    return os.open(path, flags | os.O_CREAT, 0o600)


def _numbers(spec):
    """The numbers of `7` or `3-5`."""
    first, dash, last = spec.partition("-")
    return range(int(first), int(last) + 1) if dash else (int(spec),)


def _ranges(numbers):
    """Numbers in order, neighbours joined: `1 3-5`."""
    runs = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [str(first) if first == last else f"{first}-{last}" for first, last in runs]
