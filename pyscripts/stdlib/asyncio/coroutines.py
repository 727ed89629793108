"""Which functions and objects are coroutines, and how they are shown."""

import collections.abc
import inspect
import os
import sys
import types

__all__ = ("iscoroutinefunction", "iscoroutine")

_is_coroutine = object()
_Coroutine = types.CoroutineType


def _is_debug_mode():
    """Do the command line and the environment ask for loops in debug mode?"""
    return sys.flags.dev_mode or not sys.flags.ignore_environment and bool(os.environ.get("PYTHONASYNCIODEBUG"))


def iscoroutinefunction(func):
    """Does calling it make a coroutine?"""
    return inspect.iscoroutinefunction(func) or getattr(func, "_is_coroutine", None) is _is_coroutine


def iscoroutine(obj):
    """Is it a coroutine?"""
    return type(obj) is _Coroutine or isinstance(obj, (_Coroutine, collections.abc.Coroutine))


def _format_coroutine(coro):
    """A coroutine as the repr of its task shows it."""
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
    if name is None:
        name = f"<{type(coro).__name__} without __name__>"
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    if code is None:
        running = getattr(coro, "cr_running", False)
        return f"{name}() running" if running else f"{name}()"
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    filename = code.co_filename or "<empty co_filename>"
    if frame is not None:
        return f"{name}() running at {filename}:{frame.f_lineno}"
    return f"{name}() done, defined at {filename}:{code.co_firstlineno}"
