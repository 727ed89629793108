"""Paths that look at files: what there is, reading, writing, moving, searching."""

import contextlib
import errno
import io
import os
import re
import stat
import sys

from pathlib._pure import PurePath, PurePosixPath, PureWindowsPath, _compiled


class UnsupportedOperation(NotImplementedError):
    """The system does not do that."""


_MISSING = (errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP)


class Path(PurePath):
    """A path in the file system."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    def __init__(self, *args, **kwargs):
        if kwargs:
            import warnings

            warnings.warn(
                "support for supplying keyword arguments to pathlib.PurePath is deprecated and scheduled for removal "
                "in Python 3.14",
                DeprecationWarning,
                stacklevel=2,
            )
        super().__init__(*args)

    # Where.

    @classmethod
    def cwd(cls):
        """The current folder."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The user's folder."""
        return cls("~").expanduser()

    @classmethod
    def from_uri(cls, uri):
        """The path of a `file:` URI."""
        if not uri.startswith("file:"):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        path = uri[5:]
        if path[:3] == "///":
            path = path[2:]
        elif path[:12] == "//localhost/":
            path = path[11:]
        from urllib.parse import unquote_to_bytes

        path = cls(os.fsdecode(unquote_to_bytes(path)))
        if not path.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return path

    def absolute(self):
        """The path from the root on; `..` stays."""
        if self.anchor:
            return self
        return self._made_of(*self._parse(os.path.join(os.getcwd(), *self._tail)))

    def resolve(self, strict=False):
        """The path from the root on, without `..` and links."""
        return self.with_segments(os.path.realpath(self, strict=strict))

    def expanduser(self):
        """The path with `~` at its front replaced."""
        names = self._tail
        if self.anchor or not names or names[0][:1] != "~":
            return self
        home = os.path.expanduser(names[0])
        if home[:1] == "~":
            raise RuntimeError("Could not determine home directory.")
        root, above = self._parse(home)
        return self._made_of(root, above + names[1:])

    def samefile(self, other_path):
        """Whether both are the same file."""
        other = other_path.stat() if hasattr(other_path, "stat") else os.stat(other_path)
        return os.path.samestat(self.stat(), other)

    # What it is.

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(self) if follow_symlinks else os.path.lexists(self)

    def _is(self, test, follow_symlinks=True):
        try:
            return test(self.stat(follow_symlinks=follow_symlinks).st_mode)
        except OSError as error:
            if error.errno not in _MISSING:
                raise
        except ValueError:
            pass
        return False

    def is_dir(self, *, follow_symlinks=True):
        return self._is(stat.S_ISDIR, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._is(stat.S_ISREG, follow_symlinks)

    def is_symlink(self):
        return self._is(stat.S_ISLNK, False)

    def is_block_device(self):
        return self._is(stat.S_ISBLK)

    def is_char_device(self):
        return self._is(stat.S_ISCHR)

    def is_fifo(self):
        return self._is(stat.S_ISFIFO)

    def is_socket(self):
        return self._is(stat.S_ISSOCK)

    def is_mount(self):
        return os.path.ismount(self)

    def is_junction(self):
        return False

    def owner(self, *, follow_symlinks=True):
        try:
            import pwd
        except ImportError:
            raise UnsupportedOperation(f"{type(self).__name__}.owner() is unsupported on this system") from None
        return pwd.getpwuid(self.stat(follow_symlinks=follow_symlinks).st_uid).pw_name

    def group(self, *, follow_symlinks=True):
        try:
            import grp
        except ImportError:
            raise UnsupportedOperation(f"{type(self).__name__}.group() is unsupported on this system") from None
        return grp.getgrgid(self.stat(follow_symlinks=follow_symlinks).st_gid).gr_name

    # Reading and writing.

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """Open the file, as the built-in function does."""
        if "b" not in mode:
            encoding = io.text_encoding(encoding)
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """All that is in the file."""
        with self.open(mode="rb", buffering=0) as file:
            return file.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        """All that is in the file, as text."""
        with self.open(mode="r", encoding=io.text_encoding(encoding), errors=errors, newline=newline) as file:
            return file.read()

    def write_bytes(self, data):
        """Make a file of bytes."""
        view = memoryview(data)
        with self.open(mode="wb") as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Make a file of text."""
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        with self.open(mode="w", encoding=io.text_encoding(encoding), errors=errors, newline=newline) as file:
            return file.write(data)

    # Changing.

    def touch(self, mode=0o666, exist_ok=True):
        """Make an empty file, or give an old one the time of now."""
        if exist_ok:
            try:
                os.utime(self, None)
                return
            except OSError:
                pass
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        os.close(os.open(self, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Make a folder, and those above it if `parents`."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        os.replace(self, target)
        return self.with_segments(target)

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)

    def readlink(self):
        return self.with_segments(os.readlink(self))

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        os.link(target, self)

    # Searching.

    def iterdir(self):
        """The paths in the folder."""
        names = os.listdir(self)
        if str(self) == ".":
            return (self._made_of("", [name]) for name in names)
        root, above = self._split()
        return (self._made_of(root, [*above, name]) for name in names)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The paths below that match a pattern; `**` stands for any folders."""
        sys.audit("pathlib.Path.glob", self, pattern)
        return self._glob(_pattern_parts(pattern), case_sensitive, recurse_symlinks)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """As `glob` with `**/` before the pattern."""
        sys.audit("pathlib.Path.rglob", self, pattern)
        parts = _pattern_parts(pattern, allow_empty=True)
        return self._glob(["**", *(parts or [""])], case_sensitive, recurse_symlinks)

    def _glob(self, parts, case_sensitive, recurse_symlinks):
        search = _Search(case_sensitive, recurse_symlinks)
        folder = str(self) if self.parts else ""
        for found in search.select(folder, parts):
            yield self._made_of(*self._parse(found))

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """Each folder from here on with the names of its folders and files."""
        sys.audit("pathlib.Path.walk", self, on_error, follow_symlinks)
        folders, files = [], []
        try:
            with os.scandir(self) as entries:
                for entry in entries:
                    try:
                        is_folder = entry.is_dir(follow_symlinks=follow_symlinks)
                    except OSError:
                        is_folder = False
                    (folders if is_folder else files).append(entry.name)
        except OSError as error:
            if on_error is not None:
                on_error(error)
            return
        if top_down:
            yield self, folders, files
        for name in folders:
            yield from self._made_of(*self._split_with(name)).walk(top_down, on_error, follow_symlinks)
        if not top_down:
            yield self, folders, files

    def _split_with(self, name):
        root, names = self._split()
        return root, [*names, name]


def _pattern_parts(pattern, allow_empty=False):
    """The names of a pattern; an empty one at the end asks for folders."""
    text = os.fspath(pattern)
    root, names = PurePath._parse(text)
    if root:
        raise NotImplementedError("Non-relative patterns are unsupported")
    if not names and not allow_empty:
        raise ValueError(f"Unacceptable pattern: {Path(text)!r}")
    if text.endswith("/"):
        names.append("")
    return names


_MAGIC = re.compile("[*?[]")


class _Search:
    """Selects the paths below a folder that match the parts of a pattern, each once."""

    def __init__(self, case_sensitive, recurse_symlinks):
        self.ignore_case = case_sensitive is False
        self.looks = case_sensitive is not None  # names without wildcards are compared, too
        self.recurse_symlinks = recurse_symlinks

    def select(self, folder, parts):
        if not parts:
            yield folder
            return
        part, rest = parts[0], parts[1:]
        if part == "**":
            yield from self.below(folder, rest)
        elif part == "":
            if os.path.isdir(folder or "."):
                yield folder
        elif part == ".." or not self.looks and not _MAGIC.search(part):
            path = os.path.join(folder, part)
            if rest or os.path.lexists(path):
                for found in self.select(path, rest):
                    if rest or os.path.lexists(found):
                        yield found
        else:
            match = _compiled(part, self.ignore_case, False)
            for entry in self.entries(folder):
                if match(entry.name) and (not rest or self.is_folder(entry)):
                    yield from self.select(os.path.join(folder, entry.name), rest)

    def below(self, folder, rest):
        while rest and rest[0] == "**":
            rest = rest[1:]
        seen = set() if len(rest) > 1 and "**" in rest else None
        for path in self.folders(folder, not rest):
            for found in self.select(path, rest):
                if seen is None:
                    yield found
                elif found not in seen:
                    seen.add(found)
                    yield found

    def folders(self, folder, files_too):
        """A folder and all below it, and the files if they are asked for."""
        yield folder
        stack = [folder]
        while stack:
            above = stack.pop()
            for entry in self.entries(above):
                path = os.path.join(above, entry.name)
                if self.is_folder(entry, self.recurse_symlinks):
                    stack.append(path)
                    yield path
                elif files_too:
                    yield path

    def entries(self, folder):
        with contextlib.suppress(OSError):
            with os.scandir(folder or ".") as entries:
                return list(entries)
        return []

    def is_folder(self, entry, follow_symlinks=True):
        try:
            return entry.is_dir(follow_symlinks=follow_symlinks)
        except OSError:
            return False


class PosixPath(Path, PurePosixPath):
    """A path in the file system, with slashes."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """A path in a file system of Windows: there is none here."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise UnsupportedOperation(f"cannot instantiate {cls.__name__!r} on your system")
