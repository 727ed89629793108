"""Files and folders that are there for a while."""

import functools as _functools
import io as _io
import os as _os
import shutil as _shutil
import sys as _sys
import threading as _threading
import types as _types
import warnings as _warnings
import weakref as _weakref
from errno import EEXIST as _EEXIST
from random import Random as _Random

__all__ = [
    "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
    "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb",
]

TMP_MAX = 10000
template = "tmp"
tempdir = None

_text_openflags = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | getattr(_os, "O_NOFOLLOW", 0)
_bin_openflags = _text_openflags
_once_lock = _threading.Lock()
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


# Names.


class _Names:
    """Endless random names; a forked child draws others."""

    def __init__(self):
        self._process = None

    def __iter__(self):
        return self

    def __next__(self):
        if self._process != _os.getpid():
            self._random = _Random()
            self._process = _os.getpid()
        return "".join(self._random.choices(_LETTERS, k=8))


_names = None


def _get_candidate_names():
    global _names
    with _once_lock:
        if _names is None:
            _names = _Names()
        return _names


def _candidate_tempdir_list():
    folders = [folder for name in ("TMPDIR", "TEMP", "TMP") if (folder := _os.getenv(name))]
    folders += ["/tmp", "/var/tmp", "/usr/tmp"]
    try:
        folders.append(_os.getcwd())
    except OSError:
        folders.append(_os.curdir)
    return folders


def _get_default_tempdir():
    """The first folder in which a file can be written."""
    folders = _candidate_tempdir_list()
    for folder in folders:
        folder = _os.path.abspath(folder)
        for _, name in zip(range(100), _Names()):
            path = _os.path.join(folder, name)
            try:
                descriptor = _os.open(path, _bin_openflags, 0o600)
            except FileExistsError:
                continue
            except OSError:
                break
            try:
                _os.write(descriptor, b"blat")
            finally:
                _os.close(descriptor)
                _os.unlink(path)
            return folder
    raise FileNotFoundError(2, f"No usable temporary directory found in {folders}")


def _gettempdir():
    global tempdir
    if tempdir is None:
        with _once_lock:
            if tempdir is None:
                tempdir = _get_default_tempdir()
    return tempdir


def gettempdir():
    """The folder for temporary files."""
    return _os.fsdecode(_gettempdir())


def gettempdirb():
    """As `gettempdir`, in bytes."""
    return _os.fsencode(_gettempdir())


def gettempprefix():
    """What names begin with where nothing else is said."""
    return _os.fsdecode(template)


def gettempprefixb():
    """As `gettempprefix`, in bytes."""
    return _os.fsencode(template)


def _sanitize_params(prefix, suffix, dir):
    """The defaults for what was not given, all of the same type as what was."""
    kind = None
    for part in (prefix, suffix, dir):
        if part is None:
            continue
        if isinstance(part, _os.PathLike):
            part = _os.fspath(part)
        found = bytes if isinstance(part, bytes) else str
        if kind is None:
            kind = found
        elif kind is not found:
            raise TypeError("Can't mix bytes and non-bytes in path components.")
    if kind is None:
        kind = bytes if isinstance(tempdir, bytes) else str
    if suffix is None:
        suffix = kind()
    if prefix is None:
        prefix = template if kind is str else _os.fsencode(template)
    if dir is None:
        dir = gettempdir() if kind is str else gettempdirb()
    return prefix, suffix, dir, kind


def _first_free(make, dir, pre, suf, kind, what):
    """Tries names until `make` finds one that is not taken."""
    for _ in range(TMP_MAX):
        name = next(_get_candidate_names())
        if kind is bytes:
            name = _os.fsencode(name)
        path = _os.path.join(dir, pre + name + suf)
        try:
            return make(path), path
        except FileExistsError:
            continue
    raise FileExistsError(_EEXIST, f"No usable temporary {what} name found")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Make and open a new file; returns its descriptor and path. The caller removes it."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)

    def make(path):
        _sys.audit("tempfile.mkstemp", path)
        return _os.open(path, _bin_openflags, 0o600)

    descriptor, path = _first_free(make, _os.path.abspath(dir), prefix, suffix, kind, "file")
    return descriptor, path


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Make a new folder; returns its path. The caller removes it."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)

    def make(path):
        _sys.audit("tempfile.mkdtemp", path)
        _os.mkdir(path, 0o700)

    return _os.path.abspath(_first_free(make, dir, prefix, suffix, kind, "directory")[1])


def mktemp(suffix="", prefix=template, dir=None):
    """A name that no file has now; another program may take it first."""
    if dir is None:
        dir = gettempdir()

    def make(path):
        if _os.path.lexists(path):
            raise FileExistsError

    return _first_free(make, dir, prefix, suffix, str, "filename")[1]


# Files.


class _Closer:
    """Closes a temporary file and removes it, once."""

    cleanup_called = False
    close_called = False

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        self.delete_on_close = delete_on_close

    def cleanup(self):
        if self.cleanup_called:
            return
        self.cleanup_called = True
        try:
            if not self.close_called:
                self.close_called = True
                self.file.close()
        finally:
            if self.delete:
                try:
                    _os.unlink(self.name)
                except FileNotFoundError:
                    pass

    def close(self):
        if not self.close_called:
            self.close_called = True
            try:
                self.file.close()
            finally:
                if self.delete and self.delete_on_close:
                    self.cleanup()

    def __del__(self):
        self.cleanup()


class _TemporaryFileWrapper:
    """A temporary file with a name: passes everything on to the file, and removes it in the end."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self._closer = _Closer(file, name, delete, delete_on_close)

    def __getattr__(self, name):
        value = getattr(self.__dict__["file"], name)
        if hasattr(value, "__call__"):
            method = value

            @_functools.wraps(method)
            def value(*args, **kwargs):
                return method(*args, **kwargs)

            # The file may be used through its method for longer than the wrapper lives.
            value._closer = self._closer
        if not isinstance(value, int):
            setattr(self, name, value)
        return value

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self._closer.cleanup()
        return result

    def close(self):
        self._closer.close()

    def __iter__(self):
        yield from self.file


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    """A temporary file whose `name` is its path."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    if "b" not in mode:
        encoding = _io.text_encoding(encoding)
    descriptor, name = mkstemp(suffix, prefix, dir)
    try:
        file = _io.open(descriptor, mode, buffering=buffering, newline=newline, encoding=encoding, errors=errors)
    except BaseException:
        _os.close(descriptor)
        _os.unlink(name)
        raise
    raw = getattr(file, "buffer", file)
    raw = getattr(raw, "raw", raw)
    try:
        raw.name = name
    except AttributeError:
        pass
    return _TemporaryFileWrapper(file, name, delete, delete_on_close)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """A temporary file without a name: nobody else can open it."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    if "b" not in mode:
        encoding = _io.text_encoding(encoding)
    descriptor, name = mkstemp(suffix, prefix, dir)
    try:
        _os.unlink(name)
        return _io.open(descriptor, mode, buffering=buffering, newline=newline, encoding=encoding, errors=errors)
    except BaseException:
        _os.close(descriptor)
        raise


class SpooledTemporaryFile(_io.IOBase):
    """Kept in memory until it grows beyond a size, or a descriptor is asked for."""

    _rolled = False

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        if "b" in mode:
            self._file = _io.BytesIO()
        else:
            encoding = _io.text_encoding(encoding)
            self._file = _io.TextIOWrapper(_io.BytesIO(), encoding=encoding, errors=errors, newline=newline)
        self._max_size = max_size
        self._rolled = False
        self._TemporaryFileArgs = {
            "mode": mode, "buffering": buffering, "suffix": suffix, "prefix": prefix, "encoding": encoding,
            "newline": newline, "dir": dir, "errors": errors,
        }

    __class_getitem__ = classmethod(_types.GenericAlias)

    def _check(self, file):
        if not self._rolled and self._max_size and file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        """Go on in a file on the disk."""
        if self._rolled:
            return
        file = self._file
        new = self._file = TemporaryFile(**self._TemporaryFileArgs)
        position = file.tell()
        if hasattr(new, "buffer"):
            new.buffer.write(file.detach().getvalue())
        else:
            new.write(file.getvalue())
        new.seek(position, 0)
        self._rolled = True

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()

    def __del__(self):
        if not self.closed:
            _warnings.warn(f"Unclosed file {self!r}", ResourceWarning, stacklevel=2, source=self)
            self.close()

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    @property
    def encoding(self):
        return self._file.encoding

    @property
    def errors(self):
        return self._file.errors

    @property
    def mode(self):
        try:
            return self._file.mode
        except AttributeError:
            return self._TemporaryFileArgs["mode"]

    @property
    def name(self):
        return getattr(self._file, "name", None)

    @property
    def newlines(self):
        return self._file.newlines

    def detach(self):
        return self._file.detach()

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def flush(self):
        self._file.flush()

    def isatty(self):
        return self._file.isatty()

    def read(self, *args):
        return self._file.read(*args)

    def read1(self, *args):
        return self._file.read1(*args)

    def readable(self):
        return self._file.readable()

    def readinto(self, buffer):
        return self._file.readinto(buffer)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def seek(self, *args):
        return self._file.seek(*args)

    def seekable(self):
        return self._file.seekable()

    def tell(self):
        return self._file.tell()

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def writable(self):
        return self._file.writable()

    def write(self, data):
        count = self._file.write(data)
        self._check(self._file)
        return count

    def writelines(self, lines):
        for line in lines:
            self.write(line)


# Folders.


class TemporaryDirectory:
    """A folder that is removed with all in it, at the end of a `with` or when it is no longer needed."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._delete = delete
        self._finalizer = _weakref.finalize(
            self, self._cleanup, self.name, warn_message=f"Implicitly cleaning up {self!r}",
            ignore_errors=ignore_cleanup_errors, delete=delete,
        )

    @classmethod
    def _rmtree(cls, name, ignore_errors=False):
        def onexc(function, path, error):
            if isinstance(error, FileNotFoundError):
                return
            if isinstance(error, PermissionError):
                # A folder without write permission keeps what is in it.
                try:
                    if path != name:
                        _os.chmod(_os.path.dirname(path), 0o700)
                    _os.chmod(path, 0o700)
                    if _os.path.isdir(path) and not _os.path.islink(path):
                        cls._rmtree(path, ignore_errors)
                    else:
                        _os.unlink(path)
                    return
                except FileNotFoundError:
                    return
            if not ignore_errors:
                raise error

        _shutil.rmtree(name, onexc=onexc)

    @classmethod
    def _cleanup(cls, name, warn_message, ignore_errors=False, delete=True):
        if delete:
            cls._rmtree(name, ignore_errors)
            _warnings.warn(warn_message, ResourceWarning)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Remove the folder now."""
        if self._finalizer.detach() or _os.path.exists(self.name):
            self._rmtree(self.name, ignore_errors=self._ignore_cleanup_errors)

    __class_getitem__ = classmethod(_types.GenericAlias)
