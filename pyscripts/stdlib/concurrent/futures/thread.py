"""An executor whose calls run in threads.

Each thread takes calls from one queue. Threads are started as calls come in, unless one is idle, up to the limit.
None in the queue tells a thread to look whether it shall go; before it goes it puts the None back for the next.
"""

import threading
from _timeline import begin_task, end_task
from _weakref import ref
from itertools import count
from queue import Empty, SimpleQueue

from concurrent.futures import _base

# Threads of all pools with the queue that each takes from: the program waits for them at its end.
_queues = {}
_exiting = False
_exit_lock = threading.Lock()


def _leave():
    global _exiting
    with _exit_lock:
        _exiting = True
    threads = list(_queues.items())
    for _, calls in threads:
        calls.put(None)
    for thread, _ in threads:
        thread.join()


threading._register_atexit(_leave)


class BrokenThreadPool(_base.BrokenExecutor):
    """A thread of the pool failed to initialise."""


class ThreadPoolExecutor(_base.Executor):
    """Runs calls in at most `max_workers` threads."""

    _next_number = count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            # Calls are assumed to wait more than they compute, but many cores make no point of many threads.
            from os import process_cpu_count
            max_workers = min(32, (process_cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{self._next_number()}"
        self._initializer = initializer
        self._initargs = initargs
        self._work_queue = SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()

    def submit(self, fn, /, *args, **kwargs):
        """Have `fn(*args, **kwargs)` called in a thread; the future of its result."""
        with self._shutdown_lock, _exit_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _exiting:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._start_thread()
            return future

    def _start_thread(self):
        if self._idle_semaphore.acquire(timeout=0) or len(self._threads) >= self._max_workers:
            return

        def wake(_, calls=self._work_queue):
            calls.put(None)

        name = f"{self._thread_name_prefix or self}_{len(self._threads)}"
        # The threads do not keep the pool alive: if it goes, they go.
        thread = threading.Thread(name=name, target=_work, args=(ref(self, wake), self._work_queue,
                                                                 self._initializer, self._initargs))
        thread.start()
        self._threads.add(thread)
        _queues[thread] = self._work_queue

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            for call in self._drain():
                call.future.set_exception(BrokenThreadPool(self._broken))

    def _drain(self):
        """The calls that nobody has taken yet."""
        while True:
            try:
                call = self._work_queue.get_nowait()
            except Empty:
                return
            if call is not None:
                yield call

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls; with `wait`, return when those it has are done; or cancel those not begun."""
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for call in self._drain():
                    call.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


class _WorkItem:
    """A call and its future."""

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn, self.args, self.kwargs = fn, args, kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        begin_task(self.fn)
        try:
            try:
                result = self.fn(*self.args, **self.kwargs)
            finally:
                end_task()
        except BaseException as error:
            self.future.set_exception(error)
            # The exception refers to this frame: break the cycle.
            self = None
        else:
            self.future.set_result(result)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def _work(executor_reference, calls, initializer, initargs):
    """What a thread of the pool does."""
    try:
        if initializer is not None and not _initialize(executor_reference, initializer, initargs):
            return
        while True:
            try:
                call = calls.get_nowait()
            except Empty:
                # Idle: a call that comes in needs no new thread.
                executor = executor_reference()
                if executor is not None:
                    executor._idle_semaphore.release()
                del executor
                call = calls.get()
            if call is not None:
                call.run()
                # Do not keep the call's objects while waiting for the next one.
                del call
                continue
            executor = executor_reference()
            if _exiting or executor is None or executor._shutdown:
                if executor is not None:
                    executor._shutdown = True
                calls.put(None)
                return
            del executor
    except BaseException:
        _base._log().critical("Exception in worker", exc_info=True)
    finally:
        _queues.pop(threading.current_thread(), None)


def _initialize(executor_reference, initializer, initargs):
    try:
        initializer(*initargs)
        return True
    except BaseException:
        _base._log().critical("Exception in initializer:", exc_info=True)
        executor = executor_reference()
        if executor is not None:
            executor._initializer_failed()
        return False
