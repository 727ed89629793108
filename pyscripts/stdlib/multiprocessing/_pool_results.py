"""What the calls of a pool will give.

A job is what a pool's crew tells of its tasks: `_begin()` before one is sent, `_set(index, success, value)` when it has
ended, `_fail(error)` when none will end any more, `_wake()` when somebody waits for all of them. A result of a call is a
job itself. An iterator over results is not, so that it is known when nobody reads from it any more.
"""

import threading
from _collections import deque
from time import monotonic

from ._pool_crew import AHEAD
from .context import TimeoutError


class ApplyResult:
    """What a call will give."""

    def __init__(self, crew, callback, error_callback):
        self._crew = crew
        self._event = threading.Event()
        self._callback, self._error_callback = callback, error_callback
        self._success = None
        self._value = None

    def ready(self):
        """Whether the call has ended."""
        return self._event.is_set()

    def successful(self):
        """Whether the call has ended without an exception."""
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._success

    def wait(self, timeout=None):
        """Wait for the end of the call, at most `timeout` seconds."""
        self._event.wait(timeout)

    def get(self, timeout=None):
        """What the call returned; raises what it raised."""
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _begin(self):
        """Whether a task is still wanted; called before it is sent."""
        return True

    def _wake(self):
        """Nothing that waits."""

    def _set(self, index, success, value):
        self._finish(success, value)

    def _fail(self, error):
        self._finish(False, error)

    def _finish(self, success, value):
        if self._event.is_set():
            return
        self._success, self._value = success, value
        callback = self._callback if success else self._error_callback
        self._crew.done(self)
        if callback:
            callback(value)
        self._event.set()
        self._callback = self._error_callback = None

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """What the calls of a map will give: a list, or the first exception."""

    def __init__(self, crew, chunksize, length, chunks, callback, error_callback):
        super().__init__(crew, callback, error_callback)
        self._results = [None] * length
        self._chunksize = chunksize
        self._left = chunks
        self._error = None

    def _set(self, index, success, value):
        self._left -= 1
        if success:
            self._results[index * self._chunksize:(index + 1) * self._chunksize] = value
        elif self._error is None:
            self._error = value
        # All chunks are waited for, so that none runs on when the map has failed.
        if self._left == 0:
            if self._error is None:
                self._finish(True, self._results)
            else:
                self._finish(False, self._error)


class Arrivals:
    """The results of an imap that have come and have not been read."""

    def __init__(self, crew, ordered):
        self._crew, self._ordered = crew, ordered
        # A collection may end the reader's life while this very thread holds the lock.
        self._condition = threading.Condition()
        self._items = deque()
        # How many have come in their turn, how many there are in all, and how many were read.
        self._index, self._length, self._read = 0, None, 0
        self._unsorted = {}
        self._wanted = True

    # For the reader.

    def next(self, timeout):
        """The next result: whether it is one, and the value."""
        deadline = None if timeout is None else monotonic() + timeout
        with self._condition:
            while not self._items:
                if self._index == self._length:
                    raise StopIteration
                remaining = None if deadline is None else deadline - monotonic()
                if remaining is not None and remaining <= 0:
                    raise TimeoutError
                self._condition.wait(remaining)
            self._read += 1
            if self._length is None:
                # The feeder may wait for this.
                self._condition.notify_all()
            return self._items.popleft()

    def abandon(self):
        """Nobody will read any more."""
        with self._condition:
            self._wanted = False
            self._items.clear()
            self._unsorted.clear()
            self._condition.notify_all()

    # For who feeds the pool.

    def wait_for_room(self, added):
        """Wait until not too many results are unread, if somebody reads them at all."""
        crew = self._crew
        with self._condition:
            while added - self._read >= AHEAD and self._wanted and not crew.joining and self._length is None:
                self._condition.wait()

    # For the crew.

    def _begin(self):
        return True

    def _wake(self):
        with self._condition:
            self._condition.notify_all()

    def _arrive(self, index, result):
        """Put a result where the reader finds it when its turn has come."""
        if not self._ordered:
            self._index += 1
            if self._wanted:
                self._items.append(result)
            return
        self._unsorted[index] = result
        while self._index in self._unsorted:
            result = self._unsorted.pop(self._index)
            if self._wanted:
                self._items.append(result)
            self._index += 1

    def _set(self, index, success, value):
        with self._condition:
            self._arrive(index, (success, value))
            self._condition.notify_all()
            done = self._index == self._length
        if done:
            self._crew.done(self)

    def _set_length(self, length):
        with self._condition:
            self._length = length
            done = self._index == length
            self._condition.notify_all()
        if done:
            self._crew.done(self)

    def _fail(self, error):
        """Nothing more will come: the reader gets the error, then the end."""
        with self._condition:
            if self._index != self._length:
                self._items.append((False, error))
                self._unsorted.clear()
                self._length = self._index
            self._condition.notify_all()
        self._crew.done(self)


class IMapIterator:
    """The results of a pool's imap."""

    _ordered = True

    def __init__(self, crew):
        self._arrivals = Arrivals(crew, self._ordered)

    def __iter__(self):
        return self

    def next(self, timeout=None):
        """The next result; waits for it, at most `timeout` seconds."""
        success, value = self._arrivals.next(timeout)
        if success:
            return value
        raise value

    __next__ = next

    def __del__(self):
        self._arrivals.abandon()


class IMapUnorderedIterator(IMapIterator):
    """The results of a pool's imap_unordered."""

    _ordered = False
