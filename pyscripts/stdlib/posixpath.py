"""Paths as texts, with "/" between their parts."""

import posix as _posix
from posix import fspath as _fspath
import genericpath
from genericpath import *

__all__ = [*genericpath.__all__, "normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext",
           "basename", "dirname", "ismount", "expanduser", "expandvars", "normpath", "abspath", "curdir", "pardir",
           "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames",
           "relpath", "commonpath", "isreserved"]

curdir, pardir, extsep, sep, pathsep = ".", "..", ".", "/", ":"
defpath, altsep, devnull = "/bin:/usr/bin", None, "/dev/null"
supports_unicode_filenames = False


def _like(path, text):
    return text.encode() if isinstance(path, bytes) else text


def normcase(s):
    """The path itself: case matters."""
    return _fspath(s)


def isabs(s):
    """Whether the path begins at the root."""
    s = _fspath(s)
    return s.startswith(_like(s, "/"))


def isreserved(path):
    """Whether the name is reserved by the system: none is."""
    _fspath(path)
    return False


def join(a, *p):
    """Put paths together; an absolute one starts anew."""
    a = _fspath(a)
    slash = _like(a, "/")
    path = a
    try:
        for part in map(_fspath, p):
            if part.startswith(slash) or not path:
                path = part
            elif path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types("join", a, *p)
        raise
    return path


def split(p):
    """The pair of what is before the last slash and what is after it."""
    p = _fspath(p)
    slash = b"/" if isinstance(p, bytes) else "/"
    place = p.rfind(slash) + 1
    head, tail = p[:place], p[place:]
    return head.rstrip(slash) or head, tail


def basename(p):
    """What is after the last slash."""
    p = _fspath(p)
    return p[p.rfind(b"/" if isinstance(p, bytes) else "/") + 1:]


def dirname(p):
    """What is before the last slash."""
    return split(p)[0]


def splitext(p):
    """The pair of the path and its extension, the dot with the latter."""
    p = _fspath(p)
    slash, dot = (b"/", b".") if isinstance(p, bytes) else ("/", ".")
    name_at = p.rfind(slash) + 1
    dot_at = p.rfind(dot)
    # Dots that begin the name are no extension.
    if dot_at > name_at and p[name_at:dot_at].strip(dot):
        return p[:dot_at], p[dot_at:]
    return p, p[:0]


def splitdrive(p):
    """The pair of the drive, always empty, and the path."""
    p = _fspath(p)
    return p[:0], p


def splitroot(p):
    """The triple of the drive, always empty, the root and the rest."""
    p = _fspath(p)
    slash = _like(p, "/")
    slashes = len(p) - len(p.lstrip(slash))
    # POSIX leaves to the system what exactly two slashes mean.
    root = 2 if slashes == 2 else min(slashes, 1)
    return p[:0], p[:root], p[root:]


def normpath(path):
    """The path without doubled slashes, "." and "name/.."."""
    path = _fspath(path)
    slash, dot, dots = _like(path, "/"), _like(path, "."), _like(path, "..")
    _, root, rest = splitroot(path)
    parts = []
    for part in rest.split(slash):
        if not part or part == dot:
            continue
        if part != dots or (not root and not parts) or (parts and parts[-1] == dots):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    """The path from the root, normalised."""
    path = _fspath(path)
    if not isabs(path):
        here = _posix.getcwdb() if isinstance(path, bytes) else _posix.getcwd()
        path = join(here, path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The path from the root with all symbolic links followed."""
    filename = _fspath(filename)
    slash, dot, dots = _like(filename, "/"), _like(filename, "."), _like(filename, "..")
    path = slash
    if not isabs(filename):
        path = _posix.getcwdb() if isinstance(filename, bytes) else _posix.getcwd()
    rest = filename.split(slash)[::-1]
    links = 0
    while rest:
        part = rest.pop()
        if not part or part == dot:
            continue
        if part == dots:
            path = dirname(path)
            continue
        longer = join(path, part)
        try:
            target = _posix.readlink(longer) if islink(longer) else None
            if strict and target is None:
                _posix.lstat(longer)
        except OSError:
            if strict:
                raise
            target = None
        links += target is not None
        if target is None:
            path = longer
        elif links > 40:
            if strict:
                _posix.stat(longer)
            return normpath(join(longer, *rest[::-1]))
        else:
            if isabs(target):
                path = slash
            rest += target.split(slash)[::-1]
    return path


def relpath(path, start=None):
    """The way from `start`, or from the current directory, to the path."""
    path = _fspath(path)
    if not path:
        raise ValueError("no path specified")
    start = _like(path, ".") if start is None else _fspath(start)
    try:
        slash = _like(path, "/")
        start_parts = [part for part in abspath(start).split(slash) if part]
        path_parts = [part for part in abspath(path).split(slash) if part]
        common = len(commonprefix([start_parts, path_parts]))
        way = [_like(path, "..")] * (len(start_parts) - common) + path_parts[common:]
        return join(*way) if way else _like(path, ".")
    except (TypeError, AttributeError, BytesWarning, DeprecationWarning):
        genericpath._check_arg_types("relpath", path, start)
        raise


def commonpath(paths):
    """The longest path that all have in common."""
    paths = tuple(map(_fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    try:
        slash, dot = _like(paths[0], "/"), _like(paths[0], ".")
        absolute = {path.startswith(slash) for path in paths}
        if len(absolute) > 1:
            raise ValueError("Can't mix absolute and relative paths") from None
        split_paths = [[part for part in path.split(slash) if part and part != dot] for path in paths]
        return (slash if absolute.pop() else slash[:0]) + slash.join(commonprefix(split_paths))
    except (TypeError, AttributeError):
        genericpath._check_arg_types("commonpath", *paths)
        raise


def ismount(path):
    """Whether another file system begins there."""
    try:
        here = _posix.lstat(path)
    except (OSError, ValueError):
        return False
    if islink(path):
        return False
    path = _fspath(path)
    try:
        above = _posix.lstat(join(path, _like(path, "..")))
    except OSError:
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def expanduser(path):
    """Replace a leading "~" by the home directory; other users' homes are left as they are."""
    path = _fspath(path)
    tilde, slash = _like(path, "~"), _like(path, "/")
    if not path.startswith(tilde) or path[1:2] not in (path[:0], slash):
        return path
    import os
    home = os.environ.get("HOME")
    if home is None:
        return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return (home.rstrip(slash) + path[1:]) or slash


def expandvars(path):
    """Replace $name and ${name} by the environment's values; unknown ones stay."""
    path = _fspath(path)
    if isinstance(path, bytes):
        import os
        return os.fsencode(expandvars(os.fsdecode(path)))
    from os import environ
    pieces, at = [], 0
    while (dollar := path.find("$", at)) >= 0:
        if path.startswith("{", dollar + 1):
            close = path.find("}", dollar)
            end = close + 1
            name = path[dollar + 2:close]
        else:
            end = dollar + 1
            while end < len(path) and path[end].isascii() and (path[end].isalnum() or path[end] == "_"):
                end += 1
            name, close = path[dollar + 1:end], 0
        known = close >= 0 and name and name in environ
        end = end if known else dollar + 1
        pieces += path[at:dollar], environ[name] if known else "$"
        at = end
    pieces.append(path[at:])
    return "".join(pieces)
