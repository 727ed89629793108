"""Threads and what they meet at, built on the native `_thread`.

The native side owns locks, thread states and the wait for a thread's end (its handle). This module owns the
`Thread` object, the table of living threads, and the objects made of locks: conditions, semaphores, events, barriers.

Invariants: `_active` holds every running thread by its identifier and is changed only under `_active_lock`;
`_starting` holds threads between `start()` and their first instruction. A waiter of a condition is one locked lock
in the condition's queue; whoever takes it out of the queue releases it, once.
"""

import _thread
from _collections import deque as _deque
from itertools import count as _count
from time import monotonic as _time

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event",
    "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer",
    "ThreadError", "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "getprofile",
    "gettrace", "setprofile_all_threads", "settrace_all_threads", "get_native_id",
]

Lock = _thread.lock
RLock = _thread.RLock
ThreadError = _thread.error
TIMEOUT_MAX = _thread.TIMEOUT_MAX
local = _thread._local
get_ident = _thread.get_ident
get_native_id = _thread.get_native_id
stack_size = _thread.stack_size
excepthook = _thread._excepthook
ExceptHookArgs = _thread._ExceptHookArgs
_allocate_lock = _thread.allocate_lock
_start_joinable_thread = _thread.start_joinable_thread
_set_name = _thread.set_name

__excepthook__ = excepthook

_active = {}
_starting = set()
_active_lock = RLock()
_next_number = _count(1).__next__
_trace_hook = None
_profile_hook = None
_exit_callbacks = []


# Tracing.

def settrace(func):
    """Set a trace function for the threads started from now on."""
    global _trace_hook
    _trace_hook = func


def setprofile(func):
    """Set a profile function for the threads started from now on."""
    global _profile_hook
    _profile_hook = func


def settrace_all_threads(func):
    """Set a trace function for every thread, running or yet to start."""
    import sys
    settrace(func)
    sys._settraceallthreads(func)


def setprofile_all_threads(func):
    """Set a profile function for every thread, running or yet to start."""
    import sys
    setprofile(func)
    sys._setprofileallthreads(func)


def gettrace():
    """The function given to settrace()."""
    return _trace_hook


def getprofile():
    """The function given to setprofile()."""
    return _profile_hook


# Objects made of locks.

class Condition:
    """A lock together with a queue of threads that wait for a change of what it protects."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self._waiters = _deque()
        self.acquire = lock.acquire
        self.release = lock.release
        # A lock that can be held more than once brings its own way of letting go entirely.
        for name in ("_release_save", "_acquire_restore", "_is_owned"):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._waiters.clear()

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _is_owned(self):
        # A plain lock does not know its owner: held by anybody is the best answer there is.
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        """Let go of the lock until notified or until `timeout` seconds have passed; False if they have."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        state = self._release_save()
        woken = False
        try:
            if timeout is None:
                woken = waiter.acquire()
            elif timeout > 0:
                woken = waiter.acquire(True, timeout)
            else:
                woken = waiter.acquire(False)
            return woken
        finally:
            self._acquire_restore(state)
            if not woken:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        """Wait until `predicate()` is true; its last value is the result."""
        deadline = None
        remaining = timeout
        result = predicate()
        while not result:
            if remaining is not None:
                if deadline is None:
                    deadline = _time() + remaining
                else:
                    remaining = deadline - _time()
                    if remaining <= 0:
                        break
            self.wait(remaining)
            result = predicate()
        return result

    def notify(self, n=1):
        """Wake up to `n` of the waiting threads."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        waiters = self._waiters
        while waiters and n > 0:
            waiter = waiters.popleft()
            n -= 1
            try:
                waiter.release()
            except RuntimeError:
                # Its thread was interrupted after the lock was released and before it left the queue.
                n += 1

    def notify_all(self):
        """Wake all of the waiting threads."""
        self.notify(len(self._waiters))

    def notifyAll(self):
        """The deprecated name of notify_all()."""
        _deprecated("notifyAll() is deprecated, use notify_all() instead")
        self.notify_all()


class Semaphore:
    """A counter that never falls below zero: acquire() waits until it can take one."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        """Take one; False if none was to be had (in time)."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        deadline = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if deadline is None:
                        deadline = _time() + timeout
                    else:
                        timeout = deadline - _time()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
            return True

    __enter__ = acquire

    def __exit__(self, exc_type, exc_value, exc_traceback):
        self.release()

    def release(self, n=1):
        """Give back `n` and wake as many waiters."""
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to be released more often than acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        kind = type(self)
        return (f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: "
                f"value={self._value}/{self._initial_value}>")

    def release(self, n=1):
        """Give back `n`; ValueError if that exceeds the initial value."""
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        kind = type(self)
        status = "set" if self._flag else "unset"
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: {status}>"

    def _at_fork_reinit(self):
        self._cond._at_fork_reinit()

    def is_set(self):
        """Whether the flag is set."""
        return self._flag

    def isSet(self):
        """The deprecated name of is_set()."""
        _deprecated("isSet() is deprecated, use is_set() instead")
        return self._flag

    def set(self):
        """Set the flag and wake everyone who waits for it."""
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        """Clear the flag."""
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        """Wait until the flag is set; False if `timeout` seconds pass first."""
        with self._cond:
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    """The barrier was broken or reset while a thread waited at it."""


class Barrier:
    """A place where a fixed number of threads wait for one another.

    `_state` is "filling" while threads arrive, "draining" while they leave, "resetting" while reset() turns
    those who wait away, and "broken" until the next reset().
    """

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = "filling"
        self._count = 0

    def __repr__(self):
        kind = type(self)
        where = f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: "
        if self.broken:
            return where + "broken>"
        return where + f"waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        """Wait for all parties; the result is this thread's place, from 0 to parties - 1."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._cond.wait_for(lambda: self._state not in ("draining", "resetting"))
            if self._state == "broken":
                raise BrokenBarrierError
            place = self._count
            self._count += 1
            try:
                if place + 1 == self._parties:
                    self._open()
                else:
                    self._await_opening(timeout)
                return place
            finally:
                self._count -= 1
                self._left()

    def _open(self):
        try:
            if self._action:
                self._action()
        except:
            self._break()
            raise
        self._state = "draining"
        self._cond.notify_all()

    def _await_opening(self, timeout):
        if not self._cond.wait_for(lambda: self._state != "filling", timeout):
            self._break()
            raise BrokenBarrierError
        if self._state in ("broken", "resetting"):
            raise BrokenBarrierError

    def _left(self):
        if self._count == 0 and self._state in ("draining", "resetting"):
            self._state = "filling"
            self._cond.notify_all()

    def _break(self):
        self._state = "broken"
        self._cond.notify_all()

    def reset(self):
        """Make the barrier empty; threads that wait get a BrokenBarrierError."""
        with self._cond:
            if self._count > 0:
                if self._state in ("filling", "broken"):
                    self._state = "resetting"
            else:
                self._state = "filling"
            self._cond.notify_all()

    def abort(self):
        """Break the barrier: who waits, now or later, gets a BrokenBarrierError until reset()."""
        with self._cond:
            self._break()

    @property
    def parties(self):
        """How many threads have to arrive."""
        return self._parties

    @property
    def n_waiting(self):
        """How many threads are waiting."""
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        """Whether the barrier is broken."""
        return self._state == "broken"


# Threads.

class Thread:
    """A thread of control: override run(), or give a callable as `target`."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name:
            name = str(name)
        else:
            name = f"Thread-{_next_number()}"
            target_name = getattr(target, "__name__", None)
            if target is not None and target_name is not None:
                name += f" ({target_name})"
        if daemon is None:
            daemon = current_thread().daemon
        elif daemon and not _thread.daemon_threads_allowed():
            raise RuntimeError("daemon threads are disabled in this (sub)interpreter")
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = daemon
        self._ident = None
        self._native_id = None
        self._handle = _thread._ThreadHandle()
        self._running = False
        self._started = _Signal()
        self._invoke_excepthook = _make_invoke_excepthook()
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._started.is_set():
            status = "started"
        if self._handle.is_done():
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def start(self):
        """Start the thread: run() is called in it. At most once."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        with _active_lock:
            _starting.add(self)
        try:
            _start_joinable_thread(self._bootstrap, handle=self._handle, daemon=self._daemonic)
        except BaseException:
            with _active_lock:
                _starting.discard(self)
            raise
        self._started.wait()

    def run(self):
        """What the thread does: calls the target with its arguments."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # A target may refer to the thread: let go of it.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        with _active_lock:
            _active[self._ident] = self
            _starting.discard(self)
        # The ledger and the timeline show the name.
        _set_name(self._name)
        self._started.set()
        try:
            self._set_hooks()
            self.run()
        except BaseException:
            self._invoke_excepthook(self)
        finally:
            self._forget()

    def _set_hooks(self):
        if _trace_hook or _profile_hook:
            import sys
            if _trace_hook:
                sys.settrace(_trace_hook)
            if _profile_hook:
                sys.setprofile(_profile_hook)

    def _forget(self):
        with _active_lock:
            _active.pop(get_ident(), None)

    def join(self, timeout=None):
        """Wait for the thread's end, at most `timeout` seconds."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if timeout is None:
            self._handle.join()
        else:
            self._handle.join(max(timeout, 0))

    def is_alive(self):
        """Whether the thread has started and not ended."""
        assert self._initialized, "Thread.__init__() not called"
        return self._started.is_set() and not self._handle.is_done()

    @property
    def name(self):
        """A text for people; several threads may have the same."""
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)
        if self._ident == get_ident():
            _set_name(self._name)

    @property
    def ident(self):
        """The thread's identifier, None before it has started."""
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        """The kernel's identifier of the thread, None before it has started."""
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    @property
    def daemon(self):
        """Whether the program may end while the thread runs."""
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if daemonic and not _thread.daemon_threads_allowed():
            raise RuntimeError("daemon threads are disabled in this interpreter")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        """The deprecated way to read `daemon`."""
        _deprecated("isDaemon() is deprecated, get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        """The deprecated way to set `daemon`."""
        _deprecated("setDaemon() is deprecated, set the daemon attribute instead")
        self.daemon = daemonic

    def getName(self):
        """The deprecated way to read `name`."""
        _deprecated("getName() is deprecated, get the name attribute instead")
        return self.name

    def setName(self, name):
        """The deprecated way to set `name`."""
        _deprecated("setName() is deprecated, set the name attribute instead")
        self.name = name


class _Signal:
    """An event that is set once and awaited by one thread: a single lock."""

    def __init__(self, done=False):
        self._done = done
        self._lock = _allocate_lock()
        if not done:
            self._lock.acquire()

    def is_set(self):
        return self._done

    def set(self):
        self._done = True
        self._lock.release()

    def wait(self):
        with self._lock:
            pass


class Timer(Thread):
    """A thread that calls a function after `interval` seconds unless cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        """Stop the timer if it has not run yet."""
        self.finished.set()

    def run(self):
        """Wait, then call the function."""
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _ForeignThread(Thread):
    """A thread that exists already when its object is made."""

    def _adopt(self):
        self._started = _Signal(done=True)
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._handle = _thread._make_thread_handle(self._ident)
        with _active_lock:
            _active[self._ident] = self


class _MainThread(_ForeignThread):
    """The thread that the program began in."""

    def __init__(self):
        super().__init__(name="MainThread", daemon=False)
        self._adopt()


class _DummyThread(_ForeignThread):
    """Stands for a thread that was not started by this module; never joined, gone when its thread ends."""

    def __init__(self):
        super().__init__(name=f"Dummy-{_next_number()}", daemon=True)
        self._adopt()
        # A local of the thread dies with it, and its last act is to take the object off the table.
        _dummy_locals.guard = _DummyGuard(self)

    def is_alive(self):
        """Whether the thread is known to have ended."""
        return not self._handle.is_done() and self._started.is_set()

    def join(self, timeout=None):
        """Not possible: nobody can tell when such a thread ends."""
        raise RuntimeError("cannot join a dummy thread")


class _DummyGuard:
    def __init__(self, dummy):
        self._dummy = dummy

    def __del__(self):
        dummy = self._dummy
        with _active_lock:
            if _active.get(dummy._ident) is dummy:
                del _active[dummy._ident]


_dummy_locals = local()


def _make_invoke_excepthook():
    """A call of the exception hook that still works while the interpreter takes its modules apart."""
    import sys
    old_hook = excepthook
    old_sys_hook = sys.excepthook

    def invoke(thread):
        try:
            args = ExceptHookArgs([*sys.exc_info(), thread])
            (excepthook or old_hook)(args)
        except Exception as error:
            error.__suppress_context__ = True
            if sys.stderr is not None:
                print("Exception in threading.excepthook:", file=sys.stderr, flush=True)
            (sys.excepthook or old_sys_hook)(*sys.exc_info())
        finally:
            args = None

    return invoke


def _deprecated(message):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=3)


# The table of threads.

def current_thread():
    """The Thread object of the caller; made on the spot for a thread from elsewhere."""
    thread = _active.get(get_ident())
    return _DummyThread() if thread is None else thread


def currentThread():
    """The deprecated name of current_thread()."""
    _deprecated("currentThread() is deprecated, use current_thread() instead")
    return current_thread()


def main_thread():
    """The thread that the interpreter was started in."""
    return _main_thread


def active_count():
    """How many threads are alive."""
    with _active_lock:
        return len(_active) + len(_starting)


def activeCount():
    """The deprecated name of active_count()."""
    _deprecated("activeCount() is deprecated, use active_count() instead")
    return active_count()


def enumerate():
    """A list of the threads that are alive."""
    with _active_lock:
        return [*_active.values(), *_starting]


# The end of the program, and fork.

def _register_atexit(func, *args, **kwargs):
    """Call `func` when the main thread has ended, before the other threads are waited for."""
    if _main_thread._handle.is_done():
        raise RuntimeError("can't register atexit after shutdown")
    _exit_callbacks.append((func, args, kwargs))


def _shutdown():
    """Wait for all threads that are no daemons; called by the interpreter as it ends."""
    if _main_thread._handle.is_done() and _thread._is_main_interpreter():
        return
    while _exit_callbacks:
        func, args, kwargs = _exit_callbacks.pop()
        func(*args, **kwargs)
    if _main_thread.ident == get_ident():
        _main_thread._handle._set_done()
    _thread._shutdown()


def _after_fork():
    """In the child of a fork: the caller is the main thread and the only one."""
    global _active_lock, _main_thread
    _active_lock = RLock()
    current = _active.get(get_ident()) or _MainThread()
    _main_thread = current
    for thread in set(_active.values()) | _starting:
        if thread is not current:
            thread._started._done = True
            thread._handle._set_done()
    current._ident = get_ident()
    current._native_id = get_native_id()
    _active.clear()
    _starting.clear()
    _active[current._ident] = current


def _register_fork_hook():
    from posix import register_at_fork
    register_at_fork(after_in_child=_after_fork)


class _NoThread:
    daemon = False


# The main thread's object asks the current thread whether it is a daemon: give it an answer while it is made.
_active[get_ident()] = _NoThread
_main_thread = _MainThread()
_register_fork_hook()
