"""Futures, the waits for them, and what executors have in common.

A future is a result that is not there yet. Its state moves from PENDING to RUNNING to FINISHED, or from PENDING to
CANCELLED and, once the worker has taken notice, to CANCELLED_AND_NOTIFIED. It changes only while the future's
condition is held. Whoever waits for several futures leaves a `_Waiter` with each of them: a future that is done, and
only then, tells its waiters, once, while its condition is held.
"""

import threading
import time

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_SHOWN_STATES = {PENDING: "pending", RUNNING: "running", CANCELLED: "cancelled",
                 CANCELLED_AND_NOTIFIED: "cancelled", FINISHED: "finished"}


class Error(Exception):
    """What futures raise."""


class CancelledError(Error):
    """The future was cancelled."""


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """The executor cannot go on."""


TimeoutError = TimeoutError


def _log():
    import logging
    return logging.getLogger("concurrent.futures")


class Future:
    """The result of a call that may not have run yet."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            shown = f"<{type(self).__name__} at {id(self):#x} state={_SHOWN_STATES[self._state]}"
            if self._state != FINISHED:
                return shown + ">"
            if self._exception is not None:
                return f"{shown} raised {type(self._exception).__name__}>"
            return f"{shown} returned {type(self._result).__name__}>"

    # For those who want the result.

    def cancel(self):
        """Cancel the call unless it runs or has run; whether it is cancelled."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        """Whether the call was cancelled."""
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        """Whether the call runs now."""
        with self._condition:
            return self._state == RUNNING

    def done(self):
        """Whether the call has ended or was cancelled."""
        with self._condition:
            return self._is_done()

    def _is_done(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def add_done_callback(self, fn):
        """Call `fn` with the future when it is done, at once if it is."""
        with self._condition:
            if not self._is_done():
                self._done_callbacks.append(fn)
                return
        self._call_back(fn)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._call_back(callback)

    def _call_back(self, callback):
        try:
            callback(self)
        except Exception:
            _log().exception("exception calling callback for %r", self)

    def result(self, timeout=None):
        """What the call returned; waits for it, raises what it raised."""
        try:
            self._await(timeout)
            if self._exception is None:
                return self._result
            raise self._exception
        finally:
            # A traceback that refers to this frame shall not keep the future alive, nor itself through it.
            self = None

    def exception(self, timeout=None):
        """What the call raised, None if it returned; waits for its end."""
        self._await(timeout)
        return self._exception

    def _await(self, timeout):
        with self._condition:
            if not self._is_done():
                self._condition.wait(timeout)
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                raise CancelledError()
            if self._state != FINISHED:
                raise TimeoutError()

    # For executors.

    def set_running_or_notify_cancel(self):
        """Say that the call is about to run; False if it was cancelled and must not."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._tell_waiters()
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            _log().critical("Future %s in unexpected state: %s", id(self), self._state)
            raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        """Say what the call returned."""
        self._finish(result, None)

    def set_exception(self, exception):
        """Say what the call raised."""
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self._is_done():
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = FINISHED
            self._tell_waiters()
            self._condition.notify_all()
        self._invoke_callbacks()

    def _tell_waiters(self):
        for waiter in self._waiters:
            waiter.add(self)

    __class_getitem__ = classmethod(lambda cls, item: _generic_alias(cls, item))


def _generic_alias(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


# Waiting for several futures.

class _Waiter:
    """Collects the futures that are done; `event` is set when there is enough to wake up for."""

    def __init__(self, futures, return_when):
        self.event = threading.Event()
        self.done = []
        self._lock = threading.Lock()
        self._remaining = len(futures)
        self._return_when = return_when
        for future in futures:
            with future._condition:
                if future._state in (CANCELLED_AND_NOTIFIED, FINISHED):
                    self.add(future)
                else:
                    future._waiters.append(self)

    def add(self, future):
        with self._lock:
            self.done.append(future)
            self._remaining -= 1
            enough = self._remaining == 0 or self._return_when == FIRST_COMPLETED
            if self._return_when == FIRST_EXCEPTION and future._state == FINISHED:
                enough = enough or future._exception is not None
            if enough:
                self.event.set()

    def take(self):
        """Those done since the last call."""
        with self._lock:
            done, self.done = self.done, []
            self.event.clear()
        return done

    def leave(self, futures):
        for future in futures:
            with future._condition:
                if self in future._waiters:
                    future._waiters.remove(self)


def _results_class():
    global DoneAndNotDoneFutures
    from collections import namedtuple
    DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done", module=__name__)
    return DoneAndNotDoneFutures


DoneAndNotDoneFutures = None


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for the futures: for all, for the first or for the first that failed; the sets of done and others."""
    futures = set(fs)
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED) and futures:
        raise ValueError(f"Invalid return condition: {return_when!r}")
    waiter = _Waiter(futures, return_when)
    if futures:
        waiter.event.wait(timeout)
    waiter.leave(futures)
    done = set(waiter.take())
    return (DoneAndNotDoneFutures or _results_class())(done, futures - done)


def as_completed(fs, timeout=None):
    """Yield each future when it is done."""
    deadline = None if timeout is None else time.monotonic() + timeout
    pending = set(fs)
    total = len(pending)
    waiter = _Waiter(pending, FIRST_COMPLETED)
    try:
        while pending:
            remaining = None
            if deadline is not None:
                remaining = deadline - time.monotonic()
                if remaining < 0 and not waiter.done:
                    raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
            waiter.event.wait(remaining)
            done = waiter.take()
            done.reverse()
            pending.difference_update(done)
            # No reference stays here to what was handed out.
            while done:
                yield done.pop()
    finally:
        waiter.leave(pending)


# Executors.

class Executor:
    """Runs calls elsewhere; the abstract base of the pools."""

    def submit(self, fn, /, *args, **kwargs):
        """Have `fn(*args, **kwargs)` called; the future of its result."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Like the built-in map, with the calls made at once and elsewhere; results come in order."""
        deadline = None if timeout is None else time.monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        futures.reverse()

        def results():
            try:
                while futures:
                    remaining = None if deadline is None else deadline - time.monotonic()
                    yield _result_or_cancel(futures.pop(), remaining)
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Take no more calls; free what the executor holds when those it has are done."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _result_or_cancel(future, timeout):
    try:
        return future.result(timeout)
    finally:
        future.cancel()
        del future
