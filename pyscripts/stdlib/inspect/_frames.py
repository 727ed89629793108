"""Frames: those that run, and those of a traceback."""

import linecache
import sys
from collections import namedtuple
from inspect._kinds import *
from inspect._source import findsource, getsourcefile, getfile

__all__ = [
    "ArgInfo", "getargvalues", "formatargvalues", "Traceback", "FrameInfo", "getframeinfo", "getlineno", "getouterframes",
    "getinnerframes", "currentframe", "stack", "trace",
]

ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")


def getargvalues(frame):
    """The arguments with which a frame was called."""
    code = frame.f_code
    names = code.co_varnames
    count = code.co_argcount + code.co_kwonlyargcount
    args, rest = list(names[:count]), list(names[count:])
    varargs = rest.pop(0) if code.co_flags & CO_VARARGS else None
    keywords = rest.pop(0) if code.co_flags & CO_VARKEYWORDS else None
    return ArgInfo(args, varargs, keywords, frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)):
    """The arguments of a frame as text."""
    shown = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        shown.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        shown.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f"({', '.join(shown)})"


class Traceback(namedtuple("_Traceback", "filename lineno function code_context index")):
    """Where a frame stands."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in (*self._fields, "positions"))
        return f"Traceback({fields})"


class FrameInfo(namedtuple("_FrameInfo", "frame filename lineno function code_context index")):
    """A frame, and where it stands."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        self.positions = positions
        return self

    def __repr__(self):
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in (*self._fields, "positions"))
        return f"FrameInfo({fields})"


_Positions = namedtuple("Positions", "lineno end_lineno col_offset end_col_offset", defaults=(None,) * 4)


def _positions(code, lasti):
    if lasti < 0:
        return _Positions()
    for number, position in enumerate(code.co_positions()):
        if number == lasti // 2:
            return _Positions(*position)
    return _Positions()


def getframeinfo(frame, context=1):
    """File, line, function and some lines around of a frame or traceback."""
    if istraceback(frame):
        lineno, lasti = frame.tb_lineno, frame.tb_lasti
        frame = frame.tb_frame
    elif isframe(frame):
        lineno, lasti = frame.f_lineno, frame.f_lasti
    else:
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    positions = _positions(frame.f_code, lasti)
    filename = getsourcefile(frame) or getfile(frame)
    lines, index = None, None
    if context > 0:
        start = lineno - 1 - context // 2
        try:
            lines, _ = findsource(frame)
        except OSError:
            pass
        else:
            start = max(0, min(start, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index, positions=positions)


def getlineno(frame):
    """The line where a frame stands."""
    return frame.f_lineno


def _info(frame, where, context):
    found = getframeinfo(where, context)
    return FrameInfo(frame, *found, positions=found.positions)


def getouterframes(frame, context=1):
    """A frame and those that called it."""
    found = []
    while frame:
        found.append(_info(frame, frame, context))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """The frames of a traceback."""
    found = []
    while tb:
        found.append(_info(tb.tb_frame, tb, context))
        tb = tb.tb_next
    return found


def currentframe():
    """The frame that asks."""
    return sys._getframe(1)


def stack(context=1):
    """The frame that asks and those that called it."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The frames between here and where the exception that is handled was raised."""
    exception = sys.exception()
    return getinnerframes(exception.__traceback__ if exception is not None else None, context)
