"""Connections: the ends of pipes that objects, bytes and descriptors go through, message by message.

A pipe is a pair of stream sockets whichever way it goes, because descriptors can only be sent over those. An end may be
used by one reader and one writer at a time. Connections to strangers, which `Listener` and `Client` make, speak as
CPython's do, and carry no descriptors.
"""

import posix
from _multiprocessing import poll, receive_frame, receive_message, send_frame, send_message, socketpair

from . import reduction

__all__ = ["Client", "Listener", "Pipe", "wait"]


class Connection:
    """One end of a pipe."""

    # Whether the other end may be a stranger.
    _framed = False

    def __init__(self, handle, readable=True, writable=True):
        handle = handle.__index__()
        if handle < 0:
            raise ValueError("invalid handle")
        if not readable and not writable:
            raise ValueError("at least one of `readable` and `writable` must be True")
        self._handle = handle
        self._readable = readable
        self._writable = writable

    def __del__(self):
        if getattr(self, "_handle", None) is not None:
            self._close()

    def _close(self, close=posix.close):
        # Bound early: at the interpreter's end the module may be gone before its objects.
        handle, self._handle = self._handle, None
        close(handle)

    def _check(self, reading=False, writing=False):
        if self._handle is None:
            raise OSError("handle is closed")
        if reading and not self._readable:
            raise OSError("connection is write-only")
        if writing and not self._writable:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        """Whether this end is closed."""
        return self._handle is None

    @property
    def readable(self):
        """Whether objects can be received."""
        return self._readable

    @property
    def writable(self):
        """Whether objects can be sent."""
        return self._writable

    def fileno(self):
        """The descriptor."""
        self._check()
        return self._handle

    def close(self):
        """Close this end."""
        if self._handle is not None:
            self._close()

    def send(self, obj):
        """Send an object."""
        self._check(writing=True)
        self._send_pickled(*reduction.dumps(obj))

    def _send_pickled(self, data, descriptors):
        if not self._framed:
            send_message(self._handle, data, descriptors)
            return
        if descriptors:
            raise ValueError("what holds descriptors can only be sent over a Pipe")
        send_frame(self._handle, data)

    def recv(self):
        """Receive an object; EOFError if the other end is closed and nothing is left."""
        self._check(reading=True)
        if self._framed:
            return reduction.loads(receive_frame(self._handle))
        return reduction.loads(*receive_message(self._handle))

    def send_bytes(self, buf, offset=0, size=None):
        """Send bytes as one message."""
        self._check(writing=True)
        view = memoryview(buf)
        if view.itemsize > 1:
            view = view.cast("B")
        if offset < 0:
            raise ValueError("offset is negative")
        if len(view) < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = len(view) - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > len(view):
            raise ValueError("buffer length < offset + size")
        (send_frame if self._framed else send_message)(self._handle, view[offset:offset + size])

    def recv_bytes(self, maxlength=None):
        """Receive a message's bytes."""
        self._check(reading=True)
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        data = self._receive_bytes(maxlength)
        if data is None or maxlength is not None and len(data) > maxlength:
            self.close() if not self._writable else setattr(self, "_readable", False)
            raise OSError("bad message length")
        return data

    def _receive_bytes(self, most=None):
        if self._framed:
            return receive_frame(self._handle, most)
        data, descriptors = receive_message(self._handle)
        for descriptor in descriptors:
            posix.close(descriptor)
        return data

    def recv_bytes_into(self, buf, offset=0):
        """Receive a message's bytes into a buffer; how many they are."""
        self._check(reading=True)
        with memoryview(buf) as view:
            size = view.itemsize * len(view)
            if offset < 0:
                raise ValueError("negative offset")
            if offset > size:
                raise ValueError("offset too large")
            data = self._receive_bytes()
            if size < offset + len(data):
                from .context import BufferTooShort
                raise BufferTooShort(data)
            view.cast("B")[offset:offset + len(data)] = data
            return len(data)

    def poll(self, timeout=0.0):
        """Whether there is something to receive; waits up to `timeout` seconds, None for ever."""
        self._check(reading=True)
        return bool(poll([self._handle], None if timeout is None else max(timeout, 0)))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()

    def __reduce__(self):
        self._check()
        return _rebuild, (reduction.DupFd(self._handle), self._readable, self._writable, self._framed)


def _rebuild(received, readable, writable, framed):
    connection = Connection(received.detach(), readable, writable)
    connection._framed = framed
    return connection


def Pipe(duplex=True):
    """Two connections, each the other's far end; the first only receives and the second only sends if not `duplex`."""
    first, second = socketpair()
    if duplex:
        return Connection(first), Connection(second)
    return Connection(first, writable=False), Connection(second, readable=False)


def wait(object_list, timeout=None):
    """Those of the connections, descriptors and sentinels that are ready; waits up to `timeout` seconds."""
    handles = {}
    for one in object_list:
        handles.setdefault(one if isinstance(one, int) else one.fileno(), []).append(one)
    ready = set(poll(list(handles), None if timeout is None else max(timeout, 0)))
    return [one for handle, ones in handles.items() if handle in ready for one in ones]


def __getattr__(name):
    """Listeners, clients and their handshake, for those who want them."""
    from . import _challenge, _listening
    for module in (_listening, _challenge):
        if name in module.__all__:
            found = globals()[name] = getattr(module, name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
