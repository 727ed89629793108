"""Names of files that match shell patterns."""

import contextlib
import fnmatch
import os
import re

__all__ = ["escape", "glob", "iglob", "translate"]

_MAGIC = re.compile("([*?[])")
_MAGIC_BYTES = re.compile(b"([*?[])")


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match a pattern; `**` stands for any folders if `recursive`."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """As `glob`, one after another."""
    root_dir = os.fspath(root_dir) if root_dir is not None else pathname[:0]
    found = _Search(root_dir, recursive, include_hidden).paths(pathname, False)
    if not pathname or recursive and _is_recursive(pathname[:2]):
        # The pattern itself may match nothing: that is no path.
        found = (path for path in found if path)
    return found


def has_magic(s):
    magic = _MAGIC_BYTES if isinstance(s, bytes) else _MAGIC
    return magic.search(s) is not None


def escape(pathname):
    """A pattern that matches just this path."""
    drive, pathname = os.path.splitdrive(pathname)
    if isinstance(pathname, bytes):
        return drive + _MAGIC_BYTES.sub(rb"[\1]", pathname)
    return drive + _MAGIC.sub(r"[\1]", pathname)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """The regular expression of a pattern for whole paths."""
    if not seps:
        seps = (os.path.sep, os.path.altsep) if os.path.altsep else os.path.sep
    escaped = "".join(map(re.escape, seps))
    any_sep = f"[{escaped}]" if len(seps) > 1 else escaped
    not_sep = f"[^{escaped}]"
    if include_hidden:
        one_last = f"{not_sep}+"
        any_segments = f"(?:.+{any_sep})?"
        any_last = ".*"
    else:
        one_last = f"[^{escaped}.]{not_sep}*"
        any_segments = f"(?:{one_last}{any_sep})*"
        any_last = f"{any_segments}(?:{one_last})?"
    one = f"{one_last}{any_sep}"
    results = []
    parts = re.split(any_sep, pat)
    last = len(parts) - 1
    for k, part in enumerate(parts):
        if part == "*":
            results.append(one if k < last else one_last)
        elif recursive and part == "**":
            if k == last:
                results.append(any_last)
            elif parts[k + 1] != "**":
                results.append(any_segments)
        else:
            if part:
                if not include_hidden and part[0] in "*?":
                    results.append(r"(?!\.)")
                results.append(_segment(part, not_sep))
            if k < last:
                results.append(any_sep)
    return rf"(?s:{''.join(results)})\Z"


def _segment(part, not_sep):
    """The regular expression of one segment: no wildcard in it crosses a separator."""
    pieces = []
    for piece in fnmatch._pieces(part):
        if piece is None:
            pieces.append(f"{not_sep}*")
        elif piece == ".":
            pieces.append(not_sep)
        else:
            pieces.append(piece)
    return "".join(pieces)


def _is_recursive(pattern):
    return pattern == (b"**" if isinstance(pattern, bytes) else "**")


def _is_hidden(name):
    return name[0] in (ord("."), ".")


class _Search:
    """A search below one folder."""

    def __init__(self, root, recursive, hidden):
        self.root = root
        self.recursive = recursive
        self.hidden = hidden

    def at(self, path):
        return os.path.join(self.root, path) if self.root else path

    def paths(self, pattern, folders_only):
        folder, name = os.path.split(pattern)
        if not has_magic(pattern):
            if name:
                if os.path.lexists(self.at(pattern)):
                    yield pattern
            elif os.path.isdir(self.at(folder)):
                yield pattern
            return
        if not folder:
            if self.recursive and _is_recursive(name):
                yield from self.below(folder, name, folders_only)
            else:
                yield from self.matching(folder, name, folders_only)
            return
        folders = self.paths(folder, True) if folder != pattern and has_magic(folder) else [folder]
        if not has_magic(name):
            search = self.named
        elif self.recursive and _is_recursive(name):
            search = self.below
        else:
            search = self.matching
        for folder in folders:
            for found in search(folder, name, folders_only):
                yield os.path.join(folder, found)

    def named(self, folder, name, folders_only):
        """A name without wildcards; the empty one stands for the folder itself."""
        if name:
            return [name] if os.path.lexists(self.at(os.path.join(folder, name))) else []
        return [name] if os.path.isdir(self.at(folder)) else []

    def matching(self, folder, pattern, folders_only):
        names = self.names(folder, folders_only)
        if self.hidden or _is_hidden(pattern):
            return fnmatch.filter(names, pattern)
        return fnmatch.filter((name for name in names if not _is_hidden(name)), pattern)

    def below(self, folder, pattern, folders_only):
        """The folder itself and all that lies below."""
        if not folder or os.path.isdir(self.at(folder)):
            yield pattern[:0]
        yield from self.descend(folder, folders_only)

    def descend(self, folder, folders_only):
        for name in self.names(folder, folders_only):
            if self.hidden or not _is_hidden(name):
                yield name
                path = os.path.join(folder, name) if folder else name
                for below in self.descend(path, folders_only):
                    yield os.path.join(name, below)

    def names(self, folder, folders_only):
        where = self.at(folder)
        if not where:
            where = os.fsencode(os.curdir) if isinstance(folder, bytes) else os.curdir
        elif isinstance(folder, bytes):
            where = os.fsencode(where)
        names = []
        with contextlib.suppress(OSError), os.scandir(where) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    if not folders_only or entry.is_dir():
                        names.append(entry.name)
        return names
