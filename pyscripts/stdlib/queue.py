"""Queues for handing work from thread to thread.

A `Queue` is a lock, three conditions on it and a container behind four methods (`_init`, `_qsize`, `_put`, `_get`)
that subclasses replace. Invariant: `unfinished_tasks` counts what was put and not yet reported done.
"""

import threading
from types import GenericAlias
from _collections import deque
from time import monotonic as _time

from _queue import Empty, SimpleQueue

__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Full(Exception):
    """put() found no free slot."""


class ShutDown(Exception):
    """The queue takes, or gives, no more."""


class Queue:
    """First in, first out; at most `maxsize` items when that is above zero."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = threading.Lock()
        self.not_empty = threading.Condition(self.mutex)
        self.not_full = threading.Condition(self.mutex)
        self.all_tasks_done = threading.Condition(self.mutex)
        self.unfinished_tasks = 0
        self.is_shutdown = False

    def task_done(self):
        """Say that the work on an item is finished."""
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished < 0:
                raise ValueError("task_done() called too many times")
            if unfinished == 0:
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        """Wait until all items have been got and reported done."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        """About how many items there are."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Whether there was no item a moment ago."""
        with self.mutex:
            return not self._qsize()

    def full(self):
        """Whether there was no room a moment ago."""
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        """Add an item, waiting for a free slot if `block`, at most `timeout` seconds."""
        with self.not_full:
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0:
                self._await_room(block, timeout)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def _await_room(self, block, timeout):
        if not block:
            if self._qsize() >= self.maxsize:
                raise Full
            return
        deadline = _deadline(timeout)
        while self._qsize() >= self.maxsize:
            if deadline is None:
                self.not_full.wait()
            else:
                remaining = deadline - _time()
                if remaining <= 0.0:
                    raise Full
                self.not_full.wait(remaining)
            if self.is_shutdown:
                raise ShutDown

    def get(self, block=True, timeout=None):
        """Remove and return an item, waiting for one if `block`, at most `timeout` seconds."""
        with self.not_empty:
            if block and timeout is not None and timeout < 0 and not (self.is_shutdown and not self._qsize()):
                raise ValueError("'timeout' must be a non-negative number")
            if not self._qsize():
                self._await_item(block, timeout)
            item = self._get()
            self.not_full.notify()
            return item

    def _await_item(self, block, timeout):
        if self.is_shutdown:
            raise ShutDown
        if not block:
            raise Empty
        deadline = _deadline(timeout)
        while not self._qsize():
            if deadline is None:
                self.not_empty.wait()
            else:
                remaining = deadline - _time()
                if remaining <= 0.0:
                    raise Empty
                self.not_empty.wait(remaining)
            if self.is_shutdown and not self._qsize():
                raise ShutDown

    def put_nowait(self, item):
        """put() that does not wait."""
        return self.put(item, block=False)

    def get_nowait(self):
        """get() that does not wait."""
        return self.get(block=False)

    def shutdown(self, immediate=False):
        """Refuse further put(); get() gives what is left, or with `immediate` nothing."""
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()

    # What subclasses replace; called with the mutex held.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    __class_getitem__ = classmethod(GenericAlias)


def _deadline(timeout):
    if timeout is None:
        return None
    if timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    return _time() + timeout


class PriorityQueue(Queue):
    """The least item first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        from _heapq import heappush
        heappush(self.queue, item)

    def _get(self):
        from _heapq import heappop
        return heappop(self.queue)


class LifoQueue(Queue):
    """The newest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()
