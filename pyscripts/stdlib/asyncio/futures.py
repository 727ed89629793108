"""Futures: results that are not there yet."""

import concurrent.futures

import _asyncio
from asyncio import events, exceptions
from asyncio.base_futures import isfuture

__all__ = ("Future", "wrap_future", "isfuture")

Future = _CFuture = _asyncio.Future


def __getattr__(name):
    if name == "_PyFuture":
        from asyncio._in_python import Future

        return Future
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _get_loop(fut):
    """The loop of a future, or of what is made like one."""
    try:
        get_loop = fut.get_loop
    except AttributeError:
        return fut._loop
    return get_loop()


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


def _copy_future_state(source, dest):
    """Gives a future what another has got."""
    assert source.done()
    if dest.cancelled():
        return
    assert not dest.done()
    if source.cancelled():
        dest.cancel()
        return
    exception = source.exception()
    if exception is None:
        dest.set_result(source.result())
    else:
        dest.set_exception(_convert_future_exc(exception))


def _convert_future_exc(exc):
    """An error of the futures of threads as that of ours."""
    if type(exc) is concurrent.futures.CancelledError:
        kind = exceptions.CancelledError
    elif type(exc) is concurrent.futures.InvalidStateError:
        kind = exceptions.InvalidStateError
    else:
        return exc
    return kind(*exc.args).with_traceback(exc.__traceback__)


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
            _copy_future_state(other, future)
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
