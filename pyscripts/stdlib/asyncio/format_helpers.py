"""How callbacks and stacks are shown."""

import functools
import inspect
import reprlib
import sys

__all__ = ()

_STACK_DEPTH = 10


def _get_function_source(func):
    """The file and the line where a function is written, if it is written in Python."""
    func = inspect.unwrap(func)
    if inspect.isfunction(func):
        return func.__code__.co_filename, func.__code__.co_firstlineno
    if isinstance(func, functools.partial):
        return _get_function_source(func.func)
    if isinstance(func, functools.partialmethod):
        return _get_function_source(func.func)
    return None


def _format_callback_source(func, args, *, debug=False):
    """A callback with its arguments and the place where it is written."""
    place = _get_function_source(func)
    text = _format_callback(func, args, None, debug=debug)
    return text if place is None else f"{text} at {place[0]}:{place[1]}"


def _format_args_and_kwargs(args, kwargs, *, debug=False):
    """Arguments as a call has them; in debug mode alone, since they may be secrets."""
    if not debug:
        return "()"
    shown = [reprlib.repr(arg) for arg in args or ()]
    shown += [f"{name}={reprlib.repr(value)}" for name, value in (kwargs or {}).items()]
    return f"({', '.join(shown)})"


def _format_callback(func, args, kwargs, *, debug=False, suffix=""):
    suffix = _format_args_and_kwargs(args, kwargs, debug=debug) + suffix
    if isinstance(func, functools.partial):
        return _format_callback(func.func, func.args, func.keywords, debug=debug, suffix=suffix)
    name = getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)
    return name + suffix


def extract_stack(f=None, limit=None):
    """The stack from a frame on, oldest call first; without a limit what is of interest to somebody who debugs."""
    import traceback

    frame = sys._getframe(1) if f is None else f
    depth = _STACK_DEPTH if limit is None else limit
    stack = traceback.StackSummary.extract(traceback.walk_stack(frame), limit=depth, lookup_lines=False)
    stack.reverse()
    return stack
