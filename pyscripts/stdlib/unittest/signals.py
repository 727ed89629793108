"""Ctrl-C stops a run of tests after the test that is running."""

import functools
import signal
import weakref

__unittest = True

_results = weakref.WeakKeyDictionary()
_handler = None


class _InterruptHandler:
    def __init__(self, default):
        self.called = False
        self.original = default
        self.default = signal.default_int_handler if default == signal.SIG_DFL else default

    def __call__(self, number, frame):
        if self.called or signal.getsignal(signal.SIGINT) is not self:
            self.default(number, frame)
        self.called = True
        for result in list(_results):
            result.stop()


def registerResult(result):
    """Have the run of `result` stopped by Ctrl-C."""
    _results[result] = 1


def removeResult(result):
    """No longer stop the run of `result`; says whether it was registered."""
    return bool(_results.pop(result, None))


def installHandler():
    """Catch Ctrl-C."""
    global _handler
    if _handler is None:
        _handler = _InterruptHandler(signal.getsignal(signal.SIGINT))
        signal.signal(signal.SIGINT, _handler)


def removeHandler(method=None):
    """No longer catch Ctrl-C, or not while the decorated method runs."""
    if method is not None:
        @functools.wraps(method)
        def inner(*args, **kwargs):
            before = signal.getsignal(signal.SIGINT)
            removeHandler()
            try:
                return method(*args, **kwargs)
            finally:
                signal.signal(signal.SIGINT, before)
        return inner
    global _handler
    if _handler is not None:
        signal.signal(signal.SIGINT, _handler.original)
        _handler = None
