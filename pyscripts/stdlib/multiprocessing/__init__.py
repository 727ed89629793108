"""Processes used like threads: child VMs that run Python functions, and what they talk through.

`Process` starts the same binary again as a child VM; work reaches it as pickles over a socket pair. Functions and
classes that the child cannot import travel as code with the globals they reach (see `_by_value`), so scripts need no
guard. Everything public is a method of the default context, bound here when first asked for: the child imports only
what it uses.

The native side. `_multiprocessing` owns the system calls; it knows nothing of processes, pickles or pools:

    spawn(fd) -> pid
        Start this executable as `gilly --child-vm FD` with the same interpreter options. `fd` stays open in the child
        under its number, 1 and 2 are inherited, 0 is /dev/null, all else is closed. The child's VM imports
        `multiprocessing.child`, calls `main(fd)` there and ends with what that returns as its exit status.
    socketpair() -> (fd, fd)
        Two connected stream sockets, closed on exec.
    send_message(fd, data, fds=())
        Send one message: bytes and any number of descriptors (SCM_RIGHTS, in batches). Waits as long as it takes,
        whole messages only.
    receive_message(fd) -> (bytes, tuple of fds)
        Receive one message; the descriptors are closed on exec. EOFError if the other side has closed before its
        first byte, OSError("got end of file during message") if within.
    poll(fds, timeout) -> list
        Those of the descriptors that can be read from or whose other side is closed; waits up to `timeout` seconds,
        None for ever.
    Map(size, fd=-1)
        Shared memory, zeroed, of a new anonymous file (memfd) or of the descriptor, which it then owns. Attributes
        `fd` and `size`; a writable buffer of `size` bytes; close() unmaps and closes.
    SemLock(kind, maxvalue, map, offset, value=None)
        A semaphore between processes in the 32 bytes at `offset` of a Map, given `value` unless that is None (then it
        is there already). `kind` is RECURSIVE_MUTEX (0) or SEMAPHORE (1). acquire(block=True, timeout=None) -> bool,
        release(), the context manager, `kind`, `maxvalue`, the class attribute SEM_VALUE_MAX, _get_value(),
        _is_zero(), _count() and _is_mine(): how often this thread of this process holds it. release() raises
        ValueError("semaphore or lock released too many times") above `maxvalue`, and AssertionError("attempt to
        release recursive lock not owned by thread") for a mutex of another. A fork's child holds nothing. One whose
        `maxvalue` is 1 passes to the next when the process that holds it dies.
    Spool(fds=None)
        A queue of messages in a file without a name, or the one with these four descriptors, which it then owns.
        put(data, fds=(), most=0, timeout=None) -> bool adds one, unless there are `most` already and for all of the
        time; get(timeout=None) -> (bytes, tuple of fds) or None takes the oldest. `count`; `fds`, the second of which
        can be read from while there are messages; close(). A process that dies amid either leaves nothing half done.
    send_frame(fd, data), receive_frame(fd, most=None)
        Messages as CPython's connections send them. receive_frame returns None for one that is too long.

All of them wait in `gil.detach` and go on after signals. Beside these the package needs `marshal.dumps` and
`marshal.loads` of code objects, `posix.fork`, `waitpid`, `kill` and `urandom`.
"""

from . import context
from .context import AuthenticationError, BufferTooShort, ProcessError, TimeoutError

_default = context._default_context

__all__ = [name for name in dir(_default) if not name.startswith("_")]
__all__ += ["AuthenticationError", "BufferTooShort", "ProcessError", "TimeoutError"]


def __getattr__(name):
    if name in __all__:
        found = globals()[name] = getattr(_default, name)
        return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), *__all__})
