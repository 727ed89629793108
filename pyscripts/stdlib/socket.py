"""Sockets: ends of connections, and places where datagrams come in.

The native `_socket` makes the system calls, without the GIL where they may wait. Here are what Python code adds: file
objects over sockets, connections by name, servers, and enumerations of the constants.
"""

import _socket
import io
import os
from _io_base import _tell_unclosed_socket
from _socket import *
from _socket import close, dup, getaddrinfo as _getaddrinfo, has_ipv6, socketpair as _socketpair
from enum import IntEnum, IntFlag

error = OSError
timeout = TimeoutError

IntEnum._convert_("AddressFamily", __name__, lambda name: name.isupper() and name.startswith("AF_"), _socket)
IntEnum._convert_("SocketKind", __name__, lambda name: name.isupper() and name.startswith("SOCK_"), _socket)
IntFlag._convert_("MsgFlag", __name__, lambda name: name.isupper() and name.startswith("MSG_"), _socket)
IntFlag._convert_("AddressInfo", __name__, lambda name: name.isupper() and name.startswith("AI_"), _socket)

__all__ = ["fromfd", "getfqdn", "create_connection", "create_server", "has_dualstack_ipv6", "socketpair", "socket",
           "SocketType", "SocketIO", "getaddrinfo", "send_fds", "recv_fds", "error", "timeout", "gaierror", "herror", "AddressFamily",
           "SocketKind", "MsgFlag", "AddressInfo", "has_ipv6"]
__all__ += [name for name in dir(_socket) if not name.startswith("_") and name not in __all__]

_LOCALHOST, _LOCALHOST_V6 = "127.0.0.1", "::1"


def _as_enum(value, kind):
    try:
        return kind(value)
    except ValueError:
        return value


class socket(_socket.socket):
    """A socket, closed when its last file object is."""

    __slots__ = ["__weakref__", "_io_refs", "_closed"]

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _socket.socket.__init__(self, family, type, proto, fileno)
        self._io_refs = 0
        self._closed = False

    __del__ = _tell_unclosed_socket

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        cls = self.__class__
        shown = (f"<{cls.__module__}.{cls.__qualname__}{' [closed]' if self._closed else ''} fd={self.fileno()}, "
                 f"family={self.family:d}, type={self.type:d}, proto={self.proto}")
        if not self._closed:
            for what, ask in ("laddr", self.getsockname), ("raddr", self.getpeername):
                try:
                    address = ask()
                except OSError:
                    continue
                if address:
                    shown += f", {what}={address}"
        return shown + ">"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {self.__class__.__name__!r} object")

    @property
    def family(self):
        """The family of addresses."""
        return _as_enum(super().family, AddressFamily)

    @property
    def type(self):
        """Stream or datagrams."""
        return _as_enum(super().type, SocketKind)

    def dup(self):
        """Another socket over a copy of the descriptor."""
        copy = self.__class__(self.family, self.type, self.proto, fileno=dup(self.fileno()))
        copy.settimeout(self.gettimeout())
        return copy

    def accept(self):
        """Wait for a connection: a socket for it, and the address of the other side."""
        fd, address = self._accept()
        sock = socket(self.family, self.type, self.proto, fileno=fd)
        if getdefaulttimeout() is None and self.gettimeout():
            sock.setblocking(True)
        return sock, address

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        """A file object over the socket."""
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
        writing = "w" in mode
        reading = "r" in mode or not writing
        raw = SocketIO(self, ("r" if reading else "") + ("w" if writing else ""))
        self._io_refs += 1
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if "b" not in mode:
                raise ValueError("unbuffered streams must be binary")
            return raw
        if reading and writing:
            buffer = io.BufferedRWPair(raw, raw, buffering)
        elif reading:
            buffer = io.BufferedReader(raw, buffering)
        else:
            buffer = io.BufferedWriter(raw, buffering)
        if "b" in mode:
            return buffer
        text = io.TextIOWrapper(buffer, encoding, errors, newline)
        text.mode = mode
        return text

    def sendfile(self, file, offset=0, count=None):
        """Send a file's contents; how many bytes that were."""
        if self.gettimeout() == 0:
            raise ValueError("non-blocking sockets are not supported")
        if offset:
            file.seek(offset)
        total = 0
        while count is None or total < count:
            data = file.read(8192 if count is None else min(count - total, 8192))
            if not data:
                break
            self.sendall(data)
            total += len(data)
        if total and hasattr(file, "seek"):
            file.seek(offset + total)
        return total

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def _real_close(self):
        _socket.socket.close(self)

    def close(self):
        """Close the socket, when its last file object is closed."""
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def detach(self):
        """Close the object and give the descriptor away."""
        self._closed = True
        return super().detach()

    def get_inheritable(self):
        """Whether the descriptor is inherited by programs that are started."""
        return os.get_inheritable(self.fileno())

    def set_inheritable(self, inheritable):
        """Say whether the descriptor is inherited by programs that are started."""
        os.set_inheritable(self.fileno(), inheritable)


SocketType = _socket.SocketType


class SocketIO(io.RawIOBase):
    """The raw stream of a socket's file object."""

    def __init__(self, sock, mode):
        if mode not in ("r", "w", "rw", "rb", "wb", "rwb"):
            raise ValueError(f"invalid mode: {mode!r}")
        io.RawIOBase.__init__(self)
        self._sock = sock
        self._mode = mode if "b" in mode else mode + "b"
        self._reading, self._writing = "r" in mode, "w" in mode
        self._timeout_occurred = False

    def readinto(self, b):
        """Receive into a buffer; None if nothing is there and the socket does not wait."""
        self._check_closed()
        if not self._reading:
            raise io.UnsupportedOperation("File or stream is not readable.")
        if self._timeout_occurred:
            raise OSError("cannot read from timed out object")
        try:
            return self._sock.recv_into(b)
        except TimeoutError:
            self._timeout_occurred = True
            raise
        except BlockingIOError:
            return None

    def write(self, b):
        """Send bytes; how many, or None if there is no room and the socket does not wait."""
        self._check_closed()
        if not self._writing:
            raise io.UnsupportedOperation("File or stream is not writable.")
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def readable(self):
        """Whether it was opened for reading."""
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return self._reading

    def writable(self):
        """Whether it was opened for writing."""
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return self._writing

    def seekable(self):
        """Never."""
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return False

    def fileno(self):
        """The descriptor."""
        self._check_closed()
        return self._sock.fileno()

    @property
    def name(self):
        """The descriptor, -1 once closed."""
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        """How it was opened."""
        return self._mode

    def close(self):
        """Let go of the socket."""
        if self.closed:
            return
        io.RawIOBase.close(self)
        self._sock._decref_socketios()
        self._sock = None


def fromfd(fd, family, type, proto=0):
    """A socket over a copy of a descriptor."""
    return socket(family, type, proto, dup(fd))


def send_fds(sock, buffers, fds, flags=0, address=None):
    """Send data and open descriptors through a socket of this machine."""
    import array
    return sock.sendmsg(buffers, [(SOL_SOCKET, SCM_RIGHTS, array.array("i", fds))], flags, address)


def recv_fds(sock, bufsize, maxfds, flags=0):
    """Receive data and open descriptors: (data, descriptors, flags, address)."""
    import array
    fds = array.array("i")
    data, beside, flags, address = sock.recvmsg(bufsize, CMSG_LEN(maxfds * fds.itemsize), flags)
    for level, kind, contents in beside:
        if level == SOL_SOCKET and kind == SCM_RIGHTS:
            fds.frombytes(contents[:len(contents) - len(contents) % fds.itemsize])
    return data, list(fds), flags, address


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected with each other."""
    ends = _socketpair(AF_UNIX if family is None else family, type, proto)
    return tuple(socket(end.family, end.type, end.proto, end.detach()) for end in ends)


def getfqdn(name=""):
    """The full name of a host, by default of this one."""
    name = name.strip()
    if not name or name in ("0.0.0.0", "::"):
        name = gethostname()
    try:
        known, others, _ = gethostbyaddr(name)
    except error:
        return name
    return next((one for one in (known, *others) if "." in one), known)


_GLOBAL_DEFAULT_TIMEOUT = object()  # the one that setdefaulttimeout has set


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    """A socket that is connected to a host and port, whichever of the host's addresses answers."""
    host, port = address
    errors = []
    for family, kind, proto, _, where in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(where)
            errors.clear()
            return sock
        except OSError as failure:
            if not all_errors:
                errors.clear()
            errors.append(failure)
            if sock is not None:
                sock.close()
    if not errors:
        raise OSError("getaddrinfo returns an empty list")
    try:
        if not all_errors:
            raise errors[0]
        raise ExceptionGroup("create_connection failed", errors)
    finally:
        errors.clear()


def has_dualstack_ipv6():
    """Whether one socket can take connections of both versions of the protocol."""
    try:
        with socket(AF_INET6, SOCK_STREAM) as sock:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
            return True
    except OSError:
        return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A socket that listens at an address."""
    if dualstack_ipv6:
        if not has_dualstack_ipv6():
            raise ValueError("dualstack_ipv6 not supported on this platform")
        if family != AF_INET6:
            raise ValueError("dualstack_ipv6 requires AF_INET6 family")
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            sock.bind(address)
        except OSError as failure:
            raise OSError(failure.errno, f"{failure.strerror} (while attempting to bind on address {address!r})") from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
        return sock
    except OSError:
        sock.close()
        raise


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """The ways to reach a host and port: (family, type, proto, canonical name, address) each."""
    return [(_as_enum(found[0], AddressFamily), _as_enum(found[1], SocketKind), *found[2:])
            for found in _getaddrinfo(host, port, family, type, proto, flags)]
