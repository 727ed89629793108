"""The operating system: what the native `posix` offers, under the names that programs use, and what is built on it.

The native side owns every system call and the environment as it was when the process began (`posix.environ`, bytes).
This module owns `environ`, the mapping that keeps the process's environment in step, paths as objects (`PathLike`),
walks through directories, and the exec, spawn and popen families.
"""

import abc
import posix as _posix
import posixpath as path
import sys
from _collections_abc import MutableMapping
from posix import *
from posix import _exit
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

# posixpath is the module's real name; programs also write `import os.path`.
sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
P_WAIT, P_NOWAIT = 0, 1
P_NOWAITO = P_NOWAIT
supports_bytes_environ = True

__all__ = [
    "altsep", "curdir", "pardir", "sep", "pathsep", "linesep", "defpath", "name", "path", "devnull", "SEEK_SET",
    "SEEK_CUR", "SEEK_END", "fsencode", "fsdecode", "get_exec_path", "fdopen", "extsep", "_exit", "makedirs",
    "removedirs", "renames", "walk", "fwalk", "execl", "execle", "execlp", "execlpe", "execvp", "execvpe", "getenv",
    "supports_bytes_environ", "environ", "environb", "getenvb", "P_WAIT", "P_NOWAIT", "P_NOWAITO", "spawnv",
    "spawnve", "spawnvp", "spawnvpe", "spawnl", "spawnle", "spawnlp", "spawnlpe", "popen", "PathLike", "fspath",
    "process_cpu_count",
]
__all__ += [public for public in dir(_posix) if public[0] != "_" and public not in __all__]


# Which functions take a descriptor, a directory's descriptor or a symbolic link itself.

def _available(names):
    return {getattr(_posix, one) for one in names.split() if hasattr(_posix, one)}


supports_dir_fd = _available("access chmod chown link mkdir mkfifo mknod open readlink rename rmdir stat symlink "
                             "unlink utime")
supports_effective_ids = _available("access")
supports_fd = _available("chdir chmod chown execve listdir pathconf scandir stat statvfs truncate utime")
supports_follow_symlinks = _available("access chown link stat utime")


# Names as texts and as bytes.

_encoding = sys.getfilesystemencoding()
_errors = sys.getfilesystemencodeerrors()


def fsencode(filename):
    """The name as bytes, undecodable ones restored."""
    filename = fspath(filename)
    return filename.encode(_encoding, _errors) if isinstance(filename, str) else filename


def fsdecode(filename):
    """The name as a text, undecodable bytes as lone surrogates."""
    filename = fspath(filename)
    return filename.decode(_encoding, _errors) if isinstance(filename, bytes) else filename


class PathLike(abc.ABC):
    """What stands for a path in the file system: it has `__fspath__()`."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        """The path as a text or as bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is not PathLike:
            return NotImplemented
        for base in subclass.__mro__:
            if "__fspath__" in base.__dict__:
                return NotImplemented if base.__dict__["__fspath__"] is None else True
        return NotImplemented

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


# The environment.

class _Environ(MutableMapping):
    """The environment; what is changed here is changed for the process and its children."""

    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self.encodekey, self.decodekey = encodekey, decodekey
        self.encodevalue, self.decodevalue = encodevalue, decodevalue
        self._data = data

    def __getitem__(self, key):
        try:
            value = self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key, value = self.encodekey(key), self.encodevalue(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        encoded = self.encodekey(key)
        unsetenv(encoded)
        try:
            del self._data[encoded]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        # Another thread may change the environment meanwhile.
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        items = ", ".join(f"{self.decodekey(key)!r}: {self.decodevalue(value)!r}"
                          for key, value in self._data.items())
        return f"environ({{{items}}})"

    def copy(self):
        """The environment of now as a dict."""
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __or__(self, other):
        return {**self, **other} if hasattr(other, "keys") else NotImplemented

    def __ror__(self, other):
        return {**other, **self} if hasattr(other, "keys") else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


def _check_text(value):
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value.encode(_encoding, "surrogateescape")


def _text(value):
    return value.decode(_encoding, "surrogateescape")


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError(f"bytes expected, not {type(value).__name__}")
    return value


def _as_it_is(value):
    return value


environ = _Environ(_posix.environ, _check_text, _text, _check_text, _text)
environb = _Environ(_posix.environ, _check_bytes, _as_it_is, _check_bytes, _as_it_is)


def getenv(key, default=None):
    """A variable of the environment, or `default`."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """A variable of the environment as bytes, or `default`."""
    return environb.get(key, default)


# Directories.

def makedirs(name, mode=0o777, exist_ok=False):
    """Make a directory and those it lies in."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            # Somebody else made it in between.
            pass
        if tail in (curdir, b"."):
            return
    try:
        mkdir(name, mode)
    except OSError:
        # The error may be another one than "exists", depending on the file system.
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Remove an empty directory, then those it lies in as long as they are empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            return
        head, tail = path.split(head)


def renames(old, new):
    """Rename; make the directories of the new name, remove those of the old one that are left empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def _is_directory(entry):
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_link(entry):
    try:
        return entry.is_symlink()
    except OSError:
        return False


def lchown(path, uid, gid):
    """Gives a path to another user and group; of a symbolic link itself."""
    chown(path, uid, gid, follow_symlinks=False)


def major(device, /):
    """The major half of a device's number, as Linux packs the two."""
    return (device >> 8 & 0xFFF) | (device >> 32 & ~0xFFF)


def minor(device, /):
    """The minor half of a device's number."""
    return (device & 0xFF) | (device >> 12 & 0xFFFFFF00)


def makedev(major, minor, /):
    """A device's number of its two halves."""
    return (minor & 0xFF) | (major & 0xFFF) << 8 | (minor & 0xFFFFFF00) << 12 | (major & ~0xFFF) << 32


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Yield (directory, names of directories in it, names of files in it) for `top` and all below it.

    Top-down, the list of directories may be changed to choose where to go; bottom-up, what is below comes first.
    """
    # Depth first without recursion: a tuple is a result that is ready, anything else a directory to look into.
    pending = [fspath(top)]
    while pending:
        place = pending.pop()
        if isinstance(place, tuple):
            yield place
            continue
        try:
            with scandir(place) as entries:
                entries = list(entries)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        directories, files = [], []
        for entry in entries:
            (directories if _is_directory(entry) else files).append(entry)
        names = [entry.name for entry in directories]
        result = place, names, [entry.name for entry in files]
        if topdown:
            yield result
            below = [path.join(place, one) for one in names]
            pending += [one for one in reversed(below) if followlinks or not path.islink(one)]
        else:
            pending.append(result)
            pending += [path.join(place, entry.name) for entry in reversed(directories)
                        if followlinks or not _is_link(entry)]


def fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """walk() that yields a descriptor of the directory as fourth, open until the next step."""
    return _fwalk(fspath(top), topdown, onerror, follow_symlinks, dir_fd, top)


def _fwalk(place, topdown, onerror, follow_symlinks, dir_fd, name):
    try:
        before = None if follow_symlinks else stat(name, follow_symlinks=False, dir_fd=dir_fd)
        descriptor = open(name, O_RDONLY | O_NONBLOCK, dir_fd=dir_fd)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    try:
        if before is not None:
            # What is open must be the directory that was looked at, not a link put in its place.
            import stat as modes
            if not (modes.S_ISDIR(before.st_mode) and path.samestat(before, stat(descriptor))):
                return
        with scandir(descriptor) as entries:
            entries = list(entries)
        directories = [entry.name for entry in entries if _is_directory(entry)]
        files = [entry.name for entry in entries if not _is_directory(entry) and _still_there(entry)]
        if isinstance(place, bytes):
            directories, files = [*map(fsencode, directories)], [*map(fsencode, files)]
        result = place, directories, files, descriptor
        if topdown:
            yield result
        for one in directories:
            yield from _fwalk(path.join(place, one), topdown, onerror, follow_symlinks, descriptor, one)
        if not topdown:
            yield result
    finally:
        close(descriptor)


def _still_there(entry):
    """Links that lead nowhere count, files that went in between do not."""
    try:
        return entry.is_symlink() or entry.is_file() or entry.stat() is not None
    except OSError:
        return False


# Files from descriptors.

def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A file object for a descriptor."""
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    import io
    if "b" not in mode:
        encoding = io.text_encoding(encoding)
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


# Other programs in the place of this one. The last argument of the names with "e" is the environment; those with
# "p" look for the program along PATH; "l" takes the arguments one by one, "v" as a sequence.

def execl(file, *args):
    """Run a program with these arguments in the place of this one."""
    execv(file, args)


def execle(file, *args):
    """execl() with an environment as the last argument."""
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    """execl() along PATH."""
    execvp(file, args)


def execlpe(file, *args):
    """execl() along PATH with an environment as the last argument."""
    execvpe(file, args[:-1], args[-1])


def execvp(file, args):
    """Run a program, found along PATH, with a sequence of arguments in the place of this one."""
    _execute(file, args)


def execvpe(file, args, env):
    """execvp() with an environment."""
    _execute(file, args, env)


def _execute(file, args, env=None):
    run = execv if env is None else execve
    rest = (args,) if env is None else (args, env)
    if path.dirname(file):
        run(file, *rest)
        return
    directories = get_exec_path(env)
    if isinstance(file, bytes):
        directories = map(fsencode, directories)
    serious = last = None
    for directory in directories:
        try:
            run(path.join(directory, file), *rest)
        except (FileNotFoundError, NotADirectoryError) as error:
            last = error
        except OSError as error:
            last = error
            serious = serious or error
    raise serious or last


def get_exec_path(env=None):
    """The directories that programs are looked for in."""
    if env is None:
        env = environ
    found = env.get("PATH")
    try:
        in_bytes = env[b"PATH"]
    except (KeyError, TypeError):
        pass
    else:
        if found is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        found = fsdecode(in_bytes)
    if found is None:
        found = defpath
    return fsdecode(found).split(pathsep)


# Other programs beside this one; the letters as above.

def _spawn(mode, file, args, env, execute):
    if not isinstance(args, (tuple, list)):
        raise TypeError("argv must be a tuple or a list")
    if not args or not args[0]:
        raise ValueError("argv first element cannot be empty")
    child = fork()
    if not child:
        try:
            execute(file, args) if env is None else execute(file, args, env)
        except:
            # As a shell does for a command that it cannot find.
            _exit(127)
    if mode == P_NOWAIT:
        return child
    while True:
        child, status = waitpid(child, 0)
        if not WIFSTOPPED(status):
            return waitstatus_to_exitcode(status)


def spawnv(mode, file, args):
    """Run a program; its exit code with P_WAIT, its process identifier with P_NOWAIT."""
    return _spawn(mode, file, args, None, execv)


def spawnve(mode, file, args, env):
    """spawnv() with an environment."""
    return _spawn(mode, file, args, env, execve)


def spawnvp(mode, file, args):
    """spawnv() along PATH."""
    return _spawn(mode, file, args, None, execvp)


def spawnvpe(mode, file, args, env):
    """spawnv() along PATH with an environment."""
    return _spawn(mode, file, args, env, execvpe)


def spawnl(mode, file, *args):
    """spawnv() with the arguments one by one."""
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    """spawnl() with an environment as the last argument."""
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    """spawnl() along PATH."""
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    """spawnl() along PATH with an environment as the last argument."""
    return spawnvpe(mode, file, args[:-1], args[-1])


class _PipeOfProcess:
    """One end of a pipe to a shell command; close() waits for the command."""

    def __init__(self, stream, process):
        self._stream = stream
        self._process = process

    def close(self):
        """Close the pipe and wait; None if the command succeeded, otherwise its status."""
        self._stream.close()
        code = self._process.wait()
        return None if code == 0 else code << 8 if code > 0 else code

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def popen(cmd, mode="r", buffering=-1):
    """A file that reads what a shell command prints, or that writes what it reads."""
    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    import subprocess
    end = {"stdout" if mode == "r" else "stdin": subprocess.PIPE}
    process = subprocess.Popen(cmd, shell=True, text=True, bufsize=buffering, **end)
    return _PipeOfProcess(process.stdout if mode == "r" else process.stdin, process)


def process_cpu_count():
    """How many processors the process may use."""
    limit = getattr(sys.flags, "cpu_count", None)
    return limit if limit and limit > 0 else len(sched_getaffinity(0)) or None
