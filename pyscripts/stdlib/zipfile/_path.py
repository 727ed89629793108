"""An archive as a tree of folders, in the manner of pathlib."""

import io
import posixpath

from zipfile._archive import ZipFile


class CompleteDirs(ZipFile):
    """An archive whose list of names has all folders, also those that have no member of their own."""

    def namelist(self):
        names = super().namelist()
        known, implied = set(names), {}
        for name in names:
            above = posixpath.dirname(name.rstrip("/"))
            while above and above != "/":
                if above + "/" not in known:
                    implied.setdefault(above + "/")
                above = posixpath.dirname(above)
        return [*names, *implied]

    def resolve_dir(self, name):
        """The name, with a slash if it is that of a folder."""
        names = set(self.namelist())
        return name + "/" if name not in names and name + "/" in names else name

    def getinfo(self, name):
        try:
            return super().getinfo(name)
        except KeyError:
            if not name.endswith("/") or name not in self.namelist():
                raise
            from zipfile._info import ZipInfo
            return ZipInfo(name)

    @classmethod
    def make(cls, source):
        """An archive of this kind, made of a file's name or of another archive."""
        if isinstance(source, CompleteDirs):
            return source
        if not isinstance(source, ZipFile):
            return cls(source)
        source.__class__ = cls
        return source


class Path:
    """A place in an archive."""

    def __init__(self, root, at=""):
        self.root = CompleteDirs.make(root)
        self.at = at

    def __eq__(self, other):
        if self.__class__ is not other.__class__:
            return NotImplemented
        return (self.root, self.at) == (other.root, other.at)

    def __hash__(self):
        return hash((self.root, self.at))

    def __str__(self):
        return posixpath.join(self.root.filename or ":zipfile:", self.at)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.root.filename!r}, {self.at!r})"

    def _next(self, at):
        return self.__class__(self.root, at)

    def open(self, mode="r", *args, pwd=None, **kwargs):
        """The member as a file; text if the mode does not say 'b'."""
        if self.is_dir():
            raise IsADirectoryError(self)
        letter = mode[0]
        if not self.exists() and letter == "r":
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, letter, pwd=pwd)
        if "b" in mode:
            if args or kwargs:
                raise ValueError("encoding args invalid for binary operation")
            return stream
        encoding = io.text_encoding(kwargs.pop("encoding", args[0] if args else None))
        return io.TextIOWrapper(stream, encoding, *args[1:], **kwargs)

    def read_text(self, *args, **kwargs):
        """The contents as text."""
        with self.open("r", *args, **kwargs) as stream:
            return stream.read()

    def read_bytes(self):
        """The contents as bytes."""
        with self.open("rb") as stream:
            return stream.read()

    @property
    def _pure(self):
        import pathlib
        return pathlib.PurePosixPath(self.root.filename or ":zipfile:", self.at)

    @property
    def name(self):
        """The last part of the path."""
        return self._pure.name

    @property
    def suffix(self):
        """What the name ends with, from its last dot on."""
        return self._pure.suffix

    @property
    def suffixes(self):
        """All such endings."""
        return self._pure.suffixes

    @property
    def stem(self):
        """The name without its ending."""
        return self._pure.stem

    @property
    def filename(self):
        """The place as a path of the file system, the archive taken for a folder."""
        import pathlib
        return pathlib.Path(self.root.filename).joinpath(self.at)

    @property
    def parent(self):
        """The folder that this is in."""
        if not self.at:
            return self.filename.parent
        above = posixpath.dirname(self.at.rstrip("/"))
        return self._next(above + "/" if above else above)

    def is_dir(self):
        """Whether this is a folder."""
        return not self.at or self.at.endswith("/")

    def is_file(self):
        """Whether this is there and is no folder."""
        return self.exists() and not self.is_dir()

    def exists(self):
        """Whether this is there."""
        return self.at in self.root.namelist()

    def is_symlink(self):
        """Whether this is a symbolic link."""
        import stat
        return stat.S_ISLNK(self.root.getinfo(self.at).external_attr >> 16)

    def iterdir(self):
        """What is in this folder."""
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        inside = self.at.rstrip("/")
        return (
            self._next(name) for name in self.root.namelist() if posixpath.dirname(name.rstrip("/")) == inside
        )

    def match(self, path_pattern):
        """Whether the path fits a pattern."""
        import pathlib
        return pathlib.PurePosixPath(self.at).match(path_pattern)

    def glob(self, pattern):
        """What fits a pattern below this folder."""
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        import re
        parts = re.split(r"(\*\*|\*|\?|\[[^]]+\])", pattern)
        signs = {"**": ".*", "*": "[^/]*", "?": "[^/]"}
        form = "".join(
            signs.get(part, part if part.startswith("[") else re.escape(part)) for part in parts
        )
        fits = re.compile(re.escape(self.at) + form).fullmatch
        return (self._next(name) for name in self.root.namelist() if fits(name) or fits(name.rstrip("/")))

    def rglob(self, pattern):
        """What fits a pattern anywhere below this folder."""
        return self.glob(f"**/{pattern}")

    def relative_to(self, other, *extra):
        """The path from another one to this."""
        return posixpath.relpath(str(self), str(other.joinpath(*extra)))

    def joinpath(self, *other):
        """A place below this one."""
        return self._next(self.root.resolve_dir(posixpath.join(self.at, *other)))

    __truediv__ = joinpath
