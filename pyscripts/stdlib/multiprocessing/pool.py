"""Pools: workers that run calls.

Here is what programs call. `_pool_crew` has the workers and their tasks, `_pool_worker` is what runs in a worker,
`_pool_results` is what is given back, `_pool_threads` runs the same on threads.
"""

import threading

from ._pool_crew import AHEAD, RUN, TERMINATE, Crew, WorkerDiedError
from ._pool_results import ApplyResult, AsyncResult, IMapIterator, IMapUnorderedIterator, MapResult
from ._pool_worker import MaybeEncodingError, RemoteTraceback, run_chunk, run_star_chunk

__all__ = ["Pool", "ThreadPool"]

# This is where programs find them.
for _class in (WorkerDiedError, ApplyResult, MapResult, IMapIterator, IMapUnorderedIterator, MaybeEncodingError,
               RemoteTraceback):
    _class.__module__ = __name__


class Pool:
    """Processes that run calls."""

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        if processes is None:
            from os import process_cpu_count
            processes = process_cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._start(processes, initializer, initargs, maxtasksperchild, context)

    def _start(self, processes, initializer, initargs, maxtasksperchild, context):
        if context is None:
            from .context import _default_context
            context = _default_context.get_context()
        self._crew = Crew(context, processes, initializer, initargs, maxtasksperchild)
        from .util import Finalize
        self._terminate = Finalize(self, self._crew.terminate, exitpriority=15)

    @property
    def _state(self):
        return self._crew.state

    @property
    def _pool(self):
        return [worker.process for worker in self._crew.workers]

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} state={self._state} pool_size={self._processes}>"

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    def _check_running(self):
        self._crew.own()
        self._crew.check_running()

    # Calls.

    def apply(self, func, args=(), kwds={}):
        """Call `func(*args, **kwds)` in a worker and wait for what it returns."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """The same without waiting: an AsyncResult."""
        self._check_running()
        result = ApplyResult(self._crew, callback, error_callback)
        self._crew.add(result, [(result, 0, func, tuple(args), dict(kwds))])
        return result

    def map(self, func, iterable, chunksize=None):
        """Call `func` with each item; the list of results."""
        return self._map(run_chunk, func, iterable, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """The same without waiting: an AsyncResult."""
        return self._map(run_chunk, func, iterable, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        """Call `func` with each item's own items as arguments; the list of results."""
        return self._map(run_star_chunk, func, iterable, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """The same without waiting: an AsyncResult."""
        return self._map(run_star_chunk, func, iterable, chunksize, callback, error_callback)

    def _map(self, run, func, iterable, chunksize, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, "__len__"):
            iterable = list(iterable)
        length = len(iterable)
        if chunksize is None:
            # Four chunks a worker: few messages, and the workers end at about the same time.
            chunksize, extra = divmod(length, self._processes * 4)
            if extra:
                chunksize += 1
        if length == 0:
            chunksize = 0
        chunks = list(_chunks(iterable, chunksize)) if chunksize else []
        result = MapResult(self._crew, chunksize, length, len(chunks), callback, error_callback)
        if not chunks:
            result._finish(True, [])
            return result
        self._crew.add(result, [(result, index, run, (func, chunk), {}) for index, chunk in enumerate(chunks)])
        return result

    def imap(self, func, iterable, chunksize=1):
        """Call `func` with each item; an iterator over the results in the items' order."""
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        """Call `func` with each item; an iterator over the results as they come."""
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, kind, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize:n}")
        result = kind(self._crew)
        arrivals, crew = result._arrivals, self._crew

        if chunksize == 1:
            def tasks():
                for index, item in enumerate(iterable):
                    yield arrivals, index, func, (item,), {}
        else:
            def tasks():
                for index, chunk in enumerate(_chunks(iterable, chunksize)):
                    yield arrivals, index, run_chunk, (func, chunk), {}

        sized = isinstance(iterable, (list, tuple, range))
        if sized and len(iterable) <= AHEAD:
            tasks = list(tasks())
            arrivals._set_length(len(tasks))
            if tasks:
                crew.add(arrivals, tasks)
        else:
            # The iterator may wait for whatever it likes, also for results.
            crew.add(arrivals, ())
            threading.Thread(target=_feed, args=(crew, arrivals, tasks(), not sized), name="PoolFeeder",
                             daemon=True).start()
        return result if chunksize == 1 else (item for chunk in result for item in chunk)

    # The end.

    def close(self):
        """Take no more calls; the workers end when those there are are done."""
        self._crew.close()

    def terminate(self):
        """End the workers now; what is not done fails."""
        self._terminate()

    def join(self):
        """Wait for the workers' end; after close() or terminate()."""
        if self._state == RUN:
            raise ValueError("Pool is still running")
        self._crew.join()
        self._terminate.cancel()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


def _chunks(iterable, size):
    """The items in tuples of that size, or in ranges: those travel as three numbers."""
    if type(iterable) is range:
        for start in range(0, len(iterable), size):
            yield iterable[start:start + size]
        return
    if isinstance(iterable, (list, tuple)):
        for start in range(0, len(iterable), size):
            yield tuple(iterable[start:start + size])
        return
    from itertools import islice
    items = iter(iterable)
    while chunk := tuple(islice(items, size)):
        yield chunk


def _feed(crew, arrivals, tasks, bounded):
    """Add the tasks of an iterator one by one; if its end is not known, not too far ahead of who reads the results."""
    index = -1
    try:
        for task in tasks:
            if bounded:
                arrivals.wait_for_room(task[1])
            if not crew.add_one(task):
                return
            index = task[1]
    except Exception as error:
        arrivals._set(index + 1, False, error)
        index += 1
    arrivals._set_length(index + 1)


class ThreadPool(Pool):
    """Threads that run calls."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    def _start(self, processes, initializer, initargs, maxtasksperchild, context):
        from ._pool_threads import ThreadCrew
        self._crew = ThreadCrew(processes, initializer, initargs)
        from .util import Finalize
        self._terminate = Finalize(self, self._crew.terminate, exitpriority=15)

    @property
    def _pool(self):
        return list(self._crew.workers)
