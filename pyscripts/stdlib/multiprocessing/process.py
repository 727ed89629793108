"""Process objects: of the processes that this one starts, of this one and of the one that started it."""

import sys
from _timeline import name_process
from posix import getpid, urandom

__all__ = ["BaseProcess", "current_process", "active_children", "parent_process"]

_number = iter(range(1, 1 << 62))
_children = set()


def current_process():
    """The object of this process."""
    return _current_process


def parent_process():
    """The object of the process that started this one, None in the first."""
    return _parent_process


def active_children():
    """The processes started by this one that are alive; those that have ended are waited for."""
    _forget_ended()
    return list(_children)


def _forget_ended():
    for child in list(_children):
        if (popen := child._popen) and popen.poll() is not None:
            _children.discard(child)


class BaseProcess:
    """A function that runs in another process."""

    # Whether it is a worker of a pool, which may have children though it is daemonic: they end when it does.
    _is_worker = False

    def _Popen(self):
        raise NotImplementedError

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        self._identity = (*_current_process._identity, next(_number))
        self._config = _current_process._config.copy()
        self._parent_pid = getpid()
        self._parent_name = _current_process.name
        self._popen = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or f"{type(self).__name__}-{':'.join(map(str, self._identity))}"
        if daemon is not None:
            self.daemon = daemon

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def run(self):
        """What the process does: calls the target with its arguments."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Start the process: run() is called in it. At most once."""
        self._check_closed()
        assert self._popen is None, "cannot start a process twice"
        assert self._parent_pid == getpid(), "can only start a process object created by current process"
        may = not _current_process._config.get("daemon") or _current_process._is_worker
        assert may, "daemonic processes are not allowed to have children"
        _forget_ended()
        from .util import register_exit
        register_exit()
        self._popen = self._Popen(self)
        self._sentinel = self._popen.sentinel
        # The arguments are the child's now.
        del self._target, self._args, self._kwargs
        _children.add(self)

    def terminate(self):
        """End the process with SIGTERM."""
        self._check_closed()
        self._popen.terminate()

    def kill(self):
        """End the process with SIGKILL."""
        self._check_closed()
        self._popen.kill()

    def join(self, timeout=None):
        """Wait for the process's end, at most `timeout` seconds."""
        self._check_closed()
        assert self._parent_pid == getpid(), "can only join a child process"
        assert self._popen is not None, "can only join a started process"
        if self._popen.wait(timeout) is not None:
            _children.discard(self)

    def is_alive(self):
        """Whether the process has started and not ended."""
        self._check_closed()
        if self is _current_process:
            return True
        assert self._parent_pid == getpid(), "can only test a child process"
        if self._popen is None:
            return False
        if self._popen.poll() is None:
            return True
        _children.discard(self)
        return False

    def close(self):
        """Free what the object holds; ValueError if the process still runs."""
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError("Cannot close a process while it is still running. "
                                 "You should first call join() or terminate().")
            self._popen.close()
            self._popen = None
            del self._sentinel
            _children.discard(self)
        self._closed = True

    @property
    def name(self):
        """A text for people."""
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name

    @property
    def daemon(self):
        """Whether the process is ended when this one ends."""
        return self._config.get("daemon", False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._popen is None, "process has already started"
        self._config["daemon"] = daemonic

    @property
    def authkey(self):
        """The key that processes of one program know."""
        return self._config["authkey"]

    @authkey.setter
    def authkey(self, authkey):
        self._config["authkey"] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        """The exit code, negative the signal that killed it, None while it has not ended."""
        self._check_closed()
        return self._popen if self._popen is None else self._popen.poll()

    @property
    def ident(self):
        """The process identifier, None before the start."""
        self._check_closed()
        if self is _current_process:
            return getpid()
        return self._popen and self._popen.pid

    pid = ident

    @property
    def sentinel(self):
        """A descriptor that becomes ready when the process ends."""
        self._check_closed()
        try:
            return self._sentinel
        except AttributeError:
            raise ValueError("process not started") from None

    def __repr__(self):
        code = None
        if self is _current_process:
            status = "started"
        elif self._closed:
            status = "closed"
        elif self._parent_pid != getpid():
            status = "unknown"
        elif self._popen is None:
            status = "initial"
        else:
            code = self._popen.poll()
            status = "started" if code is None else "stopped"
        parts = [type(self).__name__, f"name={self._name!r}"]
        if self._popen is not None:
            parts.append(f"pid={self._popen.pid}")
        parts += [f"parent={self._parent_pid}", status]
        if code is not None:
            parts.append(f"exitcode={signal_name(-code, '-') if code < 0 else code}")
        if self.daemon:
            parts.append("daemon")
        return f"<{' '.join(parts)}>"

    # In the child.

    def _bootstrap(self, parent_sentinel=None):
        """Run in the new process; the exit code."""
        global _current_process, _parent_process, _number, _children
        _number = iter(range(1, 1 << 62))
        _children = set()
        _current_process = self
        name_process(self.name)
        _parent_process = _ParentProcess(self._parent_name, self._parent_pid, parent_sentinel)
        from . import util
        interrupted = False
        try:
            try:
                self.run()
                code = 0
            finally:
                util.leave()
        except SystemExit as error:
            code = _exit_code(error)
        except KeyboardInterrupt:
            # Whoever pressed Ctrl-C reads of it once: from the process that started this one.
            code = 1
            interrupted = self._is_worker
        except:
            code = 1
            import traceback
            sys.stderr.write(f"Process {self.name}:\n")
            traceback.print_exc()
        finally:
            if "threading" in sys.modules:
                sys.modules["threading"]._shutdown()
            flush()
        if interrupted:
            _die_interrupted()
        return code


def _die_interrupted():
    """End as the signal would have it, so that the pool knows."""
    import signal
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.raise_signal(signal.SIGINT)


def _exit_code(error):
    code = error.code
    if code is None:
        return 0
    if isinstance(code, int):
        return code
    sys.stderr.write(f"{code}\n")
    return 1


def flush():
    """Flush what was printed."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass


def signal_name(number, sign=""):
    """The name of a signal, or its number."""
    import signal
    try:
        return f"{sign}{signal.Signals(number).name}"
    except ValueError:
        return f"{sign}{number}"


class AuthenticationString(bytes):
    """A key that is not pickled but as a process starts."""

    def __reduce__(self):
        from .context import get_spawning_popen
        if get_spawning_popen() is None:
            raise TypeError("Pickling an AuthenticationString object is disallowed for security reasons")
        return AuthenticationString, (bytes(self),)


class _ParentProcess(BaseProcess):
    """The process that started this one."""

    def __init__(self, name, pid, sentinel):
        self._identity = ()
        self._name = name
        self._pid = self._parent_pid = pid
        self._popen = None
        self._closed = False
        self._sentinel = sentinel
        self._config = {}

    def is_alive(self):
        """Whether it has not ended."""
        from .connection import wait
        return not wait([self._sentinel], timeout=0)

    @property
    def ident(self):
        """Its process identifier."""
        return self._pid

    pid = ident

    def join(self, timeout=None):
        """Wait for its end, at most `timeout` seconds."""
        from .connection import wait
        wait([self._sentinel], timeout=timeout)


class _MainProcess(BaseProcess):
    """The process that the program began in."""

    def __init__(self):
        self._identity = ()
        self._name = "MainProcess"
        self._parent_pid = None
        self._popen = None
        self._closed = False
        # By "program" all processes know which program they belong to: a name of it and its first process.
        self._config = {"authkey": AuthenticationString(urandom(32)), "program": (urandom(8).hex(), getpid())}

    def close(self):
        """Nothing to free."""


_parent_process = None
_current_process = _MainProcess()
