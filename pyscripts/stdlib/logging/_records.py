"""Records: what is known of one thing that happened."""

import logging
import os
import sys
import threading
import time
from _collections_abc import Mapping as _Mapping

from logging._levels import getLevelName

__name__ = "logging"

_startTime = time.time_ns()

# What arguments of messages are most often, and what is no mapping.
_PLAIN = frozenset({str, int, float, bool, type(None), list, tuple})

# The names of files and modules by the paths of sources, for as many as a program may have.
_sources = {}
_MOST_SOURCES = 1000


def _source(pathname):
    """The name of a source file, and that of its module."""
    try:
        filename = os.path.basename(pathname)
        names = filename, os.path.splitext(filename)[0]
    except (TypeError, ValueError, AttributeError):
        return pathname, "Unknown module"
    if type(pathname) is str:
        if len(_sources) >= _MOST_SOURCES:
            _sources.clear()
        _sources[pathname] = names
    return names


def _process_name():
    processes = sys.modules.get("multiprocessing")
    if processes is not None:
        try:
            return processes.current_process().name
        except Exception:
            pass
    return "MainProcess"


class LogRecord:
    """One thing that happened."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        now = time.time_ns()
        if args and len(args) == 1 and type(args[0]) not in _PLAIN and isinstance(args[0], _Mapping) and args[0]:
            args = args[0]
        self.name = name
        self.msg = msg
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        try:
            self.filename, self.module = _sources[pathname]
        except (KeyError, TypeError):
            self.filename, self.module = _source(pathname)
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = now / 1e9
        self.msecs = (now % 1_000_000_000) // 1_000_000 + 0.0
        self.relativeCreated = (now - _startTime) / 1e6
        self.thread = threading.get_ident() if logging.logThreads else None
        self.threadName = threading.current_thread().name if logging.logThreads else None
        self.processName = _process_name() if logging.logMultiprocessing else None
        self.process = os.getpid() if logging.logProcesses else None
        self.taskName = None

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        """The message with its arguments."""
        message = str(self.msg)
        return message % self.args if self.args else message
