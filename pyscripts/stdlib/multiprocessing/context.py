"""Contexts: the interface of the package bound to a way of starting processes.

`spawn` starts a child VM, `fork` copies the process, `forkserver` has a child VM copy itself. The objects that a context makes know it, so that a queue's locks
and a pool's workers are started the same way. Submodules are imported by the methods that need them.
"""

from _thread import _local as _ThreadLocal

from . import process


class ProcessError(Exception):
    """Something about a process went wrong."""


class BufferTooShort(ProcessError):
    """The message does not fit; it is the argument."""


class TimeoutError(ProcessError):
    """It took too long."""


class AuthenticationError(ProcessError):
    """The other side does not know the key."""


class BaseContext:
    """What every context offers."""

    ProcessError = ProcessError
    BufferTooShort = BufferTooShort
    TimeoutError = TimeoutError
    AuthenticationError = AuthenticationError

    current_process = staticmethod(process.current_process)
    parent_process = staticmethod(process.parent_process)
    active_children = staticmethod(process.active_children)

    def cpu_count(self):
        """How many processors there are."""
        import posix
        count = posix.cpu_count()
        if count is None:
            raise NotImplementedError("cannot determine number of cpus")
        return count

    def Manager(self):
        """A process that holds objects for others; started."""
        from .managers import SyncManager
        manager = SyncManager(ctx=self.get_context())
        manager.start()
        return manager

    def Pipe(self, duplex=True):
        """Two connections, each the other's far end."""
        from .connection import Pipe
        return Pipe(duplex)

    def Lock(self):
        """A lock for processes."""
        from .synchronize import Lock
        return Lock(ctx=self.get_context())

    def RLock(self):
        """A lock that its holder may take again."""
        from .synchronize import RLock
        return RLock(ctx=self.get_context())

    def Condition(self, lock=None):
        """A condition for processes."""
        from .synchronize import Condition
        return Condition(lock, ctx=self.get_context())

    def Semaphore(self, value=1):
        """A semaphore for processes."""
        from .synchronize import Semaphore
        return Semaphore(value, ctx=self.get_context())

    def BoundedSemaphore(self, value=1):
        """A semaphore that is never above its first value."""
        from .synchronize import BoundedSemaphore
        return BoundedSemaphore(value, ctx=self.get_context())

    def Event(self):
        """A flag for processes."""
        from .synchronize import Event
        return Event(ctx=self.get_context())

    def Barrier(self, parties, action=None, timeout=None):
        """A place where processes wait for one another."""
        from .synchronize import Barrier
        return Barrier(parties, action, timeout, ctx=self.get_context())

    def Queue(self, maxsize=0):
        """A queue between processes."""
        from .queues import Queue
        return Queue(maxsize, ctx=self.get_context())

    def JoinableQueue(self, maxsize=0):
        """A queue whose items are reported done."""
        from .queues import JoinableQueue
        return JoinableQueue(maxsize, ctx=self.get_context())

    def SimpleQueue(self):
        """A queue without thread or limit."""
        from .queues import SimpleQueue
        return SimpleQueue(ctx=self.get_context())

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        """A pool of processes that run calls."""
        from .pool import Pool
        return Pool(processes, initializer, initargs, maxtasksperchild, context=self.get_context())

    def RawValue(self, typecode_or_type, *args):
        """A number in shared memory."""
        from .sharedctypes import RawValue
        return RawValue(typecode_or_type, *args)

    def RawArray(self, typecode_or_type, size_or_initializer):
        """An array in shared memory."""
        from .sharedctypes import RawArray
        return RawArray(typecode_or_type, size_or_initializer)

    def Value(self, typecode_or_type, *args, lock=True):
        """A number in shared memory with a lock."""
        from .sharedctypes import Value
        return Value(typecode_or_type, *args, lock=lock, ctx=self.get_context())

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        """An array in shared memory with a lock."""
        from .sharedctypes import Array
        return Array(typecode_or_type, size_or_initializer, lock=lock, ctx=self.get_context())

    def freeze_support(self):
        """Nothing to do: for scripts that are made into executables elsewhere."""

    def get_logger(self):
        """The package's logger."""
        from .util import get_logger
        return get_logger()

    def log_to_stderr(self, level=None):
        """Have the package's logger print to stderr."""
        from .util import log_to_stderr
        return log_to_stderr(level)

    def allow_connection_pickling(self):
        """Nothing to do: connections can be sent."""

    def set_executable(self, executable):
        """Nothing to do: a child is this binary."""

    def set_forkserver_preload(self, module_names):
        """Have the fork server import these modules before it is asked for children."""
        from .forkserver import set_forkserver_preload
        set_forkserver_preload(module_names)

    def get_context(self, method=None):
        """The context that starts processes in this way."""
        if method is None:
            return self
        try:
            return _contexts[method]
        except KeyError:
            raise ValueError(f"cannot find context for {method!r}") from None

    def get_start_method(self, allow_none=False):
        """The name of the way in which processes are started."""
        return self._name

    def set_start_method(self, method, force=False):
        """Refused: this context has one way."""
        raise ValueError("cannot set start method of concrete context")

    @property
    def reducer(self):
        """The module that pickles for other processes."""
        from . import reduction
        return reduction

    def _check_available(self):
        pass


class Process(process.BaseProcess):
    """A process started in the default way."""

    _start_method = None

    @staticmethod
    def _Popen(process_object):
        return _default_context.get_context().Process._Popen(process_object)


class SpawnProcess(process.BaseProcess):
    """A process that is a child VM."""

    _start_method = "spawn"

    @staticmethod
    def _Popen(process_object):
        from .popen import SpawnedProcess
        return SpawnedProcess(process_object)


class ForkProcess(process.BaseProcess):
    """A process that is a copy of this one."""

    _start_method = "fork"

    @staticmethod
    def _Popen(process_object):
        from .popen import ForkedProcess
        return ForkedProcess(process_object)


class ForkServerProcess(process.BaseProcess):
    """A process that is a copy of the fork server."""

    _start_method = "forkserver"

    @staticmethod
    def _Popen(process_object):
        from .popen import ServedProcess
        return ServedProcess(process_object)


class SpawnContext(BaseContext):
    _name = "spawn"
    Process = SpawnProcess


class ForkContext(BaseContext):
    _name = "fork"
    Process = ForkProcess


class ForkServerContext(BaseContext):
    _name = "forkserver"
    Process = ForkServerProcess


_contexts = {"spawn": SpawnContext(), "fork": ForkContext(), "forkserver": ForkServerContext()}


class DefaultContext(BaseContext):
    """The context whose way of starting processes can be chosen, once."""

    Process = Process

    def __init__(self):
        self._chosen = None

    def get_context(self, method=None):
        if method is None:
            if self._chosen is None:
                self._chosen = _contexts["spawn"]
            return self._chosen
        return super().get_context(method)

    def set_start_method(self, method, force=False):
        """Choose how processes are started."""
        if self._chosen is not None and not force:
            raise RuntimeError("context has already been set")
        self._chosen = None if method is None and force else self.get_context(method)

    def get_start_method(self, allow_none=False):
        if self._chosen is None:
            if allow_none:
                return None
            self.get_context()
        return self._chosen._name

    def get_all_start_methods(self):
        """The names of the ways in which processes can be started, the default first."""
        return [*_contexts]


_default_context = DefaultContext()


# What may only be handed over as a process starts.

_local = _ThreadLocal()


def get_spawning_popen():
    """The process that this thread is starting, None if it starts none."""
    return getattr(_local, "spawning", None)


def set_spawning_popen(popen):
    """Say which process this thread is starting."""
    _local.spawning = popen


def assert_spawning(obj):
    """Refuse to pickle an object unless a process is being started."""
    if get_spawning_popen() is None:
        raise RuntimeError(f"{type(obj).__name__} objects should only be shared between processes through inheritance")
