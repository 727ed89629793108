"""A database in plain files: one for the values, in blocks, and an index of where they lie."""

import ast
import builtins
import collections.abc
import io
import os

__all__ = ["error", "open"]

_BLOCKSIZE = 512

error = OSError


class _Database(collections.abc.MutableMapping):
    """Values by keys, both bytes; texts are encoded in UTF-8."""

    def __init__(self, filebasename, mode, flag="c"):
        filebasename = os.fsencode(filebasename)
        self._mode = mode
        self._readonly = flag == "r"
        self._dirfile = filebasename + b".dir"
        self._datfile = filebasename + b".dat"
        self._bakfile = filebasename + b".bak"
        self._index = None
        self._create(flag)
        self._update()

    def _create(self, flag):
        if flag == "n":
            for name in self._datfile, self._bakfile, self._dirfile:
                try:
                    os.remove(name)
                except OSError:
                    pass
        try:
            builtins.open(self._datfile, "r", encoding="Latin-1").close()
        except OSError:
            if flag not in ("c", "n"):
                raise
            with builtins.open(self._datfile, "w", encoding="Latin-1"):
                self._chmod(self._datfile)

    def _update(self):
        """Reads the index."""
        self._modified = False
        self._index = {}
        try:
            file = builtins.open(self._dirfile, "r", encoding="Latin-1")
        except OSError:
            if not self._readonly:
                self._modified = True
            return
        with file:
            for line in file:
                key, place = ast.literal_eval(line.rstrip())
                self._index[key.encode("Latin-1")] = place

    def _commit(self):
        """Writes the index, if it has changed; the old one is kept."""
        if self._index is None or not self._modified:
            return
        try:
            os.unlink(self._bakfile)
        except OSError:
            pass
        try:
            os.rename(self._dirfile, self._bakfile)
        except OSError:
            pass
        with builtins.open(self._dirfile, "w", encoding="Latin-1") as file:
            self._chmod(self._dirfile)
            for key, place in self._index.items():
                file.write("%r, %r\n" % (key.decode("Latin-1"), place))
        self._modified = False

    sync = _commit

    def _verify_open(self):
        if self._index is None:
            raise error("DBM object has already been closed")

    def _verify_writable(self):
        if self._readonly:
            raise error("The database is opened for reading only")
        self._verify_open()

    @staticmethod
    def _bytes(value, what):
        if isinstance(value, str):
            return value.encode("utf-8")
        if not isinstance(value, (bytes, bytearray)):
            raise TypeError(f"{what} must be bytes or strings")
        return value

    def __getitem__(self, key):
        if isinstance(key, str):
            key = key.encode("utf-8")
        self._verify_open()
        place, size = self._index[key]
        with builtins.open(self._datfile, "rb") as file:
            file.seek(place)
            return file.read(size)

    def __setitem__(self, key, val):
        self._verify_writable()
        key, val = self._bytes(key, "keys"), self._bytes(val, "values")
        self._modified = True
        if key not in self._index:
            self._index[key] = self._append(val)
            with builtins.open(self._dirfile, "a", encoding="Latin-1") as file:
                self._chmod(self._dirfile)
                file.write("%r, %r\n" % (key.decode("Latin-1"), self._index[key]))
            return
        place, size = self._index[key]
        if -(-len(val) // _BLOCKSIZE) <= -(-size // _BLOCKSIZE):
            with builtins.open(self._datfile, "rb+") as file:
                file.seek(place)
                file.write(val)
            self._index[key] = place, len(val)
        else:
            self._index[key] = self._append(val)

    def _append(self, val):
        """Writes a value at the end, at the start of a block."""
        with builtins.open(self._datfile, "rb+") as file:
            file.seek(0, io.SEEK_END)
            end = file.tell()
            place = -(-end // _BLOCKSIZE) * _BLOCKSIZE
            file.write(b"\0" * (place - end) + val)
        return place, len(val)

    def __delitem__(self, key):
        if isinstance(key, str):
            key = key.encode("utf-8")
        self._verify_writable()
        self._modified = True
        del self._index[key]
        self._commit()

    def keys(self):
        self._verify_open()
        return list(self._index)

    def items(self):
        self._verify_open()
        return [(key, self[key]) for key in self._index]

    def __contains__(self, key):
        if isinstance(key, str):
            key = key.encode("utf-8")
        self._verify_open()
        return key in self._index

    def __iter__(self):
        self._verify_open()
        return iter(self._index)

    def __len__(self):
        self._verify_open()
        return len(self._index)

    def close(self):
        """Writes the index and ends it."""
        try:
            self._commit()
        finally:
            self._index = self._datfile = self._dirfile = self._bakfile = None

    def __del__(self):
        self.close()

    def _chmod(self, file):
        os.chmod(file, self._mode)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(file, flag="c", mode=0o666):
    """Opens a database: "r" to read, "w" to write, "c" to make it if it is not there, "n" to make it anew."""
    if flag not in ("r", "w", "c", "n"):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    mask = os.umask(0)
    os.umask(mask)
    return _Database(file, mode & ~mask, flag=flag)
