"""Questions about files that are asked alike on every system."""

import posix as _posix
import stat as _stat

__all__ = ["commonprefix", "exists", "getatime", "getctime", "getmtime", "getsize", "isdir", "isfile", "islink",
           "samefile", "sameopenfile", "samestat", "lexists", "isjunction", "isdevdrive"]


def _mode(path, status=_posix.stat):
    try:
        return status(path).st_mode
    except (OSError, ValueError):
        return None


def exists(path):
    """Whether the path leads somewhere; a broken link does not."""
    return _mode(path) is not None


def lexists(path):
    """Whether the path is there, be it a broken link."""
    return _mode(path, _posix.lstat) is not None


def isfile(path):
    """Whether it is a regular file."""
    mode = _mode(path)
    return mode is not None and _stat.S_ISREG(mode)


def isdir(path):
    """Whether it is a directory."""
    mode = _mode(path)
    return mode is not None and _stat.S_ISDIR(mode)


def islink(path):
    """Whether it is a symbolic link."""
    try:
        mode = _posix.lstat(path).st_mode
    except (OSError, ValueError, AttributeError):
        return False
    return _stat.S_ISLNK(mode)


def isjunction(path):
    """Whether it is a junction: only Windows has them."""
    _posix.fspath(path)
    return False


def isdevdrive(path):
    """Whether it is on a Dev Drive: only Windows has them."""
    _posix.fspath(path)
    return False


def getsize(filename):
    """The size in bytes."""
    return _posix.stat(filename).st_size


def getmtime(filename):
    """When the content last changed."""
    return _posix.stat(filename).st_mtime


def getatime(filename):
    """When it was last read."""
    return _posix.stat(filename).st_atime


def getctime(filename):
    """When its metadata last changed."""
    return _posix.stat(filename).st_ctime


def samestat(s1, s2):
    """Whether two status results are of one file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Whether two paths lead to one file."""
    return samestat(_posix.stat(f1), _posix.stat(f2))


def sameopenfile(fp1, fp2):
    """Whether two descriptors are of one file."""
    return samestat(_posix.fstat(fp1), _posix.fstat(fp2))


def commonprefix(m):
    """The longest prefix that all have, letter by letter."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_posix.fspath, m))
    least, greatest = min(m), max(m)
    for i, item in enumerate(least):
        if item != greatest[i]:
            return least[:i]
    return least


def _check_arg_types(funcname, *args):
    kinds = set()
    for arg in args:
        if not isinstance(arg, (str, bytes)):
            raise TypeError(f"{funcname}() argument must be str, bytes, or os.PathLike object, "
                            f"not {type(arg).__name__!r}") from None
        kinds.add(isinstance(arg, str))
    if len(kinds) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None
