"""Threads with the interface of a pool's workers."""

import threading
from _collections import deque
from posix import getpid

from _timeline import begin_task, end_task

from ._pool_crew import AHEAD, CLOSE, RUN, TERMINATE, Crew
from ._pool_worker import function_of
from .context import ProcessError


class ThreadCrew(Crew):
    """Threads that run tasks; they need no collector."""

    def __init__(self, count, initializer, initargs):
        self.initializer, self.initargs, self.count = initializer, initargs, count
        self.state = RUN
        self._begin_anew()

    def _begin_anew(self):
        self.pid = getpid()
        self.broken = None
        self.joining = False
        self.lock = threading.Lock()
        self.room = threading.Condition(self.lock)
        self.changed = threading.Condition(self.lock)
        self.pending = deque()
        self.jobs = set()
        self.workers = []
        for _ in range(self.count):
            thread = threading.Thread(target=self.work, daemon=True)
            self.workers.append(thread)
            thread.start()

    def work(self):
        if self.initializer is not None:
            try:
                self.initializer(*self.initargs)
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
                if len(self.pending) == AHEAD - 1:
                    self.room.notify_all()
            begin_task(function_of(function, args))
            try:
                result = True, function(*args, **kwargs)
            except BaseException as error:
                # There is no process that it could end.
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
        self.joining = True
        for job in list(self.jobs):
            job._wake()
        for thread in self.workers:
            if thread is not threading.current_thread():
                thread.join()
