"""Managers: a process that keeps objects, and proxies through which other processes use them.

Here is what programs call; `_manager_server` is what runs in the manager's process, `_manager_proxies` what stands for
its objects elsewhere.
"""

import threading

from . import _manager_proxies, util
from ._manager_proxies import (
    AcquirerProxy, ArrayProxy, AutoProxy, BarrierProxy, BaseProxy, ConditionProxy, DictProxy, EventProxy, IteratorProxy,
    ListProxy, MakeProxyType, NamespaceProxy, PoolProxy, RebuildProxy, RemoteError, ValueProxy, ask)
from ._manager_server import Server, Token, serve
from .process import AuthenticationString, current_process

__all__ = ["BaseManager", "SyncManager", "BaseProxy", "Token", "SharedMemoryManager"]

INITIAL, STARTED, SHUTDOWN = range(3)


class BaseManager:
    """Starts a process that keeps objects of the registered kinds."""

    _registry = {}
    _Server = Server

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        from . import context
        if serializer != "pickle":
            raise ValueError(f"unknown serializer {serializer!r}")
        self._address = address
        self._authkey = AuthenticationString(current_process().authkey if authkey is None else authkey)
        self._serializer = serializer
        self._context = ctx or context._default_context
        self._timeout = shutdown_timeout
        self._process = None
        self._state = INITIAL

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None,
                 create_method=True):
        """Let managers of this class keep objects of one more kind."""
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        proxytype = AutoProxy if proxytype is None else proxytype
        exposed = exposed or getattr(proxytype, "_exposed_", None)
        method_to_typeid = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
        cls._registry[typeid] = callable, exposed, method_to_typeid, proxytype
        if create_method:
            def make(self, /, *args, **kwds):
                token, exposed = self._create(typeid, *args, **kwds)
                return proxytype(token, self._serializer, manager=self, authkey=self._authkey, exposed=exposed,
                                 incref=False)

            make.__name__ = typeid
            setattr(cls, typeid, make)

    def _create(self, typeid, /, *args, **kwds):
        """Have an object made: which it is, and the names of its methods."""
        assert self._state == STARTED, "server not yet started"
        id, exposed = self._ask("create", typeid, *args, **kwds)
        return Token(typeid, self._address, id), exposed

    def _ask(self, name, *args, **kwds):
        return ask(self._address, self._authkey, None, name, args, kwds)

    def _check_not_started(self):
        if self._state == INITIAL:
            return
        from .context import ProcessError
        if self._state == STARTED:
            raise ProcessError("Already started server")
        if self._state == SHUTDOWN:
            raise ProcessError("Manager has shut down")

    def get_server(self):
        """A server for these kinds of objects, to be run in this process with serve_forever()."""
        self._check_not_started()
        return self._Server(self._registry, self._address, self._authkey, self._serializer)

    def connect(self):
        """Use a manager that runs already."""
        self._ask("dummy")
        self._state = STARTED

    def start(self, initializer=None, initargs=()):
        """Start the manager's process."""
        self._check_not_started()
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        # The proxies' classes are for this side alone.
        registry = {typeid: (*entry[:3], None) for typeid, entry in self._registry.items()}
        here, there = self._context.Pipe(duplex=False)
        work = self._Server, registry, self._address, self._authkey, there, initializer, initargs
        self._process = self._context.Process(target=serve, args=work)
        number = ":".join(map(str, self._process._identity))
        self._process.name = f"{type(self).__name__}-{number}"
        self._process.start()
        there.close()
        self._address = here.recv()
        here.close()
        self._state = STARTED
        self.shutdown = util.Finalize(self, _shut_down, (self._process, self._address, self._authkey, self._timeout),
                                      exitpriority=0)

    def join(self, timeout=None):
        """Wait for the end of the manager's process."""
        if self._process is not None:
            self._process.join(timeout)
            if not self._process.is_alive():
                self._process = None

    @property
    def address(self):
        """Where the manager listens."""
        return self._address

    def _debug_info(self):
        return self._ask("debug_info")

    def _number_of_objects(self):
        return self._ask("number_of_objects")

    def __enter__(self):
        if self._state == INITIAL:
            self.start()
        assert self._state == STARTED, "Unable to start server" if self._state == INITIAL else "Manager has shut down"
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.shutdown()
        self._state = SHUTDOWN


def _shut_down(process, address, authkey, timeout):
    if process.is_alive():
        try:
            ask(address, authkey, None, "shutdown")
        except (OSError, EOFError, RemoteError):
            pass
        process.join(timeout)
        for end in (process.terminate, process.kill):
            if process.is_alive():
                end()
                process.join(timeout)
    _manager_proxies.forget(address, authkey)


class Namespace:
    """An object with whatever attributes it is given."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        shown = sorted(f"{name}={value!r}" for name, value in self.__dict__.items() if not name.startswith("_"))
        return f"{type(self).__name__}({', '.join(shown)})"


class Value:
    """An object in a box."""

    def __init__(self, typecode, value, lock=True):
        self._typecode, self._value = typecode, value

    def get(self):
        """What is in it."""
        return self._value

    def set(self, value):
        """Put something else into it."""
        self._value = value

    value = property(get, set)

    def __repr__(self):
        return f"{type(self).__name__}({self._typecode!r}, {self._value!r})"


def Array(typecode, sequence, lock=True):
    """An array of numbers."""
    import array
    return array.array(typecode, sequence)


def _of(module, name, *args, **kwds):
    """Make something that a module offers, which is imported where it is made."""
    return getattr(__import__(module, fromlist=[name]), name)(*args, **kwds)


class SyncManager(BaseManager):
    """A manager of containers, values and what synchronizes."""


def _register():
    from functools import partial
    for name in ("Queue", "JoinableQueue"):
        SyncManager.register(name, partial(_of, "queue", "Queue"))
    for name, proxy in (("Event", EventProxy), ("Lock", AcquirerProxy), ("RLock", AcquirerProxy),
                        ("Semaphore", AcquirerProxy), ("BoundedSemaphore", AcquirerProxy),
                        ("Condition", ConditionProxy), ("Barrier", BarrierProxy)):
        SyncManager.register(name, partial(_of, "threading", name), proxy)
    for name, make, proxy in (("list", list, ListProxy), ("dict", dict, DictProxy), ("Value", Value, ValueProxy),
                              ("Array", Array, ArrayProxy), ("Namespace", Namespace, NamespaceProxy)):
        SyncManager.register(name, make, proxy)
    SyncManager.register("Pool", partial(_of, "multiprocessing.pool", "Pool"), PoolProxy)
    SyncManager.register("Iterator", proxytype=IteratorProxy, create_method=False)
    SyncManager.register("AsyncResult", create_method=False)


_register()


# Shared memory.

class SharedMemoryServer(Server):
    """Knows which blocks of shared memory its manager has given out, and removes them at its end."""

    public = [*Server.public, "track_segment", "release_segment", "list_segments"]

    def __init__(self, *args, **kwargs):
        self._segments = []
        super().__init__(*args, **kwargs)

    def track_segment(self, name):
        """There is one more."""
        self._segments.append(name)

    def release_segment(self, name):
        """Remove one."""
        from .shared_memory import SharedMemory
        self._segments.remove(name)
        segment = SharedMemory(name)
        segment.close()
        segment.unlink()

    def list_segments(self):
        """Their names."""
        return self._segments

    def end(self):
        for name in self._segments[:]:
            try:
                self.release_segment(name)
            except FileNotFoundError:
                pass
        super().end()


class SharedMemoryManager(BaseManager):
    """A manager of blocks of shared memory: they last as long as it does."""

    _Server = SharedMemoryServer

    def __del__(self):
        if "shutdown" in self.__dict__:
            self.shutdown()

    def SharedMemory(self, size):
        """A new block."""
        from .shared_memory import SharedMemory
        return self._given(SharedMemory(None, create=True, size=size))

    def ShareableList(self, sequence):
        """A new list in a block of its own."""
        from .shared_memory import ShareableList
        made = ShareableList(sequence)
        self._given(made.shm)
        return made

    def _given(self, block):
        try:
            self._ask("track_segment", block.name)
        except BaseException:
            block.unlink()
            raise
        return block
