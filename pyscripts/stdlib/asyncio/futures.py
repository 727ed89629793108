"""Futures: results that are not there yet."""

import concurrent.futures
import contextvars
from reprlib import recursive_repr
from types import GenericAlias

from asyncio import events, exceptions

__all__ = ("Future", "wrap_future", "isfuture")

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"


def isfuture(obj):
    """Is it a future, or made to look like one?"""
    return hasattr(obj.__class__, "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


def _shown_callbacks(callbacks):
    shown = [events.shown_callback(callback, ()) for callback, _ in callbacks]
    if len(shown) > 2:
        return f"cb=[{shown[0]}, <{len(shown) - 2} more>, {shown[-1]}]"
    return f"cb=[{', '.join(shown)}]"


@recursive_repr()
def _shown(future):
    return f"<{' '.join(future._repr_info())}>"


class Future:
    """A result that will come, or an exception."""

    _state = _PENDING
    _result = None
    _exception = None
    _loop = None
    _cancel_message = None
    _cancelled_error = None
    # None: no future. True: a task has just been told to wait for it.
    _asyncio_future_blocking = False
    _log_traceback = False

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []

    def _repr_info(self):
        info = [type(self).__name__, self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                info.append(f"exception={self._exception!r}")
            else:
                import reprlib

                info.append(f"result={reprlib.repr(self._result)}")
        if self._callbacks:
            info.append(_shown_callbacks(self._callbacks))
        return info

    def __repr__(self):
        return _shown(self)

    def __del__(self):
        if self._log_traceback:
            self._loop.call_exception_handler({
                "message": f"{type(self).__name__} exception was never retrieved", "exception": self._exception,
                "future": self,
            })

    __class_getitem__ = classmethod(GenericAlias)

    def get_loop(self):
        """The loop that it belongs to."""
        return self._loop

    def _make_cancelled_error(self):
        if self._cancelled_error is not None:
            error, self._cancelled_error = self._cancelled_error, None
            return error
        if self._cancel_message is None:
            return exceptions.CancelledError()
        return exceptions.CancelledError(self._cancel_message)

    def cancel(self, msg=None):
        """Cancel the future, unless it is done."""
        self._log_traceback = False
        if self._state != _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def _schedule_callbacks(self):
        callbacks = self._callbacks
        if callbacks:
            self._callbacks = []
            for callback, context in callbacks:
                self._loop.call_soon(callback, self, context=context)

    def cancelled(self):
        return self._state == _CANCELLED

    def done(self):
        return self._state != _PENDING

    def result(self):
        """The result; raises the exception if that came instead."""
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise exceptions.InvalidStateError("Result is not set.")
        self._log_traceback = False
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception_traceback)
        return self._result

    def exception(self):
        """The exception, or None."""
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise exceptions.InvalidStateError("Exception is not set.")
        self._log_traceback = False
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        """Call a function with the future when it is done."""
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, contextvars.copy_context() if context is None else context))

    def remove_done_callback(self, fn):
        """Forget a callback; returns how often it was there."""
        left = [(callback, context) for callback, context in self._callbacks if callback != fn]
        removed = len(self._callbacks) - len(left)
        if removed:
            self._callbacks[:] = left
        return removed

    def set_result(self, result):
        """Give the result."""
        if self._state != _PENDING:
            raise exceptions.InvalidStateError("invalid state")
        self._result = result
        self._state = _FINISHED
        self._schedule_callbacks()

    def set_exception(self, exception):
        """Give an exception in place of the result."""
        if self._state != _PENDING:
            raise exceptions.InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            # It would end the coroutine that awaits the future.
            replaced = RuntimeError("StopIteration interacts badly with generators and cannot be raised into a Future")
            replaced.__cause__ = replaced.__context__ = exception
            exception = replaced
        self._exception = exception
        self._exception_traceback = exception.__traceback__
        self._state = _FINISHED
        self._schedule_callbacks()
        self._log_traceback = True

    def __await__(self):
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
        if self._state == _PENDING:
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def _get_loop(future):
    return future.get_loop()


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


def _copy_outcome(source, target):
    """Gives a future what another has got."""
    if target.cancelled():
        return
    if source.cancelled():
        target.cancel()
        return
    exception = source.exception()
    if exception is None:
        target.set_result(source.result())
    elif type(exception) is concurrent.futures.CancelledError:
        target.set_exception(exceptions.CancelledError(*exception.args))
    else:
        target.set_exception(exception)


def _set_concurrent_outcome(target, source):
    if source.cancelled():
        target.cancel()
    if not target.set_running_or_notify_cancel():
        return
    exception = source.exception()
    if exception is not None:
        target.set_exception(exception)
    else:
        target.set_result(source.result())


def _chain_future(source, destination):
    """Has what becomes of one future become of another; either may be of another thread."""
    source_loop = source.get_loop() if isfuture(source) else None
    destination_loop = destination.get_loop() if isfuture(destination) else None

    def set_state(future, other):
        if isfuture(future):
            _copy_outcome(other, future)
        else:
            _set_concurrent_outcome(future, other)

    def call_cancel(destination):
        if destination.cancelled():
            if source_loop is None or source_loop is destination_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def call_set_state(source):
        if destination.cancelled() and destination_loop is not None and destination_loop.is_closed():
            return
        if destination_loop is None or destination_loop is source_loop:
            set_state(destination, source)
        elif not destination_loop.is_closed():
            destination_loop.call_soon_threadsafe(set_state, destination, source)

    destination.add_done_callback(call_cancel)
    source.add_done_callback(call_set_state)


def wrap_future(future, *, loop=None):
    """The future of a thread as one that can be awaited."""
    if isfuture(future):
        return future
    if not isinstance(future, concurrent.futures.Future):
        raise AssertionError(f"concurrent.futures.Future is expected, got {future!r}")
    new = (events.get_event_loop() if loop is None else loop).create_future()
    _chain_future(future, new)
    return new
