"""Counts calls and their times, told by sys.setprofile()."""

import sys
import time


def label(code):
    """A function as statistics name it: file, line and name."""
    if isinstance(code, str):
        return "~", 0, code
    return code.co_filename, code.co_firstlineno, code.co_name


def built_in_name(function):
    """The name of a function that is not written in Python."""
    owner = getattr(function, "__self__", None)
    name = function.__name__
    if owner is None or isinstance(owner, type(sys)):
        module = getattr(function, "__module__", None) or getattr(owner, "__name__", None)
        return f"<built-in method {module}.{name}>" if module else f"<{name}>"
    if isinstance(owner, type):
        found = owner.__dict__.get(name)
        if found is not None:
            return f"<built-in method {name}>"
        owner = type(owner)
    for cls in type(owner).__mro__ if not isinstance(owner, type) else owner.__mro__:
        if name in cls.__dict__:
            return f"<method {name!r} of {cls.__name__!r} objects>"
    return f"<built-in method {name}>"


class _Call:
    """A call that runs: when it began, and how much of its time its callees took."""

    __slots__ = ("function", "began", "inner", "entry", "edge")

    def __init__(self, function, began, entry, edge):
        self.function, self.began, self.entry, self.edge = function, began, entry, edge
        self.inner = 0


class Recorder:
    """A profiler's books. An entry is [calls, primitive calls, running, own time, cumulated time, callers]."""

    def __init__(self, timer=None, builtins=True):
        self.timer = time.perf_counter if timer is None else timer
        self.builtins = builtins
        self.entries = {}
        self.ignored = set()
        self._stack = []

    def event(self, frame, event, arg):
        """The profile function."""
        now = self.timer()
        if event == "call":
            if frame.f_code not in self.ignored:
                self._enter(frame.f_code, now)
        elif event == "return":
            if frame.f_code not in self.ignored:
                self._leave(now, frame.f_code)
        elif not self.builtins or frame.f_code in self.ignored:
            pass
        elif event == "c_call":
            self._enter(built_in_name(arg), now)
        else:
            self._leave(now, None)

    def _enter(self, function, now):
        entry = self.entries.get(function)
        if entry is None:
            entry = self.entries[function] = [0, 0, 0, 0, 0, {}]
        edge = None
        if self._stack:
            caller = self._stack[-1].function
            edge = entry[5].get(caller)
            if edge is None:
                edge = entry[5][caller] = [0, 0, 0, 0, 0]
            edge[2] += 1
        entry[2] += 1
        self._stack.append(_Call(function, now, entry, edge))

    def _leave(self, now, function):
        stack = self._stack
        if not stack or function is not None and stack[-1].function is not function:
            return  # it began before the profiler did
        call = stack.pop()
        taken = now - call.began
        if stack:
            stack[-1].inner += taken
        for record in (call.entry, call.edge):
            if record is None:
                continue
            record[2] -= 1
            record[0] += 1
            record[3] += taken - call.inner
            if record[2] == 0:
                record[1] += 1
                record[4] += taken

    def end(self):
        """Ends the calls that still run."""
        now = self.timer()
        while self._stack:
            self._leave(now, None)

    def stats(self):
        """What pstats takes."""
        result = {}
        for function, (calls, primitive, _, own, cumulated, callers) in self.entries.items():
            if not calls:
                continue
            edges = {
                label(caller): (edge[0], edge[1], edge[3], edge[4]) for caller, edge in callers.items() if edge[0]
            }
            result[label(function)] = primitive, calls, own, cumulated, edges
        return result
