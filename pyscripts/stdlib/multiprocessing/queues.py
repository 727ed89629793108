"""Queues between processes.

The messages lie in a file without a name that all share (`_multiprocessing.Spool`): put() pickles the object there and
then and never waits for a reader, so no thread is needed, what cannot be pickled is an error of put(), and a process may
end while nobody has read what it added. A process that is killed in the middle leaves nothing half done.
"""

from queue import Empty, Full

from _multiprocessing import Spool, poll

from . import context, reduction

__all__ = ["Queue", "SimpleQueue", "JoinableQueue"]


class _Reader:
    """The far end of a queue for those who wait for several things: `fileno()` is ready while there are objects."""

    def __init__(self, queue):
        self._queue = queue

    def fileno(self):
        """The descriptor."""
        return self._queue._spool.fds[1]

    def poll(self, timeout=0.0):
        """Whether there is an object; waits up to `timeout` seconds, None for ever."""
        return self._queue._spool.count > 0 or bool(poll([self.fileno()], timeout))

    def recv(self):
        """Remove and return an object."""
        return reduction.loads(*self._queue._spool.get())

    def close(self):
        """Nothing to do: the queue closes it."""


class _Spooled:
    """What all queues have in common."""

    def _start(self, spool):
        self._spool = spool
        self._closed = False
        self._reader = _Reader(self)

    def _check_open(self):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")

    def _spooled(self):
        """The spool as it is handed to a process that starts."""
        context.assert_spawning(self)
        self._check_open()
        return [reduction.DupFd(fd) for fd in self._spool.fds]

    def close(self):
        """This process uses the queue no more; what it added stays there for the others."""
        if not self._closed:
            self._closed = True
            self._spool.close()

    def empty(self):
        """Whether there was no object a moment ago."""
        if self._closed:
            raise OSError("handle is closed")
        return self._spool.count == 0

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def _spool_of(received):
    return Spool([one.detach() for one in received])


class Queue(_Spooled):
    """First in, first out; at most `maxsize` objects when that is above zero."""

    def __init__(self, maxsize=0, *, ctx):
        self._maxsize = max(maxsize, 0)
        self._start(Spool())

    def __getstate__(self):
        return self._maxsize, self._spooled()

    def __setstate__(self, state):
        self._maxsize, received = state
        self._start(_spool_of(received))

    def put(self, obj, block=True, timeout=None):
        """Add an object, waiting for a free place if `block`, at most `timeout` seconds."""
        self._check_open()
        data, descriptors = reduction.dumps(obj)
        if not self._spool.put(data, descriptors, self._maxsize, timeout if block else 0):
            raise Full

    def get(self, block=True, timeout=None):
        """Remove and return an object, waiting for one if `block`, at most `timeout` seconds."""
        self._check_open()
        message = self._spool.get(timeout if block else 0)
        if message is None:
            raise Empty
        return reduction.loads(*message)

    def qsize(self):
        """How many objects there were a moment ago."""
        return self._spool.count

    def full(self):
        """Whether there was no place a moment ago."""
        return 0 < self._maxsize <= self._spool.count

    def get_nowait(self):
        """get() that does not wait."""
        return self.get(False)

    def put_nowait(self, obj):
        """put() that does not wait."""
        return self.put(obj, False)

    def join_thread(self):
        """Nothing to wait for: what was added is there. After close()."""
        assert self._closed, f"Queue {self!r} not closed"

    def cancel_join_thread(self):
        """Nothing to cancel: a process never waits for what it added to be read."""


class JoinableQueue(Queue):
    """A queue whose objects are reported done."""

    def __init__(self, maxsize=0, *, ctx):
        super().__init__(maxsize, ctx=ctx)
        self._unfinished_tasks = ctx.Semaphore(0)
        self._cond = ctx.Condition()

    def __getstate__(self):
        return super().__getstate__(), self._cond, self._unfinished_tasks

    def __setstate__(self, state):
        inherited, self._cond, self._unfinished_tasks = state
        super().__setstate__(inherited)

    def put(self, obj, block=True, timeout=None):
        """Add an object, waiting for a free place if `block`, at most `timeout` seconds."""
        # Counted first: it may be got and reported done before this goes on.
        self._unfinished_tasks.release()
        try:
            super().put(obj, block, timeout)
        except BaseException:
            self.task_done()
            raise

    def task_done(self):
        """Say that the work on an object is finished."""
        with self._cond:
            if not self._unfinished_tasks.acquire(False):
                raise ValueError("task_done() called too many times")
            if self._unfinished_tasks._semlock._is_zero():
                self._cond.notify_all()

    def join(self):
        """Wait until all objects have been got and reported done."""
        with self._cond:
            while not self._unfinished_tasks._semlock._is_zero():
                self._cond.wait()


class SimpleQueue(_Spooled):
    """A queue without a limit."""

    def __init__(self, *, ctx):
        self._start(Spool())

    def __getstate__(self):
        return self._spooled()

    def __setstate__(self, received):
        self._start(_spool_of(received))

    def get(self):
        """Remove and return an object, waiting for one."""
        return reduction.loads(*self._spool.get())

    def put(self, obj):
        """Add an object."""
        self._spool.put(*reduction.dumps(obj))
