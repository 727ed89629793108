"""Proxies: they stand for an object of a manager, and can be handed to other processes.

Each thread that uses proxies has a connection of its own to the manager's process, where a thread of its own answers
it; so a lock that a thread has acquired through a proxy is that thread's there too.
"""

import threading

from . import _manager_server, util
from ._listening import Client
from .context import get_spawning_popen
from .process import current_process


class RemoteError(Exception):
    """What went wrong in the manager's process, where the exception itself could not be sent."""

    def __str__(self):
        return "\n" + "-" * 75 + "\n" + str(self.args[0]) + "-" * 75


_local = threading.local()


def _connections():
    return _local.__dict__.setdefault("connections", {})


def _key(address, authkey):
    from posix import getpid
    return address, bytes(authkey), getpid()


def _connection(address, authkey):
    """This thread's connection to a manager."""
    known, key = _connections(), _key(address, authkey)
    if key not in known:
        known[key] = Client(address, authkey=bytes(authkey))
    elif known[key] is None:
        raise BrokenPipeError(32, "Broken pipe")
    return known[key]


def forget(address, authkey):
    """Close this thread's connection to a manager that is gone."""
    known, key = _connections(), _key(address, authkey)
    if connection := known.get(key):
        connection.close()
        known[key] = None


def request(address, authkey, id, name, args=(), kwds={}):
    """Ask a manager; what kind of answer it is, and the answer."""
    server = _manager_server.running
    if server is not None and server.address == address:
        # A proxy in its own manager's process needs no connection.
        return server._answer_to(id, name, args, kwds)
    connection = _connection(address, authkey)
    connection.send((id, name, args, kwds))
    return connection.recv()


def ask(address, authkey, id, name, args=(), kwds={}):
    """Ask a manager; its answer, or the exception that is one."""
    kind, value = request(address, authkey, id, name, args, kwds)
    if kind == "#RETURN":
        return value
    raise error_of(kind, value)


def error_of(kind, value):
    """The exception that an answer is."""
    if kind == "#ERROR":
        return value
    if kind == "#UNSERIALIZABLE":
        return RemoteError(f"Unserializable message: {value}\n")
    return RemoteError(value)


class BaseProxy:
    """Stands for an object of a manager."""

    _exposed_ = ()
    _isauto = False

    def __init__(self, token, serializer="pickle", manager=None, authkey=None, exposed=None, incref=True,
                 manager_owned=False):
        self._token, self._id, self._serializer, self._manager = token, token.id, serializer, manager
        if authkey is None:
            authkey = current_process().authkey if manager is None else manager._authkey
        self._authkey = authkey
        if exposed is not None:
            self._exposed_ = exposed
        if incref:
            ask(token.address, authkey, None, "retain", (token.id,))
        self._close = util.Finalize(self, _release, (token, authkey), exitpriority=10)

    def _callmethod(self, methodname, args=(), kwds={}):
        """Call a method of the object."""
        kind, value = request(self._token.address, self._authkey, self._token.id, methodname, args, kwds)
        if kind == "#RETURN":
            return value
        if kind != "#PROXY":
            raise error_of(kind, value)
        exposed, token = value
        from . import managers
        registry = managers.SyncManager._registry if self._manager is None else self._manager._registry
        make = registry[token.typeid][-1]
        proxy = make(token, self._serializer, manager=self._manager, authkey=self._authkey, exposed=exposed,
                     incref=False)
        return proxy

    def _getvalue(self):
        """A copy of the object."""
        return self._callmethod("#GETVALUE")

    def __reduce__(self):
        kwds = {"exposed": self._exposed_}
        if get_spawning_popen() is not None:
            kwds["authkey"] = self._authkey
        kind = AutoProxy if self._isauto else type(self)
        return RebuildProxy, (kind, self._token, self._serializer, kwds)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return f"<{type(self).__name__} object, typeid {self._token.typeid!r} at {id(self):#x}>"

    def __str__(self):
        try:
            return self._callmethod("__repr__")
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def _release(token, authkey):
    try:
        ask(token.address, authkey, None, "release", (token.id,))
    except (OSError, EOFError, RemoteError):
        # The manager is gone already.
        pass


def RebuildProxy(func, token, serializer, kwds):
    """The proxy that arrives."""
    return func(token, serializer, **kwds)


def _method(name):
    def method(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)

    method.__name__ = name
    return method


def MakeProxyType(name, exposed, base=BaseProxy):
    """A class of proxies with these methods."""
    methods = {method: _method(method) for method in exposed}
    return type(name, (base,), methods | {"_exposed_": tuple(exposed)})


def AutoProxy(token, serializer="pickle", manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    """A proxy with the public methods of whatever it stands for."""
    if exposed is None:
        key = authkey or (current_process().authkey if manager is None else manager._authkey)
        exposed = ask(token.address, key, None, "get_methods", (token.id,))
    kind = MakeProxyType(f"AutoProxy[{token.typeid}]", exposed)
    kind._isauto = True
    return kind(token, serializer, manager, authkey, exposed, incref, manager_owned)


# Those that a SyncManager gives out.

class _Iterable(BaseProxy):
    def __iter__(self):
        return iter(self._getvalue())

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class _InPlace(_Iterable):
    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value):
        self._callmethod("__imul__", (value,))
        return self


class _Mapping(_Iterable):
    def __ior__(self, value):
        self._callmethod("update", (value,))
        return self


class _Entered(BaseProxy):
    def acquire(self, blocking=True, timeout=None):
        """Acquire what it stands for."""
        return self._callmethod("acquire", (blocking,) if timeout is None else (blocking, timeout))

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

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class _Counted(BaseProxy):
    parties, n_waiting, broken = (property(lambda self, name=name: self._callmethod("__getattribute__", (name,)))
                                  for name in ("parties", "n_waiting", "broken"))


class _Waiting(_Entered):
    def wait_for(self, predicate, timeout=None):
        """Wait until `predicate()` is true; its last value is the result."""
        from time import monotonic
        deadline = None if timeout is None else monotonic() + timeout
        while not (result := predicate()):
            remaining = None if deadline is None else deadline - monotonic()
            if remaining is not None and remaining <= 0:
                break
            self._callmethod("wait", (remaining,))
        return result


class _Results(BaseProxy):
    def __iter__(self):
        return self


class _Workers(BaseProxy):
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.terminate()


# Name -> (base, what the manager's object is asked for, what of it the base does itself).
_KINDS = {
    "ListProxy": (_InPlace, "__add__ __contains__ __delitem__ __getitem__ __imul__ __len__ __mul__ __reversed__ "
                  "__rmul__ __setitem__ append clear copy count extend index insert pop remove reverse sort",
                  "__imul__"),
    "DictProxy": (_Mapping, "__contains__ __delitem__ __getitem__ __len__ __or__ __ror__ __setitem__ clear copy get "
                  "pop popitem setdefault update items keys values", ""),
    "ArrayProxy": (_Iterable, "__len__ __getitem__ __setitem__", ""),
    "AcquirerProxy": (_Entered, "acquire release", "acquire"),
    "ConditionProxy": (_Waiting, "acquire release wait notify notify_all", "acquire"),
    "EventProxy": (BaseProxy, "is_set set clear wait", ""),
    "BarrierProxy": (_Counted, "__getattribute__ wait abort reset", "__getattribute__"),
    "NamespaceProxy": (_Attributes, "__getattribute__ __setattr__ __delattr__",
                       "__getattribute__ __setattr__ __delattr__"),
    "ValueProxy": (_Valued, "get set", ""),
    "IteratorProxy": (_Results, "__next__ send throw close", ""),
    "PoolProxy": (_Workers, "apply apply_async close imap imap_unordered join map map_async starmap starmap_async "
                  "terminate", ""),
}


def _make(name, base, exposed, own):
    methods = {method: _method(method) for method in exposed.split() if method not in own.split()}
    if name == "DictProxy":
        # Views of a dict do not travel.
        for view in ("items", "keys", "values"):
            methods[view] = lambda self, view=view: list(getattr(self._getvalue(), view)())
    about = {"_exposed_": tuple(exposed.split()), "__module__": "multiprocessing.managers"}
    return type(name, (base,), methods | about)


globals().update({name: _make(name, *kind) for name, kind in _KINDS.items()})

_STARTS = ("apply_async", "map_async", "starmap_async")
_ITERATORS = ("imap", "imap_unordered")
PoolProxy._method_to_typeid_ = dict.fromkeys(_STARTS, "AsyncResult") | dict.fromkeys(_ITERATORS, "Iterator")
