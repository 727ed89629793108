"""What the children of this process have cost and brought, for the explanation at its end.

Invariant: only children that were waited for are in the sums, so `running` is 0 if all are.
"""

import posix
from _thread import allocate_lock
from time import monotonic, process_time


class _Sums:
    """Of all children so far; times in seconds."""

    def __init__(self):
        self.started = self.running = 0
        # What starting them took this process, and the processor's time that they used themselves.
        self.starting = self.used = 0.0
        # For how long there was a child, and the processor's time that this process used meanwhile.
        self.lived = self.used_here = 0.0


_sums = _Sums()
# Threads may start and await children at the same time.
_lock = allocate_lock()
# When there was first a child after there was none, and the processor's time of this process then.
_since = _used_before = 0.0


def sums():
    """The sums up to now; None if no child was ever started."""
    return _sums if _sums.started else None


def starting():
    """A child is about to be started."""
    global _since, _used_before
    began = monotonic()
    with _lock:
        if _sums.running == 0:
            _since, _used_before = began, process_time()
    return began


def started(began):
    """It was; `began` is what starting() gave."""
    with _lock:
        _sums.started += 1
        _sums.running += 1
        _sums.starting += monotonic() - began


def ended(used):
    """A child has ended, and had used so many seconds of a processor."""
    with _lock:
        _sums.running -= 1
        _sums.used += used
        if _sums.running == 0:
            _sums.lived += monotonic() - _since
            _sums.used_here += process_time() - _used_before


def _after_fork():
    """A copy of this process has no children yet."""
    global _sums, _lock
    _sums, _lock = _Sums(), allocate_lock()


posix.register_at_fork(after_in_child=_after_fork)
