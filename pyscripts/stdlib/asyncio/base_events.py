"""The event loop: callbacks that are due, timers, and waiting for what comes next."""

import _asyncio
import _thread
import collections
import heapq
import sys
import threading
import time
import weakref

from asyncio import coroutines, events, futures, tasks
from asyncio._input_output import InputOutput
from asyncio.coroutines import iscoroutine
from asyncio.log import logger

__all__ = ("BaseEventLoop", "EventLoop", "SelectorEventLoop")

_LONGEST_WAIT = 24 * 3600
_ORIGIN_DEPTH = 10


class BaseEventLoop(InputOutput, events.AbstractEventLoop):
    """An event loop; other threads wake it with `call_soon_threadsafe`."""

    def __init__(self):
        self._ready = collections.deque()
        self._scheduled = []
        self._timer_count = 0
        self._closed = self._stopping = False
        self._thread_id = None
        self._wakeup = _thread.allocate_lock()
        self._wakeup.acquire()
        self._woken = False
        self._debug = coroutines._is_debug_mode()
        # While debugging, callbacks that take longer than so many seconds are logged.
        self.slow_callback_duration = 0.1
        self._depth_before = None
        self._exception_handler = None
        self._task_factory = None
        self._default_executor = None
        self._executor_shutdown_called = False
        self._asyncgens = weakref.WeakSet()
        self._asyncgens_shutdown_called = False
        self._signal_handlers = {}
        self._clock_resolution = time.get_clock_info("monotonic").resolution

    def __repr__(self):
        return (
            f"<{self.__class__.__name__} running={self.is_running()} closed={self.is_closed()} "
            f"debug={self.get_debug()}>"
        )

    # Futures and tasks.

    def create_future(self):
        """A future of this loop."""
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        """Have a coroutine run as a task."""
        self._check_closed()
        if self._task_factory is None:
            return tasks.Task(coro, loop=self, name=name, context=context)
        if context is None:
            task = self._task_factory(self, coro)
        else:
            task = self._task_factory(self, coro, context=context)
        if name is not None:
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    # Running.

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def run_forever(self):
        """Run until `stop` is called."""
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if events._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        self._thread_id = threading.get_ident()
        hooks = _set_asyncgen_hooks(self)
        try:
            self._track_origins(self._debug)
            events._set_running_loop(self)
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._thread_id = None
            self._track_origins(False)
            events._set_running_loop(None)
            _restore_asyncgen_hooks(hooks)

    def run_until_complete(self, future):
        """Run until a future is done; returns its result."""
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if events._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        is_new = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if is_new:
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if is_new and future.done() and not future.cancelled():
                future.exception()  # the caller learns of it anyway
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        """Stop after what is due has run."""
        self._stopping = True

    def close(self):
        """Forget all; the loop cannot run any more."""
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        for number in list(self._signal_handlers):
            self.remove_signal_handler(number)
        self._close_selector()
        self._executor_shutdown_called = True
        executor, self._default_executor = self._default_executor, None
        if executor is not None:
            executor.shutdown(wait=False)

    def is_closed(self):
        return self._closed

    def is_running(self):
        return self._thread_id is not None

    def time(self):
        """The loop's clock, in seconds."""
        return time.monotonic()

    def _run_once(self):
        """Waits until something is due, and runs it."""
        scheduled, ready = self._scheduled, self._ready
        while scheduled and scheduled[0][2]._cancelled:
            heapq.heappop(scheduled)[2]._scheduled = False
        if ready or self._stopping:
            timeout = 0
        elif scheduled:
            timeout = min(max(0, scheduled[0][0] - self.time()), _LONGEST_WAIT)
        else:
            timeout = None
        self._wait(timeout)
        if scheduled:
            end = self.time() + self._clock_resolution
            while scheduled and scheduled[0][0] < end:
                handle = heapq.heappop(scheduled)[2]
                handle._scheduled = False
                ready.append(handle)
        # What these add runs the next time round, so that nothing waits for ever.
        for _ in range(len(ready)):
            handle = ready.popleft()
            if handle._cancelled:
                continue
            if self._debug:
                self._run_watched(handle)
            else:
                handle._run()
        # The frame may stay with the traceback of a task; the handle refers to the task.
        handle = None

    def _run_watched(self, handle):
        """Runs a callback, and tells of it if it takes long."""
        begin = self.time()
        handle._run()
        duration = self.time() - begin
        if duration >= self.slow_callback_duration:
            logger.warning("Executing %s took %.3f seconds", _format_handle(handle), duration)

    def _wait(self, timeout):
        """Waits for so many seconds, or for ever, or until somebody wakes the loop or a descriptor is ready."""
        if self._selector is not None:
            self._woken = False
            self._select(timeout)
            return
        if timeout is None:
            self._wakeup.acquire()
        elif timeout > 0:
            if not self._wakeup.acquire(timeout=timeout):
                return
        elif not self._wakeup.acquire(blocking=False):
            return
        self._woken = False

    def _write_to_self(self):
        """Wakes the loop."""
        if not self._woken:
            self._woken = True
            try:
                self._wakeup.release()
            except RuntimeError:
                pass  # another thread was quicker
            if self._selector is not None:
                self._wake_selector()

    # Callbacks.

    def call_soon(self, callback, *args, context=None):
        """Run a callback the next time round."""
        if self._closed or not callable(callback):
            self._check_closed()
            self._checked(callback, "call_soon")
        handle = events.Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        """As `call_soon`, from another thread."""
        self._check_closed()
        handle = events.Handle(self._checked(callback, "call_soon_threadsafe"), args, self, context)
        self._ready.append(handle)
        self._write_to_self()
        return handle

    def call_later(self, delay, callback, *args, context=None):
        """Run a callback in so many seconds."""
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        """Run a callback at a time of the loop's clock."""
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        timer = events.TimerHandle(when, self._checked(callback, "call_at"), args, self, context)
        self._timer_count += 1
        heapq.heappush(self._scheduled, (when, self._timer_count, timer))
        timer._scheduled = True
        return timer

    def _checked(self, callback, method):
        if not callable(callback):
            if iscoroutine(callback):
                raise TypeError(f"coroutines cannot be used with {method}()")
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")
        return callback

    def _timer_handle_cancelled(self, handle):
        """Cancelled timers leave the heap when they come to its top."""

    # Other threads.

    def run_in_executor(self, executor, func, *args):
        """Call a function in another thread; returns a future."""
        self._check_closed()
        if executor is None:
            executor = self._default_executor
            if self._executor_shutdown_called:
                raise RuntimeError("Executor shutdown has been called")
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor

                executor = self._default_executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor

        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        """Wait for the threads of `run_in_executor` to end."""
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is None:
            return
        future = self.create_future()

        def shut_down():
            try:
                executor.shutdown(wait=True)
                if not self.is_closed():
                    self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)
            except Exception as error:
                if not self.is_closed() and not future.cancelled():
                    self.call_soon_threadsafe(future.set_exception, error)

        thread = threading.Thread(target=shut_down)
        thread.start()
        try:
            from asyncio.timeouts import timeout as limit

            async with limit(timeout):
                await future
        except TimeoutError:
            import warnings

            warnings.warn(
                f"The executor did not finishing joining its threads within {timeout} seconds.", RuntimeWarning,
                stacklevel=2,
            )
            executor.shutdown(wait=False)
        else:
            thread.join()

    async def shutdown_asyncgens(self):
        """Close the asynchronous generators that have not come to their end."""
        self._asyncgens_shutdown_called = True
        left = list(self._asyncgens)
        self._asyncgens.clear()
        if not left:
            return
        results = await tasks.gather(*[generator.aclose() for generator in left], return_exceptions=True)
        for result, generator in zip(results, left):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    "message": f"an error occurred during closing of asynchronous generator {generator!r}",
                    "exception": result, "asyncgen": generator,
                })

    # Signals.

    def add_signal_handler(self, sig, callback, *args):
        """Run a callback when a signal comes."""
        import signal

        if iscoroutine(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        self._check_closed()
        handle = events.Handle(callback, args, self)
        self._signal_handlers[sig] = handle

        def received(number, frame):
            found = self._signal_handlers.get(number)
            if found is not None and not found._cancelled:
                self._ready.append(found)
                self._write_to_self()

        signal.signal(sig, received)

    def remove_signal_handler(self, sig):
        """Have a signal do what it does by default."""
        import signal

        if self._signal_handlers.pop(sig, None) is None:
            return False
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    # Errors.

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        """Have a callback told of errors that nobody else is told of; None brings the default back."""
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Log an error."""
        exception = context.get("exception")
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        information = (type(exception), exception, exception.__traceback__) if exception is not None else False
        logger.error("\n".join(lines), exc_info=information)

    def call_exception_handler(self, context):
        """Tell the handler of an error."""
        if self._exception_handler is None:
            try:
                self.default_exception_handler(context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                logger.error("Exception in default exception handler", exc_info=True)
            return
        try:
            self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self.default_exception_handler({
                "message": "Unhandled error in exception handler", "exception": error, "context": context,
            })

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled
        if self.is_running():
            self.call_soon_threadsafe(self._track_origins, enabled)

    def _track_origins(self, enabled):
        """Have coroutines that nobody awaits tell where they were made, or leave that as it was before."""
        if enabled and self._depth_before is None:
            self._depth_before = sys.get_coroutine_origin_tracking_depth()
            sys.set_coroutine_origin_tracking_depth(_ORIGIN_DEPTH)
        elif not enabled and self._depth_before is not None:
            sys.set_coroutine_origin_tracking_depth(self._depth_before)
            self._depth_before = None


_asyncio._know_loop(BaseEventLoop)


def _format_handle(handle):
    """A callback as the log has it: for a step of a task the task."""
    owner = getattr(handle._callback, "__self__", None)
    return repr(owner if isinstance(owner, tasks.Task) else handle)


def _run_until_complete_cb(future):
    if not future.cancelled():
        error = future.exception()
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            return  # it ends the loop by itself
    futures._get_loop(future).stop()


def _set_asyncgen_hooks(loop):
    """The loop learns of the asynchronous generators that begin and of those that nobody needs any more."""
    if not hasattr(sys, "set_asyncgen_hooks"):
        return None
    before = sys.get_asyncgen_hooks()

    def begins(generator):
        loop._asyncgens.add(generator)

    def forgotten(generator):
        loop._asyncgens.discard(generator)
        if not loop.is_closed():
            loop.call_soon_threadsafe(loop.create_task, generator.aclose())

    sys.set_asyncgen_hooks(firstiter=begins, finalizer=forgotten)
    return before


def _restore_asyncgen_hooks(hooks):
    if hooks is not None:
        sys.set_asyncgen_hooks(*hooks)


class EventLoop(BaseEventLoop):
    """The event loop."""


SelectorEventLoop = EventLoop
