"""Managers: a process that keeps objects, and proxies through which other processes use them.

Each thread that uses proxies has a connection of its own to the manager's process, where a thread of its own answers
it; so a lock that a thread has acquired through a proxy is that thread's there too.
"""

import threading

from . import util
from .connection import Connection
from .context import get_spawning_popen
from .process import current_process

__all__ = ["BaseManager", "SyncManager", "BaseProxy", "Token", "RemoteError"]


class RemoteError(Exception):
    """What went wrong in the manager's process, where the exception itself could not be sent."""

    def __str__(self):
        return "\n" + "-" * 75 + "\n" + str(self.args[0]) + "-" * 75


class Token:
    """Which object of which manager."""

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __repr__(self):
        return f"{type(self).__name__}(typeid={self.typeid!r}, address={self.address!r}, id={self.id!r})"


# The manager's side.

class Server:
    """Keeps the objects and answers for them."""

    def __init__(self, registry, address, authkey):
        import socket
        self._registry, self._authkey = registry, bytes(authkey)
        self._objects, self._lock, self._last = {}, threading.Lock(), 0
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(address)
        self._listener.listen(128)
        self.address = address

    def serve_forever(self):
        """Answer until shutdown() is asked for."""
        while True:
            try:
                accepted, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(Connection(accepted.detach()),), daemon=True).start()

    def _answer(self, connection):
        import hmac
        try:
            if not hmac.compare_digest(connection.recv_bytes(256), self._authkey):
                return
            while True:
                id, name, args, kwds = connection.recv()
                try:
                    reply = True, self._call(id, name, args, kwds)
                except BaseException as error:
                    reply = False, error
                try:
                    connection.send(reply)
                except (OSError, EOFError):
                    return
                except Exception:
                    import traceback
                    connection.send((False, RemoteError(traceback.format_exc())))
        except (OSError, EOFError):
            pass
        finally:
            connection.close()

    def _call(self, id, name, args, kwds):
        if id is None:
            return getattr(self, name)(*args, **kwds)
        obj, exposed, _ = self._objects[id]
        if name == "#GETVALUE":
            return obj
        if name in ("#STR", "#REPR"):
            return str(obj) if name == "#STR" else repr(obj)
        if name not in exposed:
            raise AttributeError(f"method {name!r} of {type(obj)!r} object is not in exposed={exposed!r}")
        return getattr(obj, name)(*args, **kwds)

    def create(self, typeid, /, *args, **kwds):
        """Make an object; its number and the names of its methods."""
        make, exposed, _ = self._registry[typeid]
        obj = make(*args, **kwds) if make is not None else args[0]
        if exposed is None:
            exposed = [name for name in dir(obj) if name[0] != "_" and callable(getattr(obj, name))]
        with self._lock:
            self._last += 1
            self._objects[self._last] = [obj, tuple(exposed), 1]
            return self._last, tuple(exposed)

    def retain(self, id):
        """There is one more proxy."""
        with self._lock:
            self._objects[id][2] += 1

    def release(self, id):
        """There is one proxy less."""
        with self._lock:
            entry = self._objects[id]
            entry[2] -= 1
            if entry[2] == 0:
                del self._objects[id]

    def number_of_objects(self):
        """How many objects there are."""
        return len(self._objects)

    def shutdown(self):
        """Answer nobody any more."""
        import socket
        self._listener.shutdown(socket.SHUT_RDWR)


def _serve(registry, address, ready, initializer, initargs):
    import signal
    # An interrupt is for the process that asked for the manager.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if initializer is not None:
        initializer(*initargs)
    server = Server(registry, address, current_process().authkey)
    ready.send(None)
    ready.close()
    server.serve_forever()


# The users' side.

_local = threading.local()


def _connection(address, authkey):
    """This thread's connection to a manager."""
    from posix import getpid
    known = _local.__dict__.setdefault("connections", {})
    key = address, getpid()
    if key not in known:
        import socket
        connecting = socket.socket(socket.AF_UNIX)
        connecting.connect(address)
        connection = Connection(connecting.detach())
        connection.send_bytes(bytes(authkey))
        known[key] = connection
    return known[key]


def _ask(address, authkey, id, name, args=(), kwds={}):
    connection = _connection(address, authkey)
    connection.send((id, name, args, kwds))
    done, answer = connection.recv()
    if done:
        return answer
    raise answer


class BaseProxy:
    """Stands for an object of a manager."""

    _exposed_ = ()

    def __init__(self, token, authkey=None, exposed=None, incref=True):
        self._token = token
        self._authkey = current_process().authkey if authkey is None else authkey
        if exposed is not None:
            self._exposed_ = exposed
        if incref:
            _ask(token.address, self._authkey, None, "retain", (token.id,))
        util.Finalize(self, _release, (token, self._authkey), exitpriority=10)

    def _callmethod(self, methodname, args=(), kwds={}):
        """Call a method of the object."""
        return _ask(self._token.address, self._authkey, self._token.id, methodname, args, kwds)

    def _getvalue(self):
        """A copy of the object."""
        return self._callmethod("#GETVALUE")

    def __reduce__(self):
        authkey = self._authkey if get_spawning_popen() is not None else None
        return _rebuild, (type(self), self._token, authkey, self._exposed_)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return f"<{type(self).__name__} object, typeid {self._token.typeid!r} at {id(self):#x}>"

    def __str__(self):
        return self._callmethod("#STR")


def _release(token, authkey):
    try:
        _ask(token.address, authkey, None, "release", (token.id,))
    except (OSError, EOFError, KeyError):
        # The manager is gone already.
        pass


def _rebuild(kind, token, authkey, exposed):
    return kind(token, authkey, exposed)


def _method(name):
    def method(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)

    method.__name__ = name
    return method


def MakeProxyType(name, exposed, base=BaseProxy):
    """A class of proxies with these methods."""
    methods = {method: _method(method) for method in exposed}
    return type(name, (base,), methods | {"_exposed_": tuple(exposed)})


class AutoProxy(BaseProxy):
    """A proxy with the public methods of whatever it stands for."""

    def __getattr__(self, name):
        if name in self.__dict__.get("_exposed_", ()):
            return _method(name).__get__(self)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


class _Iterable(BaseProxy):
    def __iter__(self):
        return iter(self._getvalue())


class _InPlace(_Iterable):
    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value):
        self._callmethod("__imul__", (value,))
        return self


class _Entered(BaseProxy):
    def __enter__(self):
        return self._callmethod("acquire")

    def __exit__(self, exc_type, exc_value, traceback):
        return self._callmethod("release")


class _Attributes(BaseProxy):
    def __getattr__(self, name):
        if name[0] == "_":
            raise AttributeError(name)
        return self._callmethod("__getattribute__", (name,))

    def __setattr__(self, name, value):
        if name[0] == "_":
            return object.__setattr__(self, name, value)
        return self._callmethod("__setattr__", (name, value))

    def __delattr__(self, name):
        if name[0] == "_":
            return object.__delattr__(self, name)
        return self._callmethod("__delattr__", (name,))


class _Valued(BaseProxy):
    value = property(lambda self: self._callmethod("get"), lambda self, value: self._callmethod("set", (value,)))


class _Counted(BaseProxy):
    parties, n_waiting, broken = (property(lambda self, name=name: self._callmethod("__getattribute__", (name,)))
                                  for name in ("parties", "n_waiting", "broken"))


_kinds = {name: MakeProxyType(name, exposed.split(), base) for name, base, exposed in (
    ("ListProxy", _InPlace, "__add__ __contains__ __delitem__ __getitem__ __imul__ __len__ __mul__ __reversed__ "
     "__rmul__ __setitem__ append clear copy count extend index insert pop remove reverse sort"),
    ("DictProxy", _Iterable, "__contains__ __delitem__ __getitem__ __len__ __or__ __ror__ __setitem__ clear copy get "
     "pop popitem setdefault update items keys values"),
    ("ArrayProxy", _Iterable, "__len__ __getitem__ __setitem__"),
    ("AcquirerProxy", _Entered, "acquire release"),
    ("ConditionProxy", _Entered, "acquire release wait wait_for notify notify_all"),
    ("EventProxy", BaseProxy, "is_set set clear wait"),
    ("BarrierProxy", _Counted, "__getattribute__ wait abort reset"),
    ("NamespaceProxy", _Attributes, "__getattribute__ __setattr__ __delattr__"),
    ("ValueProxy", _Valued, "get set"),
)}
# Methods that must be looked up here, not there.
for _kind in ("BarrierProxy", "NamespaceProxy"):
    for _name in ("__getattribute__", "__setattr__", "__delattr__"):
        if _name in _kinds[_kind].__dict__:
            delattr(_kinds[_kind], _name)
for _name in ("items", "keys", "values"):
    setattr(_kinds["DictProxy"], _name, lambda self, name=_name: list(getattr(self._getvalue(), name)()))
globals().update(_kinds)


class BaseManager:
    """Starts a process that keeps objects of the registered kinds."""

    _registry = {}

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        from . import context
        self._address = address
        self._authkey = current_process().authkey if authkey is None else authkey
        self._context = ctx or context._default_context
        self._process = None

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None,
                 create_method=True):
        """Let managers of this class keep objects of one more kind."""
        cls._registry = dict(cls._registry)
        if exposed is None and proxytype is not None and proxytype is not AutoProxy:
            exposed = proxytype._exposed_
        cls._registry[typeid] = callable, exposed, proxytype
        if create_method:
            def make(self, /, *args, **kwds):
                id, exposed = _ask(self._address, self._authkey, None, "create", (typeid, *args), kwds)
                return (proxytype or AutoProxy)(Token(typeid, self._address, id), self._authkey, exposed, incref=False)

            make.__name__ = typeid
            setattr(cls, typeid, make)

    def start(self, initializer=None, initargs=()):
        """Start the manager's process."""
        from . import context
        if self._process is not None:
            raise context.ProcessError("manager has already been started")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        import tempfile
        if self._address is None:
            self._folder = tempfile.mkdtemp(prefix="pymp-")
            self._address = self._folder + "/manager"
        else:
            self._folder = None
        registry = {typeid: (make, exposed, None) for typeid, (make, exposed, _) in self._registry.items()}
        here, there = self._context.Pipe(duplex=False)
        work = registry, self._address, there, initializer, initargs
        self._process = self._context.Process(target=_serve, args=work)
        self._process.name = f"{type(self).__name__}-{self._process.name.rpartition('-')[2]}"
        self._process._config["authkey"] = self._authkey
        self._process.start()
        there.close()
        here.recv()
        here.close()
        self.shutdown = util.Finalize(self, _shut_down, (self._process, self._address, self._authkey, self._folder),
                                      exitpriority=0)

    def connect(self):
        """Use a manager that runs already."""
        _connection(self._address, self._authkey)

    def join(self, timeout=None):
        """Wait for the end of the manager's process."""
        if self._process is not None:
            self._process.join(timeout)

    @property
    def address(self):
        return self._address

    def __enter__(self):
        if self._process is None:
            self.start()
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.shutdown()


def _shut_down(process, address, authkey, folder):
    if process.is_alive():
        try:
            _ask(address, authkey, None, "shutdown")
        except (OSError, EOFError):
            pass
        process.join(1.0)
        if process.is_alive():
            process.terminate()
            process.join()
    if folder is not None:
        import shutil
        shutil.rmtree(folder, ignore_errors=True)


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


def _threading(name, *args, **kwds):
    return getattr(threading, name)(*args, **kwds)


def _queue(*args, **kwds):
    import queue
    return queue.Queue(*args, **kwds)


class SyncManager(BaseManager):
    """A manager of containers, values and what synchronizes."""


def _register():
    from functools import partial
    for name in ("Queue", "JoinableQueue"):
        SyncManager.register(name, _queue)
    for name, proxy in (("Event", "EventProxy"), ("Lock", "AcquirerProxy"), ("RLock", "AcquirerProxy"),
                        ("Semaphore", "AcquirerProxy"), ("BoundedSemaphore", "AcquirerProxy"),
                        ("Condition", "ConditionProxy"), ("Barrier", "BarrierProxy")):
        SyncManager.register(name, partial(_threading, name), _kinds[proxy])
    for name, make, proxy in (("list", list, "ListProxy"), ("dict", dict, "DictProxy"), ("Value", Value, "ValueProxy"),
                              ("Array", Array, "ArrayProxy"), ("Namespace", Namespace, "NamespaceProxy")):
        SyncManager.register(name, make, _kinds[proxy])


_register()
