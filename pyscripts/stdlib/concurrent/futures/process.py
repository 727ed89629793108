"""An executor whose calls run in processes.

It stands on the same workers as `multiprocessing.Pool`: each has a pipe of its own and one call at a time. A worker that
dies breaks the whole executor, as documented: its successor could not know what the program expects of it.
"""

import threading
from _weakref import ref

from multiprocessing._pool_crew import RUN, TERMINATE, Crew
from multiprocessing._pool_worker import RemoteTraceback
from multiprocessing.pool import _chunks

from . import _base

# The crews of all executors: the program waits for them at its end.
_crews = set()
_exiting = False

_BROKEN = "A child process terminated abruptly, the process pool is not usable anymore"
_TERMINATED = "A process in the process pool was terminated abruptly while the future was running or pending."


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker of the executor ended abruptly."""


class _RemoteTraceback(Exception):
    """The traceback of an exception where it was raised, as text."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def _leave():
    global _exiting
    _exiting = True
    for crew in list(_crews):
        crew.close()
        crew.collector.join()


threading._register_atexit(_leave)


class _Call:
    """A job of the pool's kind that fills a future."""

    def __init__(self, crew, future):
        self._crew, self.future = crew, future

    def _begin(self):
        return self.future.set_running_or_notify_cancel()

    def _wake(self):
        """Nothing that waits."""

    def _set(self, index, success, value):
        self._crew.done(self)
        if success:
            self.future.set_result(value)
            return
        if type(value.__cause__) is RemoteTraceback:
            value.__cause__ = _RemoteTraceback(value.__cause__.tb)
        self.future.set_exception(value)

    def _fail(self, error):
        self._crew.done(self)
        if not self.future.running() and not self.future.set_running_or_notify_cancel():
            return
        self.future.set_exception(error)


class _Crew(Crew):
    """Workers that come as they are needed; the death of one is the end of all."""

    # All else is a result of the call.
    ends_with = KeyboardInterrupt,

    def __init__(self, context, most, initializer, initargs, maxtasks):
        super().__init__(context, most, initializer, initargs, maxtasks, at_once=False)
        _crews.add(self)

    def check_running(self):
        if self.broken is not None:
            raise BrokenProcessPool(_BROKEN)
        if self.state != RUN:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if _exiting:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")

    def bury(self, worker):
        if self.state == TERMINATE:
            return
        error = BrokenProcessPool(_TERMINATED)
        error.__cause__ = self.reap(worker)
        self.state = TERMINATE
        self.kill()
        self.fail(error)

    def collect(self):
        try:
            super().collect()
        finally:
            _crews.discard(self)
            self.join()

    def cancel(self):
        """Cancel the calls that no worker has begun."""
        with self.lock:
            calls = [task[0] for task in self.pending]
            self.pending.clear()
        for call in calls:
            if call.future.cancel():
                call.future.set_running_or_notify_cancel()
            self.done(call)


class ProcessPoolExecutor(_base.Executor):
    """Runs calls in at most `max_workers` processes."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        if max_workers is None:
            from os import process_cpu_count
            max_workers = process_cpu_count() or 1
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
            if mp_context is not None and mp_context.get_start_method() == "fork":
                raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; "
                                 "supply a different mp_context.")
        if mp_context is None:
            from multiprocessing.context import _default_context
            mp_context = _default_context.get_context("spawn" if max_tasks_per_child is not None else None)
        self._max_workers = max_workers
        self._crew = crew = _Crew(mp_context, max_workers, initializer, initargs, max_tasks_per_child)
        # The workers do not keep the executor alive: if it goes, they go.
        self._gone = ref(self, lambda _: crew.close())

    @property
    def _processes(self):
        return {worker.process.pid: worker.process for worker in self._crew.workers}

    def submit(self, fn, /, *args, **kwargs):
        """Have `fn(*args, **kwargs)` called in a process; the future of its result."""
        future = _base.Future()
        call = _Call(self._crew, future)
        self._crew.add(call, [(call, 0, fn, args, kwargs)])
        return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Like the built-in map, with the calls made at once and elsewhere, `chunksize` of them a message."""
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        if chunksize == 1:
            return super().map(fn, *iterables, timeout=timeout)
        chunks = _chunks(zip(*iterables), chunksize)

        def run(futures):
            for results in futures:
                yield from results

        return run(super().map(_run_chunk, _repeat(fn), chunks, timeout=timeout))

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls; with `wait`, return when those it has are done; or cancel those not begun."""
        if cancel_futures:
            self._crew.cancel()
        self._crew.close()
        if wait and threading.current_thread() is not self._crew.collector:
            self._crew.collector.join()


def _repeat(value):
    while True:
        yield value


def _run_chunk(function, chunk):
    return [function(*args) for args in chunk]
