"""Threads and what they meet at, built on the native `_thread`.

The native side owns locks, thread states and the wait for a thread's end (its handle). This module owns the
`Thread` object and the table of living threads; the objects made of locks lie in `_synchronization`.

Invariants: `_active` holds every running thread by its identifier and is changed only under `_active_lock`;
`_starting` holds threads between `start()` and their first instruction.
"""

import _thread
from itertools import count as _count

from _synchronization import (
    Barrier, BoundedSemaphore, BrokenBarrierError, Condition, Event, Semaphore, _deprecated,
)

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
