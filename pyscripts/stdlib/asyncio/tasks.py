"""Tasks: coroutines that run on a loop, and waiting for several of them."""

import concurrent.futures
import functools
import inspect
import types

import _asyncio
from _asyncio import (
    _eager_tasks, _enter_task, _leave_task, _register_eager_task, _register_task, _registered_tasks, _scheduled_tasks,
    _swap_current_task, _unregister_eager_task, _unregister_task, current_task,
)
from asyncio import coroutines, events, exceptions, futures

__all__ = (
    "Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for", "as_completed",
    "sleep", "gather", "shield", "ensure_future", "run_coroutine_threadsafe", "current_task", "all_tasks",
    "create_eager_task_factory", "eager_task_factory", "_register_task", "_unregister_task", "_enter_task",
    "_leave_task",
)

Task = _CTask = _asyncio.Task

_FUNCTIONS = (
    "current_task", "register_task", "register_eager_task", "unregister_task", "unregister_eager_task", "enter_task",
    "leave_task", "swap_current_task",
)


def __getattr__(name):
    """What is written in Python is loaded when somebody asks for it."""
    if name == "_PyTask" or name.startswith("_py_") and name[4:] in _FUNCTIONS:
        from asyncio import _in_python

        return _in_python.Task if name == "_PyTask" else getattr(_in_python, name[4:])
    if name.startswith("_c_") and name[3:] in _FUNCTIONS:
        return getattr(_asyncio, name[3:] if name[3:] == "current_task" else name[2:])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def all_tasks(loop=None):
    """The tasks of a loop that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    return {task for task in _registered_tasks() if futures._get_loop(task) is loop and not task.done()}


def create_task(coro, *, name=None, context=None):
    """Have a coroutine run as a task of the running loop."""
    loop = events.get_running_loop()
    if context is None:
        return loop.create_task(coro, name=name)
    return loop.create_task(coro, name=name, context=context)


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks run until they first wait, at once."""
    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)
    return factory


eager_task_factory = create_eager_task_factory(Task)

FIRST_COMPLETED = concurrent.futures.FIRST_COMPLETED
FIRST_EXCEPTION = concurrent.futures.FIRST_EXCEPTION
ALL_COMPLETED = concurrent.futures.ALL_COMPLETED


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures; returns the sets of those that are done and those that are not."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(coroutines.iscoroutine(future) for future in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    left = sum(not future.done() for future in fs)
    timer = loop.call_later(timeout, _release_waiter, waiter) if timeout is not None else None

    def on_completion(future):
        nonlocal left
        left -= 1
        failed = not future.cancelled() and future.exception() is not None
        if left <= 0 or return_when == FIRST_COMPLETED or return_when == FIRST_EXCEPTION and failed:
            if timer is not None:
                timer.cancel()
            if not waiter.done():
                waiter.set_result(None)

    done_now = [future for future in fs if future.done()]
    enough = left == 0 or done_now and return_when == FIRST_COMPLETED or return_when == FIRST_EXCEPTION and any(
        not future.cancelled() and future.exception() is not None for future in done_now
    )
    if not enough:
        for future in fs:
            future.add_done_callback(on_completion)
        try:
            await waiter
        finally:
            if timer is not None:
                timer.cancel()
            for future in fs:
                future.remove_done_callback(on_completion)
    elif timer is not None:
        timer.cancel()
    done = {future for future in fs if future.done()}
    return done, fs - done


async def wait_for(fut, timeout):
    """Wait for something, not longer than so many seconds; TimeoutError after that."""
    from asyncio import timeouts

    if fut is not None and not futures.isfuture(fut) and not coroutines.iscoroutine(fut) and not inspect.isawaitable(fut):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except exceptions.CancelledError as error:
            raise TimeoutError from error
    async with timeouts.timeout(timeout):
        return await fut


async def _cancel_and_wait(future):
    loop = events.get_running_loop()
    waiter = loop.create_future()
    release = functools.partial(_release_waiter, waiter)
    future.add_done_callback(release)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(release)


class _AsCompleted:
    """Gives futures in the order in which they are done."""

    def __init__(self, aws, timeout):
        from asyncio.queues import Queue

        self._done = Queue()
        loop = events.get_event_loop()
        self._todo = {ensure_future(aw, loop=loop) for aw in set(aws)}
        self._left = len(self._todo)
        self._timer = loop.call_later(timeout, self._time_is_up) if self._todo and timeout is not None else None
        for future in self._todo:
            future.add_done_callback(self._one_is_done)

    def __iter__(self):
        return self

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one(resolve=True)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._wait_for_one()

    def _one_is_done(self, future):
        if not self._todo:
            return
        self._todo.discard(future)
        self._done.put_nowait(future)
        if not self._todo and self._timer is not None:
            self._timer.cancel()

    def _time_is_up(self):
        for future in self._todo:
            future.remove_done_callback(self._one_is_done)
            self._done.put_nowait(None)
        self._todo.clear()

    async def _wait_for_one(self, resolve=False):
        future = await self._done.get()
        if future is None:
            raise TimeoutError
        return future.result() if resolve else future


def as_completed(fs, *, timeout=None):
    """Go through futures in the order in which they are done, with `for` or `async for`."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    return _AsCompleted(fs, timeout)


@types.coroutine
def _turn():
    """Awaiting it lets the other tasks run once."""
    yield


async def sleep(delay, result=None):
    """Wait so many seconds; the other tasks run meanwhile."""
    if delay <= 0:
        await _turn()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def ensure_future(coro_or_future, *, loop=None):
    """A future as it is, anything else that can be awaited as a task."""
    if type(coro_or_future) is types.CoroutineType:
        return (events.get_event_loop() if loop is None else loop).create_task(coro_or_future)
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not futures._get_loop(coro_or_future):
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    if not coroutines.iscoroutine(coro_or_future):
        if not inspect.isawaitable(coro_or_future):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        awaitable = coro_or_future

        async def wrap_awaitable():
            return await awaitable

        coro_or_future = wrap_awaitable()
    if loop is None:
        loop = events.get_event_loop()
    return loop.create_task(coro_or_future)


class _GatheringFuture(futures.Future):
    """The future of `gather`: cancelling it cancels what it gathers."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = [child.cancel(msg=msg) for child in self._children]
        if any(cancelled):
            self._cancel_requested = True
        return any(cancelled)


def gather(*coros_or_futures, return_exceptions=False):
    """Run several at once; the future's result is the list of theirs, in their order."""
    if not coros_or_futures:
        loop = events.get_event_loop()
        outer = loop.create_future()
        outer.set_result([])
        return outer
    finished = 0
    outer = None
    loop = None
    of_argument = {}
    children = []

    def done(future):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not future.cancelled():
                future.exception()  # nobody will ask
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(future._make_cancelled_error())
                return
            error = future.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished < len(of_argument):
            return
        results = []
        for child in children:
            if not return_exceptions:
                results.append(child.result())
            elif child.cancelled():
                results.append(exceptions.CancelledError("" if child._cancel_message is None else child._cancel_message))
            else:
                error = child.exception()
                results.append(child.result() if error is None else error)
        if outer._cancel_requested:
            outer.set_exception(future._make_cancelled_error() if future.cancelled() else exceptions.CancelledError())
        else:
            outer.set_result(results)

    for argument in coros_or_futures:
        if argument not in of_argument:
            future = ensure_future(argument, loop=loop)
            if loop is None:
                loop = futures._get_loop(future)
            if future is not argument:
                future._log_destroy_pending = False
            of_argument[argument] = future
        else:
            future = of_argument[argument]
        children.append(future)
    outer = _GatheringFuture(children, loop=loop)
    for future in of_argument.values():
        if future.done():
            done(future)
        else:
            future.add_done_callback(done)
    return outer


def shield(arg):
    """Wait for something that goes on if the waiting is cancelled."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = futures._get_loop(inner)
    outer = loop.create_future()

    def inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()  # nobody will ask
            return
        if inner.cancelled():
            outer.cancel()
        else:
            error = inner.exception()
            if error is not None:
                outer.set_exception(error)
            else:
                outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Have a coroutine run on the loop of another thread; returns a future of threads."""
    if not coroutines.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = concurrent.futures.Future()

    def callback():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(callback)
    return future
