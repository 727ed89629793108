"""Pools: workers that run calls.

Each worker has a pipe of its own and at most one task at a time. Whoever has a task and finds an idle worker sends it; a
thread, the collector, receives the results and gives the worker the next task. So a worker that dies is known together
with what it was doing: its task fails with a `WorkerDiedError`, and another worker takes its place. One that dies before
it was ready breaks the pool, since its successors would fare no better.
"""

import threading
from _collections import deque
from time import monotonic

from _multiprocessing import poll, receive_message, send_message
from _timeline import begin_task, end_task

from . import reduction
from .context import ProcessError, TimeoutError

__all__ = ["Pool", "ThreadPool"]

RUN, CLOSE, TERMINATE = "RUN", "CLOSE", "TERMINATE"

# How often the collector looks for dead workers whose pipe somebody else holds open.
_GLANCE = 1.0

# How many tasks of an iterator may wait for a worker.
_AHEAD = 1000


class WorkerDiedError(ProcessError):
    """A worker ended without giving back the result of its task."""


class RemoteTraceback(Exception):
    """The traceback of an exception where it was raised, as text."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    """An exception on its way to another process with its traceback as text."""

    def __init__(self, exc, tb):
        from traceback import format_exception
        self.exc = exc
        self.tb = f'\n"""\n{"".join(format_exception(type(exc), exc, tb))}"""'
        self.exc.__traceback__ = None

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
    """The exception as it arrives."""
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class MaybeEncodingError(Exception):
    """A result could not be sent."""

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f"<{type(self).__name__}: {self}>"


# In the worker.

def _work(connection, inherited, initializer, initargs):
    """What a worker does. `inherited` is the other end of the connection after a fork."""
    if inherited is not None:
        inherited.close()
    handle = connection.fileno()
    if initializer is not None:
        initializer(*initargs)
    try:
        send_message(handle, b"")
        while True:
            message = receive_message(handle)
            if not message[0]:
                return
            answer = reply(message)
            del message
            send_message(handle, *answer)
            del answer
    except (EOFError, BrokenPipeError):
        # The pool is gone.
        pass


def reply(message):
    """Run the task of a message; the message with its result: whether it went well, and what came out."""
    value = None
    try:
        function, args, kwargs = reduction.loads(*message)
        # The message is not kept while the task runs.
        del message
        begin_task(_task_of(function, args))
        try:
            value = function(*args, **kwargs)
        finally:
            end_task()
        result = True, value
    except Exception as error:
        result = False, ExceptionWithTraceback(error, error.__traceback__)
    try:
        return reduction.dumps(result, back=True)
    except Exception as error:
        value = value if result[0] else result[1].exc
        return reduction.dumps((False, MaybeEncodingError(error, value)), back=True)


def _task_of(function, args):
    """What the timeline calls the task: the function that a chunk is for."""
    return args[0] if function in (_run_chunk, _run_star_chunk) else function


def _run_chunk(function, items):
    return [function(item) for item in items]


def _run_star_chunk(function, items):
    return [function(*item) for item in items]


# In the process that has the pool.

class _Worker:
    """A worker as its pool sees it; `task` is what it was given and has not answered."""

    def __init__(self, crew):
        context = crew.context
        here, there = context.Pipe()
        inherited = here if context.get_start_method() == "fork" else None
        self.process = process = context.Process(
            target=_work, args=(there, inherited, crew.initializer, crew.initargs))
        process.name = process.name.replace("Process", "PoolWorker")
        process.daemon = True
        self.connection = here
        self.handle = here.fileno()
        self.task = None
        self.ready = False
        self.tasks = 0
        process.start()
        there.close()
        self.known = process._popen.known
        if self.known is None:
            self.known = set()

    def leave(self):
        """Tell the worker that nothing more will come."""
        try:
            send_message(self.handle, b"")
        except OSError:
            pass
        self.connection.close()

    def describe(self):
        return f"{self.process.name} (pid {self.process.pid})"


class _Crew:
    """The workers of a pool, their tasks, and the thread that collects the results."""

    def __init__(self, context, count, initializer, initargs, maxtasks, at_once=True):
        self.context, self.count, self.maxtasks = context, count, maxtasks
        self.initializer, self.initargs = initializer, initargs
        self.state = RUN
        # What breaks the pool.
        self.broken = None
        self.lock = threading.Lock()
        self.room = threading.Condition(self.lock)
        # Held while a worker is started.
        self.growing = threading.Lock()
        self.workers = []
        self.leaving = []
        self.idle = deque()
        self.pending = deque()
        # Jobs that are not done yet.
        self.jobs = set()
        self.ears, self.bell = context.Pipe(duplex=False)
        try:
            for _ in range(count if at_once else 0):
                self.add_worker()
        except BaseException:
            self.kill()
            raise
        self.collector = threading.Thread(target=self.collect, name="PoolCollector", daemon=True)
        self.collector.start()

    def add_worker(self):
        worker = _Worker(self)
        with self.lock:
            self.workers.append(worker)
            self.idle.append(worker)

    def grow(self):
        """Start as many workers as there is work for and as the pool may have."""
        with self.growing:
            while True:
                with self.lock:
                    wanted = len(self.pending) > len(self.idle) and len(self.workers) < self.count
                if not wanted or self.state == TERMINATE or self.broken is not None:
                    return
                self.add_worker()
                if threading.current_thread() is not self.collector:
                    # It waits for one more from now on.
                    self.ring()

    def ring(self):
        """Have the collector look at the state."""
        try:
            send_message(self.bell.fileno(), b"")
        except OSError:
            pass

    # Tasks: (job, index, function, args, kwargs).

    def check_running(self):
        if self.state != RUN:
            raise ValueError("Pool not running")
        if self.broken is not None:
            raise self.broken

    def add(self, job, tasks):
        """Take the tasks of a new job."""
        with self.lock:
            self.check_running()
            self.jobs.add(job)
            self.pending.extend(tasks)
        self.grow()
        self.dispatch()

    def add_one(self, task):
        """Take one more task of a job, when there is room; False if the pool takes no more."""
        with self.lock:
            while len(self.pending) >= _AHEAD and self.state != TERMINATE and self.broken is None:
                self.room.wait()
            if task[0] not in self.jobs:
                return False
            self.pending.append(task)
        self.grow()
        self.dispatch()
        return True

    def dispatch(self):
        """Send waiting tasks to idle workers."""
        while True:
            with self.lock:
                if not self.idle or not self.pending:
                    return
                worker, task = self.idle.popleft(), self.pending.popleft()
                worker.task = task
                if len(self.pending) == _AHEAD - 1:
                    self.room.notify_all()
            if not task[0]._begin():
                with self.lock:
                    worker.task = None
                    self.idle.appendleft(worker)
                self.done(task[0])
                continue
            try:
                message = reduction.dumps(task[2:], known=worker.known)
            except Exception as error:
                with self.lock:
                    worker.task = None
                    self.idle.append(worker)
                task[0]._set(task[1], False, error)
                continue
            try:
                send_message(worker.handle, *message)
            except OSError:
                # The worker is dead, which the collector will see too.
                pass

    def done(self, job):
        """Note that a job is done."""
        with self.lock:
            self.jobs.discard(job)
            last = self.state == CLOSE and not self.jobs
        if last and threading.current_thread() is not self.collector:
            self.ring()

    # The collector.

    def collect(self):
        """What the collector does."""
        while self.state != TERMINATE and not (self.state == CLOSE and not self.jobs):
            workers = {worker.handle: worker for worker in self.workers}
            ready = poll([self.ears.fileno(), *workers], _GLANCE if self.jobs else None)
            for handle in ready:
                worker = workers.get(handle)
                if worker is None:
                    receive_message(handle)
                else:
                    self.receive(worker)
            if not ready:
                for worker in workers.values():
                    if worker.process._popen.poll() is not None:
                        self.bury(worker)
            for process in self.leaving[:]:
                if process._popen.poll() is not None:
                    self.leaving.remove(process)
        if self.state == CLOSE:
            for worker in self.workers:
                worker.leave()

    def receive(self, worker):
        """Receive what a worker sends, and give it the next task."""
        try:
            message = receive_message(worker.handle)
        except (EOFError, OSError):
            self.bury(worker)
            return
        if not message[0]:
            worker.ready = True
            return
        job, index = worker.task[:2]
        worker.task = None
        worker.tasks += 1
        if worker.tasks == self.maxtasks:
            self.replace(worker)
        else:
            with self.lock:
                self.idle.append(worker)
        self.dispatch()
        try:
            success, value = reduction.loads(*message)
        except Exception as error:
            success, value = False, error
        job._set(index, success, value)

    def remove(self, worker):
        with self.lock:
            self.workers.remove(worker)
            if worker in self.idle:
                self.idle.remove(worker)

    def replace(self, worker):
        """Let a worker go that has done its share."""
        self.remove(worker)
        worker.leave()
        self.leaving.append(worker.process)
        self.try_to_grow()

    def try_to_grow(self):
        try:
            self.grow()
        except Exception as error:
            self.fail(error)

    def bury(self, worker):
        """Deal with a dead worker."""
        if self.state == TERMINATE:
            return
        self.remove(worker)
        worker.process.join()
        worker.connection.close()
        code = worker.process.exitcode
        task, worker.task = worker.task, None
        if not worker.ready:
            self.fail(WorkerDiedError(f"{worker.describe()} ended with exit code {code} before it was ready"))
            return
        self.try_to_grow()
        if task is not None:
            message = f"{worker.describe()} ended with exit code {code} before its task was done"
            task[0]._set(task[1], False, WorkerDiedError(message))
        self.dispatch()

    def fail(self, error):
        """All that is not done fails, and nothing more is taken."""
        with self.lock:
            self.broken = error
            jobs = list(self.jobs)
            self.pending.clear()
            self.room.notify_all()
        for job in jobs:
            job._fail(error)

    # The end.

    def close(self):
        with self.lock:
            if self.state == RUN:
                self.state = CLOSE
        self.ring()

    def terminate(self):
        with self.lock:
            if self.state == TERMINATE:
                return
            self.state = TERMINATE
            self.room.notify_all()
        self.ring()
        self.kill()
        if threading.current_thread() is not self.collector:
            self.collector.join()
        self.fail(self.broken or ProcessError("the pool was terminated"))
        self.join()

    def kill(self):
        for worker in self.workers:
            worker.process.terminate()

    def join(self):
        if threading.current_thread() is not self.collector:
            self.collector.join()
        for process in [worker.process for worker in self.workers] + self.leaving:
            process.join()
        for worker in self.workers:
            worker.connection.close()
        self.ears.close()
        self.bell.close()


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
        self._crew = _Crew(context, processes, initializer, initargs, maxtasksperchild)
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

    # Calls.

    def apply(self, func, args=(), kwds={}):
        """Call `func(*args, **kwds)` in a worker and wait for what it returns."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """The same without waiting: an AsyncResult."""
        self._crew.check_running()
        result = ApplyResult(self._crew, callback, error_callback)
        self._crew.add(result, [(result, 0, func, tuple(args), dict(kwds))])
        return result

    def map(self, func, iterable, chunksize=None):
        """Call `func` with each item; the list of results."""
        return self._map(_run_chunk, func, iterable, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """The same without waiting: an AsyncResult."""
        return self._map(_run_chunk, func, iterable, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        """Call `func` with each item's own items as arguments; the list of results."""
        return self._map(_run_star_chunk, func, iterable, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """The same without waiting: an AsyncResult."""
        return self._map(_run_star_chunk, func, iterable, chunksize, callback, error_callback)

    def _map(self, run, func, iterable, chunksize, callback=None, error_callback=None):
        self._crew.check_running()
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
        self._crew.check_running()
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize:n}")
        result = kind(self._crew)
        crew = self._crew

        if chunksize == 1:
            def tasks():
                for index, item in enumerate(iterable):
                    yield result, index, func, (item,), {}
        else:
            def tasks():
                for index, chunk in enumerate(_chunks(iterable, chunksize)):
                    yield result, index, _run_chunk, (func, chunk), {}

        if isinstance(iterable, (list, tuple, range)):
            tasks = list(tasks())
            result._set_length(len(tasks))
            if tasks:
                crew.add(result, tasks)
        else:
            # The iterator may wait for whatever it likes, also for results.
            crew.add(result, ())
            threading.Thread(target=_feed, args=(crew, result, tasks()), name="PoolFeeder", daemon=True).start()
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
        self._crew.check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


def _chunks(iterable, size):
    """The items in tuples of that size."""
    if isinstance(iterable, (list, tuple)):
        for start in range(0, len(iterable), size):
            yield tuple(iterable[start:start + size])
        return
    from itertools import islice
    items = iter(iterable)
    while chunk := tuple(islice(items, size)):
        yield chunk


def _feed(crew, result, tasks):
    """Add the tasks of an iterator one by one."""
    index = -1
    try:
        for task in tasks:
            if not crew.add_one(task):
                return
            index = task[1]
    except Exception as error:
        result._set(index + 1, False, error)
        index += 1
    result._set_length(index + 1)


# Results.

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

    __class_getitem__ = classmethod(lambda cls, item: _generic_alias(cls, item))


def _generic_alias(cls, item):
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


class IMapIterator:
    """The results of a pool's imap."""

    def __init__(self, crew):
        self._crew = crew
        self._condition = threading.Condition(threading.Lock())
        self._items = deque()
        self._index = 0
        self._length = None
        self._unsorted = {}

    def __iter__(self):
        return self

    def next(self, timeout=None):
        """The next result; waits for it, at most `timeout` seconds."""
        deadline = None if timeout is None else monotonic() + timeout
        with self._condition:
            while not self._items:
                if self._index == self._length:
                    raise StopIteration
                remaining = None if deadline is None else deadline - monotonic()
                if remaining is not None and remaining <= 0:
                    raise TimeoutError
                self._condition.wait(remaining)
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    __next__ = next

    def _begin(self):
        return True

    def _arrive(self, index, result):
        """Put a result where the reader finds it when its turn has come."""
        self._unsorted[index] = result
        while self._index in self._unsorted:
            self._items.append(self._unsorted.pop(self._index))
            self._index += 1

    def _set(self, index, success, value):
        with self._condition:
            self._arrive(index, (success, value))
            self._condition.notify()
            done = self._index == self._length
        if done:
            self._crew.done(self)

    def _set_length(self, length):
        with self._condition:
            self._length = length
            done = self._index == length
            self._condition.notify()
        if done:
            self._crew.done(self)

    def _fail(self, error):
        """Nothing more will come: the reader gets the error, then the end."""
        with self._condition:
            if self._index != self._length:
                self._items.append((False, error))
                self._unsorted.clear()
                self._length = self._index
            self._condition.notify()
        self._crew.done(self)


class IMapUnorderedIterator(IMapIterator):
    """The results of a pool's imap_unordered."""

    def _arrive(self, index, result):
        self._items.append(result)
        self._index += 1


# Threads with the interface of a pool.

class _ThreadCrew(_Crew):
    """Threads that run tasks; they need no collector."""

    def __init__(self, count, initializer, initargs):
        self.state = RUN
        self.broken = None
        self.lock = threading.Lock()
        self.room = threading.Condition(self.lock)
        self.changed = threading.Condition(self.lock)
        self.pending = deque()
        self.jobs = set()
        self.workers = []
        for number in range(count):
            thread = threading.Thread(target=self.work, args=(initializer, initargs), daemon=True)
            self.workers.append(thread)
            thread.start()

    def work(self, initializer, initargs):
        if initializer is not None:
            try:
                initializer(*initargs)
            except Exception as error:
                self.fail(error)
                return
        while True:
            with self.lock:
                while not self.pending:
                    if self.state == TERMINATE or self.state == CLOSE and not self.jobs:
                        return
                    self.changed.wait()
                job, index, function, args, kwargs = self.pending.popleft()
                if len(self.pending) == _AHEAD - 1:
                    self.room.notify_all()
            begin_task(_task_of(function, args))
            try:
                result = True, function(*args, **kwargs)
            except Exception as error:
                result = False, error
            finally:
                end_task()
            job._set(index, *result)
            del job, function, args, kwargs, result

    def grow(self):
        """All threads are there from the start."""

    def dispatch(self):
        self.ring()

    def ring(self):
        with self.lock:
            self.changed.notify_all()

    def done(self, job):
        with self.lock:
            self.jobs.discard(job)
            if self.state == CLOSE and not self.jobs:
                self.changed.notify_all()

    def terminate(self):
        with self.lock:
            if self.state == TERMINATE:
                return
            self.state = TERMINATE
            self.pending.clear()
            self.changed.notify_all()
            self.room.notify_all()
        self.fail(self.broken or ProcessError("the pool was terminated"))

    def join(self):
        for thread in self.workers:
            if thread is not threading.current_thread():
                thread.join()


class ThreadPool(Pool):
    """Threads that run calls."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    def _start(self, processes, initializer, initargs, maxtasksperchild, context):
        self._crew = _ThreadCrew(processes, initializer, initargs)
        from .util import Finalize
        self._terminate = Finalize(self, self._crew.terminate, exitpriority=15)

    @property
    def _pool(self):
        return list(self._crew.workers)
