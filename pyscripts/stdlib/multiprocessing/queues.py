"""Queues between processes.

A `Queue` is a pipe with a lock at each end and a semaphore that counts free places. put() leaves the object in a buffer;
a thread, started with the first object, pickles and sends what is there, so that put() never waits for a reader.
"""

import threading
from _collections import deque
from queue import Empty, Full
from time import monotonic

from _multiprocessing import poll, receive_message, send_message

from . import connection, context, reduction
from .synchronize import SEM_VALUE_MAX

__all__ = ["Queue", "SimpleQueue", "JoinableQueue"]

# Tells the sending thread that nothing more will come.
_END = object()


class Queue:
    """First in, first out; at most `maxsize` objects when that is above zero."""

    def __init__(self, maxsize=0, *, ctx):
        if maxsize <= 0:
            maxsize = SEM_VALUE_MAX
        self._maxsize = maxsize
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._read_lock = ctx.Lock()
        self._write_lock = ctx.Lock()
        self._places = ctx.BoundedSemaphore(maxsize)
        self._prepare()

    def _prepare(self):
        self._buffer = deque()
        self._changed = threading.Condition(threading.Lock())
        self._thread = None
        self._closed = False
        self._join_at_exit = True
        from .util import register_after_fork
        register_after_fork(self, Queue._prepare)

    def __getstate__(self):
        context.assert_spawning(self)
        return self._maxsize, self._reader, self._writer, self._read_lock, self._write_lock, self._places

    def __setstate__(self, state):
        self._maxsize, self._reader, self._writer, self._read_lock, self._write_lock, self._places = state
        self._prepare()

    def _check_open(self):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")

    def put(self, obj, block=True, timeout=None):
        """Add an object, waiting for a free place if `block`, at most `timeout` seconds."""
        self._check_open()
        if not self._places.acquire(block, timeout):
            raise Full
        self._enqueue(obj)

    def _enqueue(self, obj):
        with self._changed:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._changed.notify()

    def get(self, block=True, timeout=None):
        """Remove and return an object, waiting for one if `block`, at most `timeout` seconds."""
        self._check_open()
        deadline = None if timeout is None or not block else monotonic() + timeout
        if not self._read_lock.acquire(block, timeout if block else None):
            raise Empty
        try:
            if not block or deadline is not None:
                remaining = 0 if deadline is None else max(deadline - monotonic(), 0)
                if not poll([self._reader.fileno()], remaining):
                    raise Empty
            message = receive_message(self._reader.fileno())
            self._places.release()
        finally:
            self._read_lock.release()
        # Others can read while this one unpickles.
        return reduction.loads(*message)

    def qsize(self):
        """About how many objects there are."""
        return self._maxsize - self._places._semlock._get_value()

    def empty(self):
        """Whether there was no object a moment ago."""
        if self._closed:
            raise OSError("handle is closed")
        return not self._reader.poll()

    def full(self):
        """Whether there was no place a moment ago."""
        return self._places._semlock._is_zero()

    def get_nowait(self):
        """get() that does not wait."""
        return self.get(False)

    def put_nowait(self, obj):
        """put() that does not wait."""
        return self.put(obj, False)

    def close(self):
        """This process adds no more; what it added is still sent."""
        if self._closed:
            return
        self._closed = True
        with self._changed:
            if self._thread is None:
                self._reader.close()
                self._writer.close()
            else:
                self._buffer.append(_END)
                self._changed.notify()

    def join_thread(self):
        """Wait until all that was added is sent; after close()."""
        assert self._closed, f"Queue {self!r} not closed"
        if self._thread is not None:
            self._thread.join()

    def cancel_join_thread(self):
        """Do not wait at the end of the process for what is still to be sent."""
        self._join_at_exit = False

    def _start_thread(self):
        self._thread = threading.Thread(target=self._feed, name="QueueFeederThread", daemon=True)
        self._thread.start()
        from .util import Finalize
        Finalize(None, self._finish, exitpriority=-5)

    def _finish(self):
        """Send what is there before the process ends."""
        if self._join_at_exit:
            with self._changed:
                self._buffer.append(_END)
                self._changed.notify()
            self._thread.join()

    def _feed(self):
        """What the sending thread does."""
        while True:
            with self._changed:
                while not self._buffer:
                    self._changed.wait()
                obj = self._buffer.popleft()
            if obj is _END:
                if self._closed:
                    self._reader.close()
                    self._writer.close()
                return
            try:
                message = reduction.dumps(obj)
            except Exception as error:
                self._places.release()
                self._on_queue_feeder_error(error, obj)
                continue
            try:
                with self._write_lock:
                    send_message(self._writer.fileno(), *message)
            except OSError as error:
                from .util import is_exiting
                if not is_exiting():
                    self._on_queue_feeder_error(error, obj)
                return
            # The object shall not live until the next one comes.
            del obj, message

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        """Called when an object cannot be sent."""
        import traceback
        traceback.print_exception(e)


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
        self._check_open()
        if not self._places.acquire(block, timeout):
            raise Full
        with self._cond:
            self._unfinished_tasks.release()
            self._enqueue(obj)

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
            if not self._unfinished_tasks._semlock._is_zero():
                self._cond.wait()


class SimpleQueue:
    """A pipe with a lock at each end."""

    def __init__(self, *, ctx):
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._read_lock = ctx.Lock()
        self._write_lock = ctx.Lock()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._reader, self._writer, self._read_lock, self._write_lock

    def __setstate__(self, state):
        self._reader, self._writer, self._read_lock, self._write_lock = state

    def close(self):
        """Close both ends."""
        self._reader.close()
        self._writer.close()

    def empty(self):
        """Whether there is no object."""
        return not self._reader.poll()

    def get(self):
        """Remove and return an object, waiting for one."""
        with self._read_lock:
            message = receive_message(self._reader.fileno())
        return reduction.loads(*message)

    def put(self, obj):
        """Add an object, waiting until there is room in the pipe."""
        message = reduction.dumps(obj)
        with self._write_lock:
            send_message(self._writer.fileno(), *message)
