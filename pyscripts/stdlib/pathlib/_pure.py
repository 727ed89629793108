"""Paths that only compute: joining, parts, names, comparing."""

import functools
import glob
import ntpath
import operator
import os
import posixpath
import re
from urllib.parse import quote_from_bytes


@functools.lru_cache(maxsize=512)
def _compiled(pattern, ignore_case, recursive, separator="/"):
    flags = re.NOFLAG if not ignore_case else re.IGNORECASE
    regex = glob.translate(pattern, recursive=recursive, include_hidden=True, seps=separator)
    return re.compile(regex, flags=flags).match


class _Parents:
    """The folders above a path, nearest first."""

    def __init__(self, path):
        self._path = path
        self._tail = path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[k] for k in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._path._made_of(self._path.anchor, self._tail[:len(self._tail) - index - 1])

    def __iter__(self):
        return (self[k] for k in range(len(self)))

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """A path without a file system.

    It is kept as its anchor, drive and root together, and the names below that."""

    __slots__ = ("_raw", "_str", "_anchor", "_names", "_hash")

    parser = posixpath

    def __new__(cls, *args, **kwargs):
        return object.__new__(PurePosixPath if cls is PurePath else cls)

    def __init__(self, *args):
        texts = []
        for part in args:
            if isinstance(part, PurePath):
                if part.parser is ntpath and self.parser is posixpath:
                    texts.extend(text.replace("\\", "/") for text in part._raw)
                else:
                    texts.extend(part._raw)
                continue
            try:
                text = os.fspath(part)
            except TypeError:
                text = part
            if not isinstance(text, str):
                raise TypeError(
                    "argument should be a str or an os.PathLike object where __fspath__ returns a str, not "
                    f"{type(text).__name__!r}"
                )
            texts.append(text)
        self._raw = texts

    def with_segments(self, *pathsegments):
        """A path of the same class; subclasses pass on what they hold here."""
        return type(self)(*pathsegments)

    # Parts.

    @classmethod
    def _parse(cls, text):
        """Anchor and names of a text."""
        if not text:
            return "", []
        anchor = ""
        if text.startswith("/"):
            # Exactly two slashes mean something of the system's own.
            anchor = "//" if text.startswith("//") and not text.startswith("///") else "/"
        return anchor, [name for name in text.split("/") if name and name != "."]

    @classmethod
    def _text(cls, anchor, names):
        """The text of an anchor and names."""
        return anchor + "/".join(names)

    def _split(self):
        try:
            return self._anchor, self._names
        except AttributeError:
            pass
        raw = self._raw
        text = raw[0] if len(raw) == 1 else self.parser.join(*raw) if raw else ""
        self._anchor, self._names = self._parse(text)
        return self._anchor, self._names

    def _made_of(self, anchor, names):
        """The path with this anchor and these names."""
        text = self._text(anchor, names)
        path = self.with_segments(text)
        path._str = text or "."
        path._anchor, path._names = anchor, names
        return path

    @property
    def _tail(self):
        return self._split()[1]

    @property
    def drive(self):
        """The drive or share; always empty but on Windows."""
        return self.parser.splitroot(self.anchor)[0]

    @property
    def root(self):
        """A slash, if the path begins at the root."""
        return self.parser.splitroot(self.anchor)[1]

    @property
    def anchor(self):
        """Drive and root together."""
        return self._split()[0]

    @property
    def parts(self):
        """Anchor and names as a tuple."""
        anchor, names = self._split()
        return (anchor, *names) if anchor else tuple(names)

    @property
    def parent(self):
        """The folder above, or the path itself if there is none."""
        anchor, names = self._split()
        return self._made_of(anchor, names[:-1]) if names else self

    @property
    def parents(self):
        """All folders above, nearest first."""
        return _Parents(self)

    @property
    def name(self):
        """The last part."""
        names = self._tail
        return names[-1] if names else ""

    @property
    def suffix(self):
        """The end of the name from its last dot on."""
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        """All endings of the name."""
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The name without its suffix."""
        name = self.name
        dot = name.rfind(".")
        return name[:dot] if 0 < dot < len(name) - 1 else name

    def with_name(self, name):
        """The path with another last part."""
        parser = self.parser
        if not name or name == "." or parser.sep in name or parser.altsep and parser.altsep in name:
            raise ValueError(f"Invalid name {name!r}")
        anchor, names = self._split()
        if not names:
            raise ValueError(f"{self!r} has an empty name")
        return self._made_of(anchor, [*names[:-1], name])

    def with_stem(self, stem):
        """The path with another name before the suffix."""
        suffix = self.suffix
        if not suffix:
            return self.with_name(stem)
        if not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        """The path with another suffix, or without one."""
        stem = self.stem
        if not stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not (suffix.startswith(".") and len(suffix) > 1):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)

    # Texts.

    def __str__(self):
        try:
            return self._str
        except AttributeError:
            self._str = self._text(*self._split()) or "."
            return self._str

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_posix(self):
        """The path with forward slashes."""
        return str(self).replace(self.parser.sep, "/")

    def as_uri(self):
        """The path as a `file:` URI."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        drive = self.drive
        if drive[1:] == ":":
            start, rest = "file:///" + drive, self.as_posix()[2:]
        else:
            start, rest = "file:" if drive else "file://", self.as_posix()
        return start + quote_from_bytes(os.fsencode(rest))

    def __reduce__(self):
        return self.__class__, tuple(self._raw)

    # Comparing.

    def _compared(self):
        """The text that is compared."""
        return str(self)

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(self._compared())
            return self._hash

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._compared() == other._compared() and self.parser is other.parser

    def _compare(self, other, operation):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        separator = self.parser.sep
        return operation(self._compared().split(separator), other._compared().split(separator))

    def __lt__(self, other):
        return self._compare(other, operator.lt)

    def __le__(self, other):
        return self._compare(other, operator.le)

    def __gt__(self, other):
        return self._compare(other, operator.gt)

    def __ge__(self, other):
        return self._compare(other, operator.ge)

    # Joining and relating.

    def joinpath(self, *pathsegments):
        """This path and more behind it; an absolute one starts anew."""
        return self.with_segments(self, *pathsegments)

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def is_absolute(self):
        """Whether the path begins at the root, and on Windows has a drive."""
        return self.parser.isabs(self)

    def is_reserved(self):
        """Whether Windows keeps the name for itself."""
        import warnings

        message = (
            "pathlib.PurePath.is_reserved() is deprecated and scheduled for removal in Python 3.15. Use "
            "os.path.isreserved() to detect reserved paths on Windows."
        )
        warnings.warn(message, DeprecationWarning, stacklevel=2)
        return self.parser.isreserved(self) if self.parser is ntpath else False

    def _other(self, function, other, deprecated):
        """The other path of two that are related."""
        if deprecated:
            import warnings

            what = "positional argument" if function == "relative_to" else "argument"
            message = (
                f"support for supplying more than one {what} to pathlib.PurePath.{function}() is deprecated and "
                "scheduled for removal in Python 3.14"
            )
            warnings.warn(message, DeprecationWarning, stacklevel=3)
        if deprecated or not hasattr(other, "with_segments"):
            return self.with_segments(other, *deprecated)
        return other

    def relative_to(self, other, *_deprecated, walk_up=False):
        """How to get here from another path; past its parents only if `walk_up`."""
        other = self._other("relative_to", other, _deprecated)
        steps = 0
        for base in [other, *other.parents]:
            if base == self or base in self.parents:
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if base.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
            steps += 1
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self._made_of("", [".."] * steps + self._tail[len(base._tail):])

    def is_relative_to(self, other, *_deprecated):
        """Whether this path lies in or below another."""
        other = self._other("is_relative_to", other, _deprecated)
        return other == self or other in self.parents

    # Patterns.

    def full_match(self, pattern, *, case_sensitive=None):
        """Whether the whole path matches a pattern; `**` stands for any folders."""
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        match = _compiled(_pattern_text(pattern), self._ignores_case(case_sensitive), True, self.parser.sep)
        return match(str(self) if self.parts else "") is not None

    def _ignores_case(self, case_sensitive):
        return self.parser is ntpath if case_sensitive is None else not case_sensitive

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether the path's end matches a pattern."""
        if not isinstance(path_pattern, PurePath):
            path_pattern = self.with_segments(path_pattern)
        parts, patterns = self.parts[::-1], path_pattern.parts[::-1]
        if not patterns:
            raise ValueError("empty pattern")
        if len(parts) < len(patterns) or len(parts) > len(patterns) and path_pattern.anchor:
            return False
        ignore_case, separator = self._ignores_case(case_sensitive), self.parser.sep
        return all(
            _compiled(pattern, ignore_case, False, separator)(part) for part, pattern in zip(parts, patterns)
        )


def _pattern_text(path):
    return str(path) if path.parts else ""


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    """A path with slashes."""

    __slots__ = ()


class PureWindowsPath(PurePath):
    """A path with drives and backslashes, as Windows has them; case does not matter."""

    __slots__ = ()

    parser = ntpath

    @classmethod
    def _parse(cls, text):
        if not text:
            return "", []
        drive, root, rest = ntpath.splitroot(text.replace("/", "\\"))
        if not root and drive.startswith("\\") and not drive.endswith("\\"):
            pieces = drive.split("\\")
            # \\server\share and \\?\UNC\server\share are roots themselves, devices are not.
            if len(pieces) == 4 and pieces[2] not in "?." or len(pieces) == 6:
                root = "\\"
        return drive + root, [name for name in rest.split("\\") if name and name != "."]

    @classmethod
    def _text(cls, anchor, names):
        if not anchor and names and ntpath.splitdrive(names[0])[0]:
            # A name that looks like a drive.
            names = [".", *names]
        return anchor + "\\".join(names)

    def _compared(self):
        return str(self).lower()
