"""Who removes the shared memory that a program has left.

One process for the whole program, started with the first block, knows the names of the blocks that were created and not
unlinked. It waits until all that told it names and the program's first process are gone, however they went, and then
removes what is left, without a word. It is found at an address that only the program knows, so that processes which use
no shared memory have nothing to do with it.
"""

import os
import socket

import _multiprocessing

from . import process

__all__ = ["ensure_running", "register", "unregister"]

_connection = None


def ensure_running():
    """Have the tracker run, and be connected to it."""
    while not _connect():
        _start(*_place())


def _place():
    """The address of this program's tracker, and the program's first process."""
    key, first = process.current_process()._config["program"]
    return f"\0gilly-shared-memory-{key}", first


def _connect():
    """Whether there is a tracker, which this process is connected to then."""
    global _connection
    if _connection is None:
        caller = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            caller.connect(_place()[0])
            _connection = caller
        except ConnectionRefusedError:
            caller.close()
    return _connection is not None


def _start(address, first):
    """Start the tracker, unless another process is about to do the same."""
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    try:
        listener.bind(address)
    except OSError:
        listener.close()
        return
    listener.listen(128)
    from . import reduction
    from .child import preparation
    work = reduction.dumps(preparation()), reduction.dumps(_Tracker(reduction.DupFd(listener.fileno()), first))
    here, there = _multiprocessing.socketpair()
    try:
        pid = _multiprocessing.spawn(there)
        os.close(there)
        for message in work:
            _multiprocessing.send_message(here, *message)
        # It has gone on as a process of its own.
        os.waitpid(pid, 0)
    finally:
        os.close(here)
        listener.close()


def _tell(message):
    try:
        _connection.send(message.encode())
    except OSError:
        # Somebody has ended it: there is nobody to remember the name.
        pass


def register(name, rtype):
    """Have a name removed at the end of the program."""
    if rtype == "shared_memory":
        ensure_running()
        _tell(f"+{name}")


def unregister(name, rtype):
    """Have a name left alone at the end of the program."""
    # Where there is no tracker, nobody has registered anything.
    if rtype == "shared_memory" and _connect():
        _tell(f"-{name}")


class _Tracker:
    """What the tracker does, in the place of a process object."""

    def __init__(self, listener, first):
        self._listener, self._first = listener, first

    def _bootstrap(self, parent_sentinel):
        if os.fork():
            # Nobody's child: who waits for children does not find it.
            os._exit(0)
        os.close(parent_sentinel)
        os.setsid()
        nothing = os.open("/dev/null", os.O_RDWR)
        for stream in range(3):
            os.dup2(nothing, stream)
        import signal
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for name in _watch(socket.socket(fileno=self._listener.detach()), self._first):
            try:
                os.unlink(f"/dev/shm/{name}")
            except OSError:
                pass
        return 0


def _watch(listener, first):
    """The names that are left when everyone is gone."""
    names, callers = set(), {}
    try:
        first = os.pidfd_open(first)
    except ProcessLookupError:
        first = None
    while first is not None or callers:
        waiting = [listener.fileno(), *callers]
        if first is not None:
            waiting.append(first)
        for ready in _multiprocessing.poll(waiting, None):
            if ready == listener.fileno():
                caller, _ = listener.accept()
                if _is_own(caller):
                    callers[caller.fileno()] = caller
            elif ready == first:
                os.close(first)
                first = None
            elif not _hear(callers[ready], names):
                callers.pop(ready).close()
    return names


def _is_own(caller):
    """Whether the process at the other end belongs to the same user."""
    import struct
    credentials = caller.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
    return struct.unpack("iII", credentials)[1] == os.getuid()


def _hear(caller, names):
    """Take what a caller says; False if it is gone."""
    try:
        message = caller.recv(4096).decode()
    except OSError:
        return False
    name = message[1:].lstrip("/")
    if message[:1] == "+" and name and "/" not in name:
        names.add(name)
    elif message[:1] == "-":
        names.discard(name)
    return bool(message)
