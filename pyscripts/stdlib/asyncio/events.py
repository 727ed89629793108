"""Handles of callbacks, the interface of loops, and which loop is whose."""

import contextvars
import os
import threading
from reprlib import recursive_repr

__all__ = (
    "AbstractEventLoopPolicy", "AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle",
    "get_event_loop_policy", "set_event_loop_policy", "get_event_loop", "set_event_loop", "new_event_loop",
    "_set_running_loop", "get_running_loop", "_get_running_loop", "DefaultEventLoopPolicy",
)


def shown_callback(function, args):
    """A callback as reprs show it, with the place where it is written."""
    place = _place(function)
    text = _shown_function(function, args)
    return text if place is None else f"{text} at {place}"


def _place(function):
    import functools
    import inspect

    function = inspect.unwrap(function)
    if inspect.isfunction(function):
        return f"{function.__code__.co_filename}:{function.__code__.co_firstlineno}"
    if isinstance(function, (functools.partial, functools.partialmethod)):
        return _place(function.func)
    return None


def _shown_function(function, args=None):
    """A function's name and the arguments of its call."""
    import functools

    if isinstance(function, functools.partial):
        shown = ", ".join([*map(repr, function.args), *(f"{k}={v!r}" for k, v in function.keywords.items())])
        text = _shown_function(function.func) + f"({shown})"
    else:
        text = getattr(function, "__qualname__", None) or getattr(function, "__name__", None) or repr(function)
    return text if args is None else f"{text}({', '.join(map(repr, args))})"


class Handle:
    """A callback that a loop is to run."""

    __slots__ = ("_callback", "_args", "_cancelled", "_loop", "_context", "__weakref__")

    def __init__(self, callback, args, loop, context=None):
        self._context = contextvars.copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False

    def _repr_info(self):
        info = [self.__class__.__name__]
        if self._cancelled:
            info.append("cancelled")
        if self._callback is not None:
            info.append(shown_callback(self._callback, self._args))
        return info

    def __repr__(self):
        return f"<{' '.join(self._repr_info())}>"

    def get_context(self):
        return self._context

    def cancel(self):
        """Have it not run."""
        if not self._cancelled:
            self._cancelled = True
            self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            if self._args:
                self._context.run(self._callback, *self._args)
            else:
                self._context.run(self._callback)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            shown = shown_callback(self._callback, self._args)
            self._loop.call_exception_handler({
                "message": f"Exception in callback {shown}", "exception": error, "handle": self,
            })


class TimerHandle(Handle):
    """A callback that a loop is to run at some time."""

    __slots__ = ("_scheduled", "_when")

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when
        self._scheduled = False

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(2 if self._cancelled else 1, f"when={self._when}")
        return info

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        return self._when <= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __gt__(self, other):
        return self._when > other._when if isinstance(other, TimerHandle) else NotImplemented

    def __ge__(self, other):
        return self._when >= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __eq__(self, other):
        return self is other if isinstance(other, TimerHandle) else NotImplemented

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        super().cancel()

    def when(self):
        """The loop's time at which it runs."""
        return self._when


class AbstractServer:
    """What listens for connections."""

    def close(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError


class AbstractEventLoop:
    """What an event loop does."""


def _left_open(name):
    def method(self, *args, **kwargs):
        raise NotImplementedError
    method.__name__ = method.__qualname__ = name
    return method


for _name in (
    "run_forever", "run_until_complete", "stop", "is_running", "is_closed", "close", "call_soon", "call_later",
    "call_at", "time", "create_future", "create_task", "call_soon_threadsafe", "run_in_executor",
    "set_default_executor", "add_reader", "remove_reader", "add_writer", "remove_writer", "add_signal_handler",
    "remove_signal_handler", "set_task_factory", "get_task_factory", "get_exception_handler", "set_exception_handler",
    "default_exception_handler", "call_exception_handler", "get_debug", "set_debug", "shutdown_asyncgens",
    "shutdown_default_executor", "create_connection", "create_server", "create_unix_connection", "create_unix_server",
    "create_datagram_endpoint", "connect_read_pipe", "connect_write_pipe", "subprocess_exec", "subprocess_shell",
    "sock_recv", "sock_recv_into", "sock_recvfrom", "sock_recvfrom_into", "sock_sendall", "sock_sendto", "sock_connect",
    "sock_accept", "getaddrinfo", "getnameinfo",
):
    setattr(AbstractEventLoop, _name, _left_open(_name))


class AbstractEventLoopPolicy:
    """Which loop belongs to a thread."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """A loop for each thread that sets one; the main thread gets one by asking."""

    class _Local(threading.local):
        loop = None
        was_set = False

    def __init__(self):
        self._local = self._Local()

    def get_event_loop(self):
        local = self._local
        if local.loop is None and not local.was_set and threading.current_thread() is threading.main_thread():
            import warnings

            warnings.warn("There is no current event loop", DeprecationWarning, stacklevel=3)
            self.set_event_loop(self.new_event_loop())
        if local.loop is None:
            raise RuntimeError(f"There is no current event loop in thread {threading.current_thread().name!r}.")
        return local.loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(
                f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'"
            )
        self._local.was_set = True
        self._local.loop = loop

    def new_event_loop(self):
        from asyncio.base_events import EventLoop

        return EventLoop()


_policy = None


def get_event_loop_policy():
    """The policy that is in force."""
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    """Change the policy; None brings the default back."""
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(
            f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'"
        )
    _policy = policy


class _Running(threading.local):
    loop = None
    process = None


_running = _Running()


def _get_running_loop():
    """The loop that runs in this thread, or None."""
    loop = _running.loop
    return loop if loop is not None and _running.process == os.getpid() else None


def _set_running_loop(loop):
    _running.loop = loop
    _running.process = os.getpid()


def get_running_loop():
    """The loop that runs in this thread."""
    loop = _get_running_loop()
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def get_event_loop():
    """The loop that runs, else the thread's."""
    loop = _get_running_loop()
    return loop if loop is not None else get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    """Set the thread's loop."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """A new loop."""
    return get_event_loop_policy().new_event_loop()
