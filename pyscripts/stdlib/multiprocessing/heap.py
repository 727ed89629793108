"""Shared memory for locks, numbers and arrays.

An arena is a mapping; blocks are cut from it. An arena is known by a key in all processes that have it, so that each
maps it once. Invariant: a block that another process may know of is never given out again.
"""

import threading

import _multiprocessing

from . import _keys
from .reduction import DupFd

_ALIGNMENT = 32
_SMALLEST_ARENA = 64 * 1024
_LARGE_BLOCK = 16 * 1024

_lock = threading.Lock()
_arenas = {}
_current = None
# Size -> places of that size that are free again.
_free = {}
_forks = 0


class Arena:
    """A shared mapping and how much of it is given out."""

    def __init__(self, size, key=None, fd=-1):
        self.map = _multiprocessing.Map(size, fd)
        self.key = key or _keys.new_key()
        self.used = 0
        _arenas[self.key] = self

    def __reduce__(self):
        return _rebuild_arena, (self.key, self.map.size, DupFd(self.map.fd))


def _rebuild_arena(key, size, received):
    fd = received.detach()
    with _lock:
        if key in _arenas:
            import posix
            posix.close(fd)
            return _arenas[key]
        arena = Arena(size, key, fd)
        # Its owner gives it out.
        arena.used = size
        return arena


class Block:
    """A piece of an arena, zeroed."""

    def __init__(self, size):
        global _current
        size = max(-(-size // _ALIGNMENT), 1) * _ALIGNMENT
        self._own = size, _forks
        with _lock:
            places = _free.get(size)
            if places:
                self.arena, self.offset = places.pop()
            elif size >= _LARGE_BLOCK:
                self.arena, self.offset = Arena(size), 0
            else:
                if _current is None or _current.used + size > _current.map.size:
                    _current = Arena(_SMALLEST_ARENA)
                self.arena, self.offset = _current, _current.used
                _current.used += size
        self.size = size
        self.view()[:] = bytes(size)

    def view(self):
        """The bytes of the block as a writable memoryview."""
        return memoryview(self.arena.map)[self.offset:self.offset + self.size]

    def __getstate__(self):
        self._own = None
        return self.arena, self.offset, self.size

    def __setstate__(self, state):
        self._own = None
        self.arena, self.offset, self.size = state

    def __del__(self):
        # A collection may begin while the lock is held by this very thread.
        try:
            if getattr(self, "_own", None) == (self.size, _forks) and _lock.acquire(False):
                _free.setdefault(self.size, []).append((self.arena, self.offset))
                _lock.release()
        except NameError:
            # At the interpreter's end the module may be gone before its objects.
            pass


def _before_fork():
    global _forks
    _forks += 1


def _after_fork():
    global _lock, _current
    _lock = threading.Lock()
    # Parent and child would both give out the rest of the arena.
    _current = None
    _free.clear()


def _register_fork_hooks():
    from posix import register_at_fork
    register_at_fork(before=_before_fork, after_in_child=_after_fork)


_register_fork_hooks()
