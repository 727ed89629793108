"""Copying, moving and removing files and whole folders."""

import collections
import fnmatch
import os
import stat
import sys

__all__ = [
    "copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
    "SpecialFileError", "ExecError", "SameFileError", "ReadError", "RegistryError", "disk_usage", "chown", "which",
    "get_terminal_size", "ignore_patterns", "make_archive", "get_archive_formats", "register_archive_format",
    "unregister_archive_format", "get_unpack_formats", "register_unpack_format", "unregister_unpack_format",
    "unpack_archive",
]

COPY_BUFSIZE = 256 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    """Source and destination are the same file."""


class SpecialFileError(OSError):
    """The operation does not go with a file of that kind, a named pipe for example."""


class ExecError(OSError):
    """A command could not be run."""


class ReadError(OSError):
    """An archive cannot be read."""


class RegistryError(Exception):
    """The registry of archive formats was used wrongly."""


# Copying files.


def copyfileobj(fsrc, fdst, length=0):
    """Copy from one file object to another."""
    read, write = fsrc.read, fdst.write
    while buffer := read(length or COPY_BUFSIZE):
        write(buffer)


def _samefile(src, dst):
    if isinstance(src, os.DirEntry) and hasattr(os.path, "samestat"):
        try:
            return os.path.samestat(src.stat(), os.stat(dst))
        except OSError:
            return False
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def _stat(path):
    return path.stat() if isinstance(path, os.DirEntry) else os.stat(path)


def _islink(path):
    return path.is_symlink() if isinstance(path, os.DirEntry) else os.path.islink(path)


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy a file's contents; returns the destination."""
    sys.audit("shutil.copyfile", src, dst)
    if _samefile(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    for path in (src, dst):
        try:
            status = _stat(path)
        except OSError:
            continue
        if stat.S_ISFIFO(status.st_mode):
            shown = path.path if isinstance(path, os.DirEntry) else path
            raise SpecialFileError(f"`{shown}` is a named pipe")
    if not follow_symlinks and _islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as source:
        try:
            with open(dst, "wb") as destination:
                copyfileobj(source, destination)
        except IsADirectoryError as error:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from error
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copy the permission bits."""
    sys.audit("shutil.copymode", src, dst)
    if not follow_symlinks and _islink(src) and os.path.islink(dst):
        return  # links have no mode of their own here
    os.chmod(dst, stat.S_IMODE(_stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Copy permission bits and times."""
    sys.audit("shutil.copystat", src, dst)
    follow = follow_symlinks or not (_islink(src) and os.path.islink(dst))
    status = _stat(src) if follow else os.lstat(src)
    os.utime(dst, ns=(status.st_atime_ns, status.st_mtime_ns), follow_symlinks=follow)
    if follow:
        os.chmod(dst, stat.S_IMODE(status.st_mode))


def _target(src, dst):
    """The file that a copy is to go to: `dst`, or one of the same name in the folder `dst`."""
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    """Copy contents and permission bits; the destination may be a folder. Returns the new file's path."""
    dst = _target(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """As `copy`, and copies the times as well."""
    dst = _target(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


# Copying folders.


def ignore_patterns(*patterns):
    """What to pass as `ignore` to copytree: leaves out names that match one of the patterns."""
    def ignore(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    """Copy a folder and all below it; returns the destination."""
    sys.audit("shutil.copytree", src, dst)
    with os.scandir(src) as entries:
        entries = list(entries)
    ignored = frozenset()
    if ignore is not None:
        ignored = ignore(os.fspath(src), [entry.name for entry in entries])
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    recurse = lambda source, target: copytree(
        source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok
    )
    for entry in entries:
        if entry.name in ignored:
            continue
        source, target = os.path.join(src, entry.name), os.path.join(dst, entry.name)
        given = entry if copy_function is copy2 or copy_function is copy else source
        try:
            if entry.is_symlink():
                link = os.readlink(source)
                if symlinks:
                    os.symlink(link, target)
                    copystat(entry, target, follow_symlinks=False)
                elif not os.path.exists(source) and ignore_dangling_symlinks:
                    continue
                elif entry.is_dir():
                    recurse(entry, target)
                else:
                    copy_function(given, target)
            elif entry.is_dir():
                recurse(entry, target)
            else:
                copy_function(given, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as why:
            errors.append((source, target, str(why)))
    try:
        copystat(src, dst)
    except OSError as why:
        errors.append((src, dst, str(why)))
    if errors:
        raise Error(errors)
    return dst


# Removing.


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Remove a folder and all below it. What fails is raised, or given to `onexc`."""
    sys.audit("shutil.rmtree", path, dir_fd)
    if ignore_errors:
        handle = lambda function, path, error: None
    elif onexc is not None:
        handle = onexc
    elif onerror is not None:
        handle = lambda function, path, error: onerror(function, path, (type(error), error, error.__traceback__))
    else:
        def handle(function, path, error):
            raise error
    try:
        status = os.lstat(path)
    except OSError as error:
        handle(os.lstat, path, error)
        return
    if stat.S_ISLNK(status.st_mode):
        try:
            raise OSError("Cannot call rmtree on a symbolic link")
        except OSError as error:
            handle(os.path.islink, path, error)
        return
    if not stat.S_ISDIR(status.st_mode):
        try:
            os.scandir(path).close()
        except OSError as error:
            handle(os.scandir, path, error)
        return
    _remove_below(path, handle)


rmtree.avoids_symlink_attacks = False


def _remove_below(path, handle):
    try:
        with os.scandir(path) as entries:
            entries = list(entries)
    except FileNotFoundError:
        return
    except OSError as error:
        handle(os.scandir, path, error)
        entries = []
    for entry in entries:
        try:
            folder = entry.is_dir(follow_symlinks=False)
        except OSError:
            folder = False
        if folder:
            _remove_below(entry.path, handle)
        else:
            _try(os.unlink, entry.path, handle)
    _try(os.rmdir, path, handle)


def _try(remove, path, handle):
    try:
        remove(path)
    except FileNotFoundError:
        pass
    except OSError as error:
        handle(remove, path, error)


# Moving.


def move(src, dst, copy_function=copy2):
    """Move a file or folder, into `dst` if that is a folder; returns the new path."""
    sys.audit("shutil.move", src, dst)
    real = dst
    if os.path.isdir(dst):
        if _samefile(src, dst) and not os.path.islink(src):
            os.rename(src, dst)
            return dst
        name = os.path.basename(os.fspath(src).rstrip(os.path.sep))
        real = os.path.join(dst, name)
        if os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    try:
        os.rename(src, real)
    except OSError as error:
        if os.path.islink(src):
            os.symlink(os.readlink(src), real)
            os.unlink(src)
        elif os.path.isdir(src):
            if _is_below(dst, src):
                raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.") from error
            copytree(src, real, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real


def _is_below(path, folder):
    folder = os.path.abspath(folder).rstrip(os.path.sep) + os.path.sep
    return (os.path.abspath(path).rstrip(os.path.sep) + os.path.sep).startswith(folder)


# What the system tells.

_ntuple_diskusage = collections.namedtuple("usage", "total used free")
_ntuple_diskusage.total.__doc__ = "Total space in bytes"
_ntuple_diskusage.used.__doc__ = "Used space in bytes"
_ntuple_diskusage.free.__doc__ = "Free space in bytes"


def disk_usage(path):
    """Total, used and free bytes of the disk with this path."""
    status = os.statvfs(path)
    free = status.f_bavail * status.f_frsize
    total = status.f_blocks * status.f_frsize
    return _ntuple_diskusage(total, (status.f_blocks - status.f_bfree) * status.f_frsize, free)


def chown(path, user=None, group=None, *, dir_fd=None, follow_symlinks=True):
    """Change owner and group, given as numbers."""
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    for name, what in ((user, "user"), (group, "group")):
        if isinstance(name, str):
            raise LookupError(f"no such {what}: {name!r}")
    os.chown(path, -1 if user is None else user, -1 if group is None else group)


def get_terminal_size(fallback=(80, 24)):
    """The terminal's columns and lines: as the environment says, as the terminal says, or the fallback."""
    def number(name):
        try:
            return int(os.environ[name])
        except (KeyError, ValueError):
            return 0
    columns, lines = number("COLUMNS"), number("LINES")
    if columns <= 0 or lines <= 0:
        try:
            size = os.get_terminal_size(sys.__stdout__.fileno())
        except (AttributeError, ValueError, OSError):
            size = os.terminal_size(fallback)
        columns = columns if columns > 0 else size.columns or fallback[0]
        lines = lines if lines > 0 else size.lines or fallback[1]
    return os.terminal_size((columns, lines))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of the program that a command would run, or None."""
    def usable(name):
        return os.path.exists(name) and os.access(name, mode) and not os.path.isdir(name)

    as_bytes = isinstance(cmd, bytes)
    if os.path.dirname(cmd):
        return cmd if usable(cmd) else None
    if path is None:
        path = os.environ.get("PATH", None)
        if path is None:
            path = os.defpath
    if not path:
        return None
    path = os.fsencode(path) if as_bytes else os.fsdecode(path)
    seen = set()
    for folder in path.split(os.fsencode(os.pathsep) if as_bytes else os.pathsep):
        if folder not in seen:
            seen.add(folder)
            name = os.path.join(folder, cmd)
            if usable(name):
                return name
    return None


from _archives import *
