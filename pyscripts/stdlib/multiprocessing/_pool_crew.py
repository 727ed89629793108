"""The workers of a pool, and who sees to them.

Each worker has a pipe of its own and at most one task at a time. Whoever has a task and finds an idle worker sends it; a
thread, the collector, receives the results and gives the worker the next task. So a worker that dies is known together
with what it was doing: its task fails with a `WorkerDiedError`, and another worker takes its place. A task that a worker
had not begun, since it died as it started, goes to another one. Workers that die so one after the other break the pool,
as does one that leaves by itself: its successors would fare no better.
"""

import threading
from _collections import deque
from posix import getpid

from _multiprocessing import poll, receive_message, send_message

from . import reduction
from ._pool_worker import describe, work
from .context import ProcessError
from .process import signal_name

RUN, CLOSE, TERMINATE = "RUN", "CLOSE", "TERMINATE"

# How often the collector looks for dead workers whose pipe somebody else holds open.
_GLANCE = 1.0

# How many tasks of an iterator may wait for a worker, and how many of its results for a reader.
AHEAD = 1000

# How many workers in a row may be killed as they start.
_EARLY_DEATHS = 30

# How long a worker may take to end when it is told to, before it is killed.
_GRACE = 0.5


class WorkerDiedError(ProcessError):
    """A worker ended without giving back the result of its task.

    `pid` and `exitcode` are the worker's; `signal` is the number of the signal that killed it, None if none did; `task`
    says what it was doing, None if nothing.
    """

    def __init__(self, message, pid=None, exitcode=None, task=None):
        super().__init__(message)
        self.pid, self.exitcode, self.task = pid, exitcode, task
        self.signal = -exitcode if exitcode is not None and exitcode < 0 else None

    def __reduce__(self):
        return type(self), (self.args[0], self.pid, self.exitcode, self.task)


class Worker:
    """A worker as its pool sees it; `task` is what it was given and has not answered."""

    def __init__(self, crew):
        context = crew.context
        here, there = context.Pipe()
        inherited = here if context.get_start_method() == "fork" else None
        self.process = process = context.Process(
            target=work, args=(there, inherited, crew.initializer, crew.initargs, crew.ends_with))
        process.name = process.name.replace("Process", "PoolWorker")
        process.daemon = True
        # It may have children all the same: they end when it does.
        process._is_worker = True
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

    def died(self):
        """The error that says how the worker ended, and with which task."""
        process, code = self.process, self.process.exitcode
        how = f"ended with exit code {code}"
        if code is not None and code < 0:
            how = f"was killed by {signal_name(-code)} (exit code {code})"
        doing, task = "before it was ready", None
        if self.ready:
            task = self.task and describe(*self.task[2:])
            doing = f"while it ran {task}" if task else "while it was idle"
        return WorkerDiedError(f"{process.name} (pid {process.pid}) {how} {doing}", process.pid, code, task)


class Crew:
    """The workers of a pool, their tasks, and the thread that collects the results."""

    # What a task may raise to end its worker.
    ends_with = SystemExit, KeyboardInterrupt

    def __init__(self, context, count, initializer, initargs, maxtasks, at_once=True):
        self.context, self.count, self.maxtasks = context, count, maxtasks
        self.initializer, self.initargs = initializer, initargs
        self.state = RUN
        self._begin()
        try:
            for _ in range(count if at_once else 0):
                self.add_worker()
        except BaseException:
            self.kill()
            raise
        self._start_collector()

    def _begin(self):
        self.pid = getpid()
        # What breaks the pool.
        self.broken = None
        self.early_deaths = 0
        self.joining = False
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
        self.ears, self.bell = self.context.Pipe(duplex=False)

    def _start_collector(self):
        self.collector = threading.Thread(target=self.collect, name="PoolCollector", daemon=True)
        self.collector.start()

    def _begin_anew(self):
        """In the child of a fork: the workers and the collector are the parent's, so this process gets its own."""
        self._begin()
        self._start_collector()

    def add_worker(self):
        """Start a worker."""
        worker = Worker(self)
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

    def own(self):
        """See to it that the workers are this process's."""
        if self.pid != getpid():
            self._begin_anew()

    def check_running(self):
        """Refuse to go on if the pool takes no more."""
        if self.state != RUN:
            raise ValueError("Pool not running")
        if self.broken is not None:
            raise self.broken

    def add(self, job, tasks):
        """Take the tasks of a new job."""
        self.own()
        with self.lock:
            self.check_running()
            self.jobs.add(job)
            self.pending.extend(tasks)
        self.grow()
        self.dispatch()

    def add_one(self, task):
        """Take one more task of a job, when there is room; False if the pool takes no more."""
        with self.lock:
            while len(self.pending) >= AHEAD and self.state != TERMINATE and self.broken is None:
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
                if len(self.pending) == AHEAD - 1:
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
            self.early_deaths = 0
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
        """Count on the worker no more."""
        with self.lock:
            self.workers.remove(worker)
            if worker in self.idle:
                self.idle.remove(worker)

    def reap(self, worker):
        """See a dead worker off; the error that says how it ended."""
        self.remove(worker)
        if worker.process._popen.wait(_GRACE) is None:
            # Its pipe is closed, so that it can answer no more.
            worker.process.kill()
        worker.process.join()
        worker.connection.close()
        return worker.died()

    def replace(self, worker):
        """Let a worker go that has done its share."""
        self.remove(worker)
        worker.leave()
        self.leaving.append(worker.process)
        self.try_to_grow()

    def try_to_grow(self):
        """Start workers; if that fails, nothing can go on."""
        try:
            self.grow()
        except Exception as error:
            self.fail(error)

    def bury(self, worker):
        """Deal with a dead worker."""
        if self.state == TERMINATE:
            return
        error = self.reap(worker)
        task, worker.task = worker.task, None
        if not worker.ready:
            self.early_deaths += 1
            if error.signal is None or self.early_deaths > _EARLY_DEATHS:
                self.fail(error)
                return
            if task is not None:
                with self.lock:
                    self.pending.appendleft(task)
        self.try_to_grow()
        if worker.ready and task is not None:
            task[0]._set(task[1], False, error)
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
        """Take no more tasks."""
        with self.lock:
            if self.state == RUN:
                self.state = CLOSE
        self.ring()

    def terminate(self):
        """End the workers, and fail what is not done."""
        if self.pid != getpid():
            return
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
        """End the workers, whether they want to or not."""
        for worker in self.workers:
            worker.process.terminate()
        # One that does not heed the signal must not keep the others waiting.
        for worker in self.workers:
            if worker.process._popen.wait(_GRACE) is None:
                worker.process.kill()

    def join(self):
        """Wait for the workers' end."""
        self.joining = True
        for job in list(self.jobs):
            job._wake()
        if threading.current_thread() is not self.collector:
            self.collector.join()
        for process in [worker.process for worker in self.workers] + self.leaving:
            process.join()
        for worker in self.workers:
            worker.connection.close()
        self.ears.close()
        self.bell.close()
