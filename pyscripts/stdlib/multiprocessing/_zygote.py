"""The zygote: a child VM that has done all that every child begins with, and of which the later ones are copies.

A process that starts a second child is likely to start more. From then on it has a zygote, and a child is no longer
started from nothing but copied from that, as a child of this process all the same. What it finds is what it would have
found: a zygote stands for children only as long as one started anew would be like it (`likeness`), and a child with
anything of its own is started anew.
"""

import atexit
import posix
from _thread import allocate_lock

import _multiprocessing

_lock = allocate_lock()
# Whether this process has started a child before.
_is_parent = False
# Whether the system cannot copy a process for its parent.
_refused = False
_zygote = None


class _Zygote:
    """The zygote of this process, as it is seen from here."""

    def __init__(self, likeness):
        from . import reduction
        from .child import preparation
        self.likeness = likeness
        self._is_up = False
        # Each child sets up its logging itself.
        work = reduction.dumps(preparation() | {"level": None}), reduction.dumps(_Template())
        self.control, there = _multiprocessing.socketpair()
        try:
            self.pid = _multiprocessing.spawn(there)
        except BaseException:
            posix.close(self.control)
            raise
        finally:
            posix.close(there)
        try:
            for message in work:
                _multiprocessing.send_message(self.control, *message)
        except BaseException:
            self.end()
            raise

    def is_up(self):
        """Whether it can make copies: to wait until it can takes longer than to start a child anew."""
        if not self._is_up and _multiprocessing.poll([self.control], 0):
            _multiprocessing.receive_message(self.control)
            self._is_up = True
        return self._is_up

    def copy(self, link):
        """A copy that keeps the descriptor; its process identifier, 0 if there can be none."""
        _multiprocessing.send_message(self.control, b"", [link])
        return int(_multiprocessing.receive_message(self.control)[0])

    def end(self):
        """Have it end."""
        posix.close(self.control)
        try:
            posix.kill(self.pid, 9)
            posix.waitpid(self.pid, 0)
        except OSError:
            # Somebody else has waited for it.
            pass


def spawn(link):
    """Start a child VM that keeps the descriptor; its process identifier."""
    global _is_parent
    likeness = _multiprocessing.likeness()
    # One child is no reason to keep another process.
    if not _is_parent or _refused or likeness is None or not _lock.acquire(False):
        _is_parent = True
        return _multiprocessing.spawn(link)
    try:
        return _copy(likeness, link) or _multiprocessing.spawn(link)
    finally:
        _lock.release()


def _copy(likeness, link):
    """A copy of the zygote, of a new one if need be; its process identifier, 0 if there can be none."""
    global _zygote, _refused
    if _zygote is not None and _zygote.likeness != likeness:
        _zygote.end()
        _zygote = None
    if _zygote is None:
        # It begins while this child is started from nothing, and makes later ones.
        atexit.unregister(_end)
        atexit.register(_end)
        try:
            _zygote = _Zygote(likeness)
        except OSError:
            # It was killed at once, or there is no room for it: then a child by itself may still have room.
            pass
        return 0
    try:
        if not _zygote.is_up():
            return 0
        pid = _zygote.copy(link)
    except BaseException as error:
        _zygote.end()
        _zygote = None
        # If it was killed, the next child begins another.
        if isinstance(error, (OSError, EOFError)):
            return 0
        raise
    if pid == 0:
        _zygote.end()
        _zygote, _refused = None, True
    return pid


def _end():
    """At the exit: whoever waits for this process finds nothing left of it."""
    if _zygote is not None:
        _zygote.end()


def _after_fork():
    """A copy of this process has no zygote: that of its parent makes children for its parent."""
    global _zygote, _lock, _is_parent
    _lock, _is_parent = allocate_lock(), False
    if _zygote is not None:
        posix.close(_zygote.control)
        _zygote = None


posix.register_at_fork(after_in_child=_after_fork)


# In the zygote.

class _Template:
    """What the zygote does, in the place of a process object."""

    def _bootstrap(self, parent_sentinel):
        import signal
        from . import _arriving, child, process, util
        interrupted = signal.signal(signal.SIGINT, signal.SIG_IGN)
        _multiprocessing.settle()
        try:
            _multiprocessing.send_message(parent_sentinel, b"up")
        except OSError:
            return 0
        while True:
            try:
                _, (link,) = _multiprocessing.receive_message(parent_sentinel)
            except (EOFError, OSError):
                return 0
            try:
                pid = _multiprocessing.fork_sibling()
            except OSError:
                pid = None
            if pid == 0:
                signal.signal(signal.SIGINT, interrupted)
                return self._be_child(link, parent_sentinel)
            posix.close(link)
            try:
                _multiprocessing.send_message(parent_sentinel, str(pid or 0).encode())
            except OSError:
                return 0

    def _be_child(self, link, control):
        import sys
        posix.close(control)
        # Its `__main__` is nobody's.
        sys.modules["multiprocessing._arriving"].main_is_shared = False
        from .child import main
        return main(link)
