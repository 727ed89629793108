"""Calls that run elsewhere: in threads of a pool, in processes of a pool.

The executors are imported when they are first asked for.
"""

from concurrent.futures._base import (
    ALL_COMPLETED, BrokenExecutor, CancelledError, Executor, FIRST_COMPLETED, FIRST_EXCEPTION, Future,
    InvalidStateError, TimeoutError, as_completed, wait)

__all__ = ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError",
           "InvalidStateError", "BrokenExecutor", "Future", "Executor", "wait", "as_completed",
           "ProcessPoolExecutor", "ThreadPoolExecutor")


def __dir__():
    return [*__all__, "__author__", "__doc__"]


def __getattr__(name):
    global ProcessPoolExecutor, ThreadPoolExecutor
    if name == "ProcessPoolExecutor":
        from .process import ProcessPoolExecutor
        return ProcessPoolExecutor
    if name == "ThreadPoolExecutor":
        from .thread import ThreadPoolExecutor
        return ThreadPoolExecutor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
