"""Pickles for other processes.

They differ from others in three ways: descriptors can be in them (they travel beside the bytes, a pickle holds their
index), functions and classes that the other side cannot import travel by value, and some objects may be in them only
as a process starts or in what a function reaches. A message is the pair of the bytes and the descriptors.
"""

import pickle
from _thread import _local as _ThreadLocal
from _timeline import clock, took

from . import _keys
from .context import get_spawning_popen, set_spawning_popen

# What this thread's pickling and unpickling hold beside the bytes.
_local = _ThreadLocal()


# How definitions travel: a module that only those need who send something.
_by_value = None


class ForkingPickler(pickle.Pickler):
    """Pickles for another process."""

    _reductions = {}

    def __init__(self, file, protocol=None, *, session=None):
        super().__init__(file, pickle.HIGHEST_PROTOCOL if protocol is None else protocol)
        self._session = session or _Session()
        global _by_value
        if _by_value is None:
            from . import _by_value
        if self._reductions:
            import copyreg
            self.dispatch_table = copyreg.dispatch_table | self._reductions

    @classmethod
    def register(cls, type, reduce):
        """Reduce the instances of a type in this way."""
        cls._reductions[type] = reduce

    def reducer_override(self, obj):
        """By value what cannot be imported elsewhere."""
        return _by_value.reduce(obj, self)

    @classmethod
    def dumps(cls, obj, protocol=None):
        """The bytes for an object that holds no descriptors."""
        data, descriptors = dumps(obj, protocol=protocol)
        if descriptors:
            raise pickle.PicklingError(f"{type(obj).__name__} holds descriptors, which bytes cannot carry")
        return data

    loads = staticmethod(pickle.loads)

    # For `_by_value`.

    @property
    def wants_bundles(self):
        """Whether a definition is to be sent with all that it reaches."""
        return self._session.known is None

    def is_known(self, key):
        """Whether the other side knows what has this key; it does from now on."""
        return self._session.is_known(key)

    def nested(self, obj):
        """A pickle of its own of something that a function reaches: what may be inherited may be in it."""
        before = get_spawning_popen()
        if before is None:
            set_spawning_popen(_no_process)
        mark = self._session.mark()
        try:
            return self._session.dump(obj)
        except BaseException:
            self._session.roll_back(mark)
            raise
        finally:
            set_spawning_popen(before)

    def bundle(self, obj):
        """A pickle of a definition with all that it reaches, and whether it is good for other messages too."""
        session = _Session(known=set(), descriptors=self._session.descriptors)
        before = len(session.descriptors)
        return session.dump(obj), len(session.descriptors) == before


_no_process = object()


class _Sink:
    """The file of a pickler that writes once."""

    def write(self, data):
        self.data = data


class _Session:
    """What the picklers of one message have in common.

    `known` holds the keys of the definitions that the other side has or will have; None if that is nobody's knowledge.
    `back` says that the message goes to where the definitions here came from.
    """

    def __init__(self, known=None, back=False, descriptors=None, protocol=None):
        self.known = known
        self.descriptors = [] if descriptors is None else descriptors
        self._back = back
        self._added = []
        self._protocol = protocol

    def dump(self, obj):
        sink = _Sink()
        outer, _local.session = getattr(_local, "session", None), self
        try:
            ForkingPickler(sink, self._protocol, session=self).dump(obj)
        finally:
            _local.session = outer
        return sink.data

    def is_known(self, key):
        if self._back and _keys.has_arrived(key):
            return True
        if self.known is None:
            return False
        if key in self.known:
            return True
        self.known.add(key)
        self._added.append(key)
        return False

    def mark(self):
        return len(self._added), len(self.descriptors)

    def roll_back(self, mark):
        """Forget what was promised since the mark: the other side will not see it."""
        if self.known is not None:
            self.known.difference_update(self._added[mark[0]:])
        del self._added[mark[0]:], self.descriptors[mark[1]:]


def dumps(obj, popen=None, known=None, back=False, protocol=None):
    """The message for an object: its bytes and a list of descriptors.

    `popen` is the process that it is for if that is being started; `known` and `back` are as in _Session.
    """
    session = _Session(known, back, protocol=protocol)
    before = get_spawning_popen()
    if popen is not None:
        set_spawning_popen(popen)
    began = clock()
    try:
        data = session.dump(obj)
        if began:
            took("pickled", len(data), began)
        return data, session.descriptors
    except BaseException:
        session.roll_back((0, 0))
        raise
    finally:
        set_spawning_popen(before)


def loads(data, descriptors=()):
    """The object of a message."""
    outer = getattr(_local, "received", None)
    _local.received = list(descriptors)
    began = clock()
    try:
        obj = pickle.loads(data)
        if began:
            took("unpickled", len(data), began)
        return obj
    finally:
        _close(_local.received)
        _local.received = outer


def _close(descriptors):
    """Close those that nothing in the message took."""
    for descriptor in descriptors:
        if descriptor is not None:
            import posix
            posix.close(descriptor)


def dump(obj, file, protocol=None):
    """Write an object without descriptors to a file."""
    file.write(ForkingPickler.dumps(obj, protocol))


register = ForkingPickler.register


class DupFd:
    """Stands for a descriptor in a pickle; detach() gives the one that was received."""

    def __init__(self, fd):
        self._fd = fd

    def detach(self):
        """The descriptor, which the caller now owns."""
        fd, self._fd = self._fd, None
        return fd

    def __reduce__(self):
        session = getattr(_local, "session", None)
        if session is None:
            raise RuntimeError("a descriptor can only be sent over a connection or to a process that starts")
        session.descriptors.append(self._fd)
        return _received, (len(session.descriptors) - 1,)


def _received(index):
    fd, _local.received[index] = _local.received[index], None
    return DupFd(fd)
