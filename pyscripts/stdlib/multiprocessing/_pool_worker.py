"""What a worker of a pool does: it runs tasks one after the other and sends back what came out.

Invariant: every task is answered while the worker lives. What cannot be sent, or said, is replaced by what can.
"""

from _multiprocessing import receive_message, send_message
from _timeline import begin_task, end_task

from . import reduction


class RemoteTraceback(Exception):
    """The traceback of an exception where it was raised, as text."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    """An exception on its way to another process with its traceback as text."""

    def __init__(self, exc, tb):
        from traceback import format_exception
        self.exc = exc
        self.tb = f'\n"""\n{"".join(format_exception(type(exc), exc, tb))}"""'
        self.exc.__traceback__ = None

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
    """The exception as it arrives."""
    exc.__cause__ = RemoteTraceback(tb)
    return exc


def shown(value):
    """The repr of anything; what is said instead if that fails."""
    try:
        return repr(value)
    except Exception as error:
        return f"<{type(value).__name__} object whose repr raised {type(error).__name__}>"


class MaybeEncodingError(Exception):
    """A result could not be sent."""

    def __init__(self, exc, value):
        self.exc = shown(exc)
        self.value = shown(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f"<{type(self).__name__}: {self}>"


def work(connection, inherited, initializer, initargs, ends_with):
    """What a worker does.

    `inherited` is the other end of the connection after a fork; `ends_with` are the exceptions that end the worker,
    while all others are results.
    """
    if inherited is not None:
        inherited.close()
    handle = connection.fileno()
    if initializer is not None:
        initializer(*initargs)
    try:
        send_message(handle, b"")
        while True:
            message = receive_message(handle)
            if not message[0]:
                return
            answer = reply(message, ends_with)
            del message
            send_message(handle, *answer)
            del answer
    except (EOFError, BrokenPipeError, ConnectionResetError):
        # The pool is gone.
        pass


def reply(message, ends_with):
    """Run the task of a message; the message with its result: whether it went well, and what came out."""
    value = None
    try:
        function, args, kwargs = reduction.loads(*message)
        # The message is not kept while the task runs.
        del message
        begin_task(function_of(function, args))
        try:
            value = function(*args, **kwargs)
        finally:
            end_task()
        result = True, value
    except ends_with:
        raise
    except BaseException as error:
        result = False, error
    if result[0]:
        try:
            return reduction.dumps(result, back=True)
        except Exception as error:
            return reduction.dumps((False, MaybeEncodingError(error, value)), back=True)
    return _failure(result[1])


def _failure(error):
    """The message for an exception; for what can be said of it, if it cannot be sent."""
    try:
        return reduction.dumps((False, ExceptionWithTraceback(error, error.__traceback__)), back=True)
    except Exception as reason:
        return reduction.dumps((False, MaybeEncodingError(reason, error)), back=True)


# Tasks.

def run_chunk(function, items):
    """Call the function with each item."""
    return [function(item) for item in items]


def run_star_chunk(function, items):
    """Call the function with each item's own items."""
    return [function(*item) for item in items]


def function_of(function, args):
    """The function that a task is about, which for a chunk is that of its calls."""
    return args[0] if function in (run_chunk, run_star_chunk) else function


def describe(function, args, kwargs):
    """What a task is, for people: the call, or the first and the last of a chunk."""
    if function not in (run_chunk, run_star_chunk):
        return _describe_call(function, args, kwargs)
    called, items = args
    calls = [_describe_call(called, item if function is run_star_chunk else (item,), {})
             for item in (items[0], items[-1])[:len(items)]]
    return calls[0] if len(calls) == 1 else f"{calls[0]} to {calls[1]}, {len(items)} calls in one message"


def _describe_call(function, args, kwargs):
    name = getattr(function, "__qualname__", None) or _short(function)
    parts = [_short(arg) for arg in args] + [f"{key}={_short(value)}" for key, value in kwargs.items()]
    return f"{name}({', '.join(parts[:8])}{', ...' if len(parts) > 8 else ''})"


def _short(value):
    text = shown(value)
    return text if len(text) <= 60 else f"{text[:40]}...{text[-15:]}"
