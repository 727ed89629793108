"""Handles of callbacks, the interface of loops, and which loop is whose."""

import sys
import threading

from _asyncio import _get_running_loop, _Handle as Handle, _set_running_loop, get_event_loop, get_running_loop

__all__ = (
    "AbstractEventLoopPolicy", "AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle",
    "get_event_loop_policy", "set_event_loop_policy", "get_event_loop", "set_event_loop", "new_event_loop",
    "_set_running_loop", "get_running_loop", "_get_running_loop", "DefaultEventLoopPolicy",
)


def _handle_info(handle):
    """What the repr of a handle tells."""
    info = [handle.__class__.__name__]
    if handle._cancelled:
        info.append("cancelled")
    if handle._callback is not None:
        info.append(_shown_callback(handle))
    return info


def _shown_callback(handle):
    from asyncio import format_helpers

    return format_helpers._format_callback_source(handle._callback, handle._args, debug=handle._loop.get_debug())


def _shown_handle(handle):
    return f"<{' '.join(handle._repr_info())}>"


def _callback_failed(handle, error):
    """Tells a loop of what a callback has raised."""
    shown = _shown_callback(handle)
    handle._loop.call_exception_handler({
        "message": f"Exception in callback {shown}", "exception": error, "handle": handle,
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

            warnings.warn("There is no current event loop", DeprecationWarning, stacklevel=_level_outside())
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


def _level_outside():
    """How far up the call is that came from outside asyncio."""
    level, frame = 1, sys._getframe(1)
    while frame is not None and f"{frame.f_globals.get('__name__')}.".startswith("asyncio."):
        level, frame = level + 1, frame.f_back
    return level


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


def set_event_loop(loop):
    """Set the thread's loop."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """A new loop."""
    return get_event_loop_policy().new_event_loop()
