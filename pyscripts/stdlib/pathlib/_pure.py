"""Paths that only compute: joining, parts, names, comparing."""

import functools
import glob
import operator
import os
import posixpath
import re
from urllib.parse import quote_from_bytes


@functools.lru_cache(maxsize=512)
def _compiled(pattern, ignore_case, recursive):
    flags = re.NOFLAG if not ignore_case else re.IGNORECASE
    regex = glob.translate(pattern, recursive=recursive, include_hidden=True, seps="/")
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
        return self._path._made_of(self._path.root, self._tail[:len(self._tail) - index - 1])

    def __iter__(self):
        return (self[k] for k in range(len(self)))

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """A path without a file system."""

    __slots__ = ("_raw", "_str", "_root", "_parts_below", "_hash")

    parser = posixpath

    def __new__(cls, *args, **kwargs):
        return object.__new__(PurePosixPath if cls is PurePath else cls)

    def __init__(self, *args):
        texts = []
        for part in args:
            if isinstance(part, PurePath):
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
        """Root and names of a text."""
        if not text:
            return "", []
        root = ""
        if text.startswith("/"):
            # Exactly two slashes mean something of the system's own.
            root = "//" if text.startswith("//") and not text.startswith("///") else "/"
        return root, [name for name in text.split("/") if name and name != "."]

    def _split(self):
        try:
            return self._root, self._parts_below
        except AttributeError:
            pass
        raw = self._raw
        text = raw[0] if len(raw) == 1 else posixpath.join(*raw) if raw else ""
        self._root, self._parts_below = self._parse(text)
        return self._root, self._parts_below

    def _made_of(self, root, names):
        """The path with this root and these names."""
        text = root + "/".join(names)
        path = self.with_segments(text)
        path._str = text or "."
        path._root, path._parts_below = root, names
        return path

    @property
    def _tail(self):
        return self._split()[1]

    @property
    def drive(self):
        """Always empty here: drives are Windows'."""
        return ""

    @property
    def root(self):
        """A slash, if the path is absolute."""
        return self._split()[0]

    @property
    def anchor(self):
        """Drive and root together."""
        return self.root

    @property
    def parts(self):
        """Root and names as a tuple."""
        root, names = self._split()
        return (root, *names) if root else tuple(names)

    @property
    def parent(self):
        """The folder above, or the path itself if there is none."""
        root, names = self._split()
        return self._made_of(root, names[:-1]) if names else self

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
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        root, names = self._split()
        if not names:
            raise ValueError(f"{self!r} has an empty name")
        return self._made_of(root, [*names[:-1], name])

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
            root, names = self._split()
            self._str = root + "/".join(names) or "."
            return self._str

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_posix(self):
        """The path with forward slashes."""
        return str(self)

    def as_uri(self):
        """The path as a `file:` URI."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return "file://" + quote_from_bytes(os.fsencode(str(self)))

    def __reduce__(self):
        return self.__class__, tuple(self._raw)

    # Comparing.

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(str(self))
            return self._hash

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return str(self) == str(other) and self.parser is other.parser

    def _compare(self, other, operation):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return operation(str(self).split("/"), str(other).split("/"))

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
        return self.root != ""

    def is_reserved(self):
        return False

    def relative_to(self, other, *_deprecated, walk_up=False):
        """How to get here from another path; past its parents only if `walk_up`."""
        if _deprecated or not hasattr(other, "with_segments"):
            other = self.with_segments(other, *_deprecated)
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
        if _deprecated or not hasattr(other, "with_segments"):
            other = self.with_segments(other, *_deprecated)
        return other == self or other in self.parents

    # Patterns.

    def full_match(self, pattern, *, case_sensitive=None):
        """Whether the whole path matches a pattern; `**` stands for any folders."""
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        match = _compiled(_pattern_text(pattern), case_sensitive is False, True)
        return match(str(self) if self.parts else "") is not None

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether the path's end matches a pattern."""
        if not isinstance(path_pattern, PurePath):
            path_pattern = self.with_segments(path_pattern)
        parts, patterns = self.parts[::-1], path_pattern.parts[::-1]
        if not patterns:
            raise ValueError("empty pattern")
        if len(parts) < len(patterns) or len(parts) > len(patterns) and path_pattern.anchor:
            return False
        return all(
            _compiled(pattern, case_sensitive is False, False)(part)
            for part, pattern in zip(parts, patterns)
        )


def _pattern_text(path):
    return str(path) if path.parts else ""


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    """A path with slashes."""

    __slots__ = ()
