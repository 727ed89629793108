"""Threads, for tests."""

import contextlib
import functools
import threading
import time
import unittest

can_start_thread = True


def requires_working_threading(*, module=False):
    """Skips without threads."""
    return None if module else unittest.skipUnless(can_start_thread, "requires threads")


def threading_setup():
    return threading.active_count(), 0


def threading_cleanup(*before):
    """Waits a little for the threads that are more than before."""
    end = time.monotonic() + 1.0
    while threading.active_count() > before[0] and time.monotonic() < end:
        time.sleep(0.01)


def reap_threads(func):
    """Waits for a test's threads."""
    @functools.wraps(func)
    def wrapper(*args):
        before = threading_setup()
        try:
            return func(*args)
        finally:
            threading_cleanup(*before)
    return wrapper


def join_thread(thread, timeout=None):
    """Waits for a thread, which ends in time."""
    thread.join(30.0 if timeout is None else timeout)
    if thread.is_alive():
        raise AssertionError("failed to join the thread")


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    """Waits for the threads of the block."""
    before = threading_setup()
    try:
        yield
    finally:
        threading_cleanup(*before)


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    """Starts these threads, and waits for them after the block."""
    started = []
    try:
        for thread in threads:
            thread.start()
            started.append(thread)
        yield
    finally:
        if unlock:
            unlock()
        for thread in started:
            join_thread(thread)


class catch_threading_exception:
    """Keeps the exception that ended a thread."""

    def __init__(self):
        self.exc_type = self.exc_value = self.exc_traceback = self.thread = None
        self._before = None

    def _hook(self, args):
        self.exc_type, self.exc_value, self.exc_traceback = args.exc_type, args.exc_value, args.exc_traceback
        self.thread = args.thread

    def __enter__(self):
        self._before = threading.excepthook
        threading.excepthook = self._hook
        return self

    def __exit__(self, *exc):
        threading.excepthook = self._before
        del self.exc_type, self.exc_value, self.exc_traceback, self.thread
