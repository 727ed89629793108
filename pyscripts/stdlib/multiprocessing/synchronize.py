"""Locks, semaphores, conditions, events and barriers between processes.

All are made of native semaphores in shared memory. A condition is a lock and three semaphores: how many sleep, how many
of them have woken up, and one to sleep on.
"""

import threading
from _multiprocessing import SemLock as _NativeSemaphore

from . import context, process
from .heap import Block

__all__ = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event"]

RECURSIVE_MUTEX, SEMAPHORE = 0, 1
SEM_VALUE_MAX = _NativeSemaphore.SEM_VALUE_MAX

# How long notify() waits for the next one that it has woken to say so.
_SLEEPERS_PATIENCE = 1.0


class SemLock:
    """A semaphore in shared memory that can be handed to processes as they start."""

    def __init__(self, kind, value, maxvalue, *, ctx):
        self._block = Block(32)
        self._attach(_NativeSemaphore(kind, maxvalue, self._block.arena.map, self._block.offset, value))

    def _attach(self, semaphore):
        self._semlock = semaphore
        self.acquire = semaphore.acquire
        self.release = semaphore.release

    def __enter__(self):
        return self._semlock.__enter__()

    def __exit__(self, *args):
        return self._semlock.__exit__(*args)

    def __getstate__(self):
        context.assert_spawning(self)
        return self._semlock.kind, self._semlock.maxvalue, self._block

    def __setstate__(self, state):
        kind, maxvalue, self._block = state
        self._attach(_NativeSemaphore(kind, maxvalue, self._block.arena.map, self._block.offset))

    def _owner(self):
        """Who holds the lock, as far as this process can tell."""
        if self._semlock._is_mine():
            name = process.current_process().name
            thread = threading.current_thread().name
            return name if thread == "MainThread" else f"{name}|{thread}"
        if self._semlock._get_value() == 1:
            return None
        return "SomeOtherThread" if self._semlock._count() > 0 else "SomeOtherProcess"


class Semaphore(SemLock):
    """A counter that never falls below zero: acquire() waits until it can take one."""

    def __init__(self, value=1, *, ctx):
        super().__init__(SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx)

    def get_value(self):
        """The counter."""
        return self._semlock._get_value()

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._semlock._get_value()})>"


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to be released more often than acquired."""

    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx)

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._semlock._get_value()}, maxvalue={self._semlock.maxvalue})>"


class Lock(SemLock):
    """A lock that anyone may release."""

    def __init__(self, *, ctx):
        super().__init__(SEMAPHORE, 1, 1, ctx=ctx)

    def __repr__(self):
        return f"<{type(self).__name__}(owner={self._owner()})>"


class RLock(SemLock):
    """A lock that its holder may take again."""

    def __init__(self, *, ctx):
        super().__init__(RECURSIVE_MUTEX, 1, 1, ctx=ctx)

    def __repr__(self):
        owner = self._owner()
        count = self._semlock._count() if self._semlock._is_mine() else 0 if owner is None else "nonzero"
        return f"<{type(self).__name__}({owner}, {count})>"


class Condition:
    """A lock with a queue of processes that wait for a change of what it protects."""

    def __init__(self, lock=None, *, ctx):
        self._lock = lock or ctx.RLock()
        self._sleeping_count = ctx.Semaphore(0)
        self._woken_count = ctx.Semaphore(0)
        self._wait_semaphore = ctx.Semaphore(0)
        self._attach()

    def _attach(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore

    def __setstate__(self, state):
        self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
        self._attach()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        waiting = self._sleeping_count.get_value() - self._woken_count.get_value()
        return f"<{type(self).__name__}({self._lock}, {waiting})>"

    def wait(self, timeout=None):
        """Let go of the lock until notified or until `timeout` seconds have passed; False if they have."""
        assert self._lock._semlock._is_mine(), "must acquire() condition before using wait()"
        self._sleeping_count.release()
        held = self._lock._semlock._count()
        for _ in range(held):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for _ in range(held):
                self._lock.acquire()

    def notify(self, n=1):
        """Wake up to `n` of the waiting processes."""
        assert self._lock._semlock._is_mine(), "lock is not owned"
        # Nobody has slept through a permit that is left.
        while self._wait_semaphore.acquire(False):
            pass
        # Those whose wait has timed out no longer sleep.
        while self._woken_count.acquire(False):
            self._sleeping_count.acquire(False)
        sleepers = 0
        while sleepers < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            sleepers += 1
        if sleepers:
            for _ in range(sleepers):
                if not self._woken_count.acquire(True, _SLEEPERS_PATIENCE):
                    # The others were killed as they slept.
                    break
            # One of them may have timed out and left its permit: nobody else shall find it.
            while self._wait_semaphore.acquire(False):
                pass

    def notify_all(self):
        """Wake all of the waiting processes."""
        self.notify(SEM_VALUE_MAX)

    def wait_for(self, predicate, timeout=None):
        """Wait until `predicate()` is true; its last value is the result."""
        import time
        deadline = None if timeout is None else time.monotonic() + timeout
        while not (result := predicate()):
            remaining = None
            if deadline is not None:
                remaining = deadline - time.monotonic()
                if remaining <= 0:
                    break
            self.wait(remaining)
        return result


class Event:
    """A flag that processes can wait for."""

    def __init__(self, *, ctx):
        self._cond = ctx.Condition(ctx.Lock())
        self._flag = ctx.Semaphore(0)

    def __repr__(self):
        return f"<{type(self).__qualname__} at {id(self):#x} {'set' if self.is_set() else 'unset'}>"

    def _take(self):
        """Whether the flag was set; it is put back."""
        if self._flag.acquire(False):
            self._flag.release()
            return True
        return False

    def is_set(self):
        """Whether the flag is set."""
        with self._cond:
            return self._take()

    def set(self):
        """Set the flag and wake everyone who waits for it."""
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        """Clear the flag."""
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        """Wait until the flag is set; False if `timeout` seconds pass first."""
        with self._cond:
            if not self._take():
                self._cond.wait(timeout)
                return self._take()
            return True


class Barrier(threading.Barrier):
    """A barrier whose state and count are in shared memory."""

    _STATES = ("filling", "draining", "resetting", "broken")

    def __init__(self, parties, action=None, timeout=None, *, ctx):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._block = Block(16)
        self._cond = ctx.Condition()
        self._action, self._timeout, self._parties = action, timeout, parties
        self._numbers = self._block.view().cast("q")

    def __getstate__(self):
        return self._parties, self._action, self._timeout, self._cond, self._block

    def __setstate__(self, state):
        self._parties, self._action, self._timeout, self._cond, self._block = state
        self._numbers = self._block.view().cast("q")

    @property
    def _state(self):
        return self._STATES[self._numbers[0]]

    @_state.setter
    def _state(self, value):
        self._numbers[0] = self._STATES.index(value)

    @property
    def _count(self):
        return self._numbers[1]

    @_count.setter
    def _count(self, value):
        self._numbers[1] = value
