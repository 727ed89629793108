"""Paths of Windows as texts: drives, and backslashes between the parts. Other systems can compute with them, too."""

import os
from os import fspath as _fspath
import genericpath
from genericpath import *

__all__ = [*genericpath.__all__, "normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext",
           "basename", "dirname", "ismount", "isreserved", "expanduser", "expandvars", "normpath", "abspath", "curdir",
           "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath",
           "supports_unicode_filenames", "relpath", "commonpath"]

curdir, pardir, extsep, sep, pathsep, altsep = ".", "..", ".", "\\", ";", "/"
defpath, devnull = ".;C:\\bin", "nul"
supports_unicode_filenames = True

_RESERVED_CHARACTERS = frozenset({chr(code) for code in range(32)} | set('"*:<>?|/\\'))
_RESERVED_NAMES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{device}{digit}" for device in ("COM", "LPT") for digit in "123456789\xb9\xb2\xb3"}
)


def _like(path, text):
    return text.encode() if isinstance(path, bytes) else text


def normcase(s):
    """The path in lower case, with backslashes."""
    s = _fspath(s)
    if isinstance(s, bytes):
        encoding = "utf-8"
        return s.decode(encoding, "surrogateescape").replace("/", "\\").lower().encode(encoding, "surrogateescape")
    return s.replace("/", "\\").lower()


def isabs(s):
    """Whether the path has a drive and a root."""
    s = _fspath(s)
    start = s[:3].replace(_like(s, "/"), _like(s, "\\"))
    return start.startswith(_like(s, ":\\"), 1) or start.startswith(_like(s, "\\\\"))


def join(path, *paths):
    """Put paths together; an absolute one or one on another drive starts anew."""
    path = _fspath(path)
    slashes, colon = _like(path, "\\/"), _like(path, ":\\/")
    backslash = _like(path, "\\")
    try:
        drive, root, rest = splitroot(path)
        for part in map(_fspath, paths):
            part_drive, part_root, part_rest = splitroot(part)
            if part_root:
                if part_drive or not drive:
                    drive = part_drive
                root, rest = part_root, part_rest
                continue
            if part_drive and part_drive != drive:
                if part_drive.lower() != drive.lower():
                    drive, root, rest = part_drive, part_root, part_rest
                    continue
                drive = part_drive
            if rest and rest[-1:] not in slashes:
                rest += backslash
            rest += part_rest
        # A share needs a root before what follows.
        if rest and not root and drive and drive[-1:] not in colon:
            return drive + backslash + rest
        return drive + root + rest
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types("join", path, *paths)
        raise


def splitdrive(p):
    """The pair of the drive or share and the path."""
    drive, root, rest = splitroot(p)
    return drive, root + rest


def splitroot(p):
    """The triple of the drive or share, the root and the rest."""
    p = _fspath(p)
    backslash, empty = _like(p, "\\"), p[:0]
    even = p.replace(_like(p, "/"), backslash)
    if even.startswith(backslash * 2):
        # \\server\share or \\?\UNC\server\share, or a device, \\.\name
        start = 8 if even[:8].upper() == _like(p, "\\\\?\\UNC\\") else 2
        server_end = even.find(backslash, start)
        if server_end < 0:
            return p, empty, empty
        share_end = even.find(backslash, server_end + 1)
        if share_end < 0:
            return p, empty, empty
        return p[:share_end], p[share_end:share_end + 1], p[share_end + 1:]
    if even.startswith(backslash):
        return empty, p[:1], p[1:]
    if even[1:2] == _like(p, ":"):
        if even[2:3] == backslash:
            return p[:2], p[2:3], p[3:]
        return p[:2], empty, p[2:]
    return empty, empty, p


def split(p):
    """The pair of what is before the last slash and what is after it."""
    p = _fspath(p)
    slashes = _like(p, "\\/")
    drive, root, rest = splitroot(p)
    place = len(rest)
    while place and rest[place - 1:place] not in slashes:
        place -= 1
    head, tail = rest[:place], rest[place:]
    return drive + root + head.rstrip(slashes), tail


def basename(p):
    """What is after the last slash."""
    return split(p)[1]


def dirname(p):
    """What is before the last slash."""
    return split(p)[0]


def splitext(p):
    """The pair of the path and its extension, the dot with the latter."""
    p = _fspath(p)
    dot = _like(p, ".")
    name_at = max(p.rfind(_like(p, "\\")), p.rfind(_like(p, "/"))) + 1
    dot_at = p.rfind(dot)
    if dot_at > name_at and p[name_at:dot_at].strip(dot):
        return p[:dot_at], p[dot_at:]
    return p, p[:0]


def ismount(path):
    """Whether it is the root of a drive or share."""
    path = _fspath(path)
    slashes = _like(path, "\\/")
    drive, root, rest = splitroot(abspath(path))
    if drive and drive[:1] in slashes:
        return not rest
    return bool(root and not rest)


def isreserved(path):
    """Whether Windows keeps one of the path's names for itself."""
    path = os.fsdecode(splitroot(path)[2]).replace("/", "\\")
    return any(_is_reserved_name(name) for name in reversed(path.split("\\")))


def _is_reserved_name(name):
    if name[-1:] in (".", " "):
        return name not in (".", "..")
    if _RESERVED_CHARACTERS.intersection(name):
        return True
    return name.partition(".")[0].rstrip(" ").upper() in _RESERVED_NAMES


def expanduser(path):
    """Replace a leading "~" or "~name" by the home directory."""
    path = _fspath(path)
    tilde = _like(path, "~")
    if not path.startswith(tilde):
        return path
    slashes = _like(path, "\\/")
    end = 1
    while end < len(path) and path[end:end + 1] not in slashes:
        end += 1
    if "USERPROFILE" in os.environ:
        home = os.environ["USERPROFILE"]
    elif "HOMEPATH" in os.environ:
        home = join(os.environ.get("HOMEDRIVE", ""), os.environ["HOMEPATH"])
    else:
        return path
    if end != 1:
        user = os.fsdecode(path[1:end])
        current = os.environ.get("USERNAME")
        if user != current:
            # Other homes are expected beside this one, if this one is named after its user.
            if current != basename(home):
                return path
            home = join(dirname(home), user)
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return home + path[end:]


def expandvars(path):
    """Replace $name, ${name} and %name% by the environment's values; unknown ones and what is in '' stay."""
    path = _fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))
    pieces, at = [], 0
    while at < len(path):
        character = path[at]
        end, value = at + 1, character
        if character == "'":
            close = path.find("'", at + 1)
            end = len(path) if close < 0 else close + 1
            value = path[at:end]
        elif path.startswith((character * 2,), at) and character in "$%":
            end = at + 2
        elif character == "%" or path.startswith("${", at):
            start = at + (1 if character == "%" else 2)
            close = path.find("%" if character == "%" else "}", start)
            if close < 0:
                end = len(path)
                value = path[at:]
            else:
                end = close + 1
                value = os.environ.get(path[start:close], path[at:end])
        elif character == "$":
            while end < len(path) and path[end].isascii() and (path[end].isalnum() or path[end] in "_-"):
                end += 1
            value = os.environ.get(path[at + 1:end], path[at:end]) if end > at + 1 else "$"
        pieces.append(value)
        at = end
    return "".join(pieces)


def normpath(path):
    """The path with backslashes, without doubled ones, "." and "name\\.."."""
    path = _fspath(path)
    backslash, dot, dots = _like(path, "\\"), _like(path, "."), _like(path, "..")
    drive, root, rest = splitroot(path.replace(_like(path, "/"), backslash))
    parts = []
    for part in rest.split(backslash):
        if not part or part == dot:
            continue
        if part != dots or (parts and parts[-1] == dots) or (not parts and not root):
            parts.append(part)
        elif parts:
            parts.pop()
    if not parts and not root and not drive:
        return dot
    return drive + root + backslash.join(parts)


def abspath(path):
    """The path from the root, normalised."""
    path = _fspath(path)
    if not isabs(path):
        here = os.getcwdb() if isinstance(path, bytes) else os.getcwd()
        path = join(here, path)
    return normpath(path)


def realpath(path, *, strict=False):
    """The path from the root: only Windows itself could follow links."""
    return abspath(path)


def relpath(path, start=None):
    """The way from `start`, or from the current directory, to the path."""
    path = _fspath(path)
    if not path:
        raise ValueError("no path specified")
    backslash, dots = _like(path, "\\"), _like(path, "..")
    start = _like(path, ".") if start is None else _fspath(start)
    try:
        start_drive, _, start_rest = splitroot(abspath(normpath(start)))
        path_drive, _, path_rest = splitroot(abspath(normpath(path)))
        if normcase(start_drive) != normcase(path_drive):
            raise ValueError(f"path is on mount {path_drive!r}, start on mount {start_drive!r}")
        start_parts = start_rest.split(backslash) if start_rest else []
        path_parts = path_rest.split(backslash) if path_rest else []
        common = 0
        for one, other in zip(start_parts, path_parts):
            if normcase(one) != normcase(other):
                break
            common += 1
        way = [dots] * (len(start_parts) - common) + path_parts[common:]
        return backslash.join(way) if way else _like(path, ".")
    except (TypeError, ValueError, AttributeError, BytesWarning, DeprecationWarning):
        genericpath._check_arg_types("relpath", path, start)
        raise


def commonpath(paths):
    """The longest path that all have in common."""
    paths = tuple(map(_fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty iterable")
    backslash, slash, dot = _like(paths[0], "\\"), _like(paths[0], "/"), _like(paths[0], ".")
    try:
        even = [splitroot(path.replace(slash, backslash).lower()) for path in paths]
        split_paths = [rest.split(backslash) for _, _, rest in even]
        if len({drive for drive, _, _ in even}) != 1:
            raise ValueError("Paths don't have the same drive")
        drive, root, rest = splitroot(paths[0].replace(slash, backslash))
        if len({root for _, root, _ in even}) != 1:
            if drive:
                raise ValueError("Can't mix absolute and relative paths")
            raise ValueError("Can't mix rooted and not-rooted paths")
        common = [part for part in rest.split(backslash) if part and part != dot]
        split_paths = [[part for part in parts if part and part != dot] for parts in split_paths]
        least, greatest = min(split_paths), max(split_paths)
        for place, part in enumerate(least):
            if part != greatest[place]:
                return drive + root + backslash.join(common[:place])
        return drive + root + backslash.join(common[:len(least)])
    except (TypeError, AttributeError):
        genericpath._check_arg_types("commonpath", *paths)
        raise
