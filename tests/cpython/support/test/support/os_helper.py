"""Files and the environment, for tests."""

import contextlib
import os
import shutil
import tempfile
import unittest

TESTFN_ASCII = f"@test_{os.getpid()}_tmp"
TESTFN = TESTFN_ASCII + "æ"
TESTFN_UNICODE = TESTFN_ASCII + "-àòɘŁğ"
TESTFN_NONASCII = "æ"
TESTFN_UNENCODABLE = None
TESTFN_UNDECODABLE = os.fsencode(TESTFN_ASCII) + b"\xff"
SAVEDCWD = os.getcwd()


def unlink(filename):
    """Removes a file that may not be there."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        os.unlink(filename)


def rmdir(dirname):
    """Removes a folder that may not be there."""
    with contextlib.suppress(FileNotFoundError):
        os.rmdir(dirname)


def rmtree(path):
    """Removes a tree that may not be there."""
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(path)


def create_empty_file(filename):
    """Makes a file of no bytes."""
    os.close(os.open(filename, os.O_WRONLY | os.O_CREAT | os.O_TRUNC))


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    """A folder for the block."""
    if path is None:
        path = os.path.realpath(tempfile.mkdtemp())
    else:
        os.mkdir(path)
    try:
        yield path
    finally:
        rmtree(path)


@contextlib.contextmanager
def change_cwd(path, quiet=False):
    """Works in another folder for the block."""
    before = os.getcwd()
    os.chdir(os.path.realpath(path))
    try:
        yield os.getcwd()
    finally:
        os.chdir(before)


@contextlib.contextmanager
def temp_cwd(name="tempcwd", quiet=False):
    """Works in a new folder for the block."""
    with temp_dir(path=name, quiet=quiet) as path, change_cwd(path, quiet=quiet) as cwd:
        yield cwd


class EnvironmentVarGuard:
    """os.environ, brought back afterwards."""

    def __init__(self):
        self._changed = {}

    def _remember(self, name):
        self._changed.setdefault(name, os.environ.get(name))

    def __getitem__(self, name):
        return os.environ[name]

    def __setitem__(self, name, value):
        self._remember(name)
        os.environ[name] = value

    def __delitem__(self, name):
        self._remember(name)
        os.environ.pop(name, None)

    def __contains__(self, name):
        return name in os.environ

    def __iter__(self):
        return iter(os.environ)

    def __len__(self):
        return len(os.environ)

    def keys(self):
        return os.environ.keys()

    def set(self, name, value):
        self[name] = value

    def unset(self, name, /, *names):
        for one in (name, *names):
            del self[one]

    def copy(self):
        return dict(os.environ)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        for name, value in self._changed.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


class FakePath:
    """Has nothing of a path but __fspath__."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f"<FakePath {self.path!r}>"

    def __fspath__(self):
        if isinstance(self.path, BaseException) or isinstance(self.path, type) and issubclass(self.path, BaseException):
            raise self.path
        return self.path


def can_symlink():
    return hasattr(os, "symlink")


def skip_unless_symlink(test):
    return unittest.skipUnless(can_symlink(), "requires symbolic links")(test)
