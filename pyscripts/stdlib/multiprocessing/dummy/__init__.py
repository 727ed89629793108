"""The interface of `multiprocessing` with threads in place of processes."""

import threading
import weakref
from queue import Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore, current_thread

from .connection import Pipe

__all__ = ["Process", "current_process", "active_children", "freeze_support", "Lock", "RLock", "Semaphore",
           "BoundedSemaphore", "Condition", "Event", "Barrier", "Queue", "Manager", "Pipe", "Pool", "JoinableQueue"]

JoinableQueue = Queue
current_process = current_thread
# A module is what it should look like.
dict, list = dict, list


class DummyProcess(threading.Thread):
    """A thread with the interface of a process."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        super().__init__(group, target, name, args, kwargs)
        self._pid = None
        self._children = weakref.WeakKeyDictionary()
        self._start_called = False
        self._parent = current_process()

    def start(self):
        """Start the thread."""
        if self._parent is not current_process():
            raise RuntimeError(f"Parent is {self._parent!r} but current_process is {current_process()!r}")
        self._start_called = True
        if hasattr(self._parent, "_children"):
            self._parent._children[self] = None
        super().start()

    @property
    def exitcode(self):
        """0 when the thread has ended, None before."""
        return 0 if self._start_called and not self.is_alive() else None


Process = DummyProcess
threading.current_thread()._children = weakref.WeakKeyDictionary()


def freeze_support():
    """Nothing to do."""


def active_children():
    """The threads that this one has started and that run."""
    children = current_process()._children
    for thread in [*children]:
        if not thread.is_alive():
            children.pop(thread, None)
    return [*children]


class Namespace:
    """An object with whatever attributes it is given."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        shown = sorted(f"{name}={value!r}" for name, value in self.__dict__.items() if not name.startswith("_"))
        return f"{type(self).__name__}({', '.join(shown)})"


class Value:
    """An object in a box."""

    def __init__(self, typecode, value, lock=True):
        self._typecode, self._value = typecode, value

    @property
    def value(self):
        """What is in it."""
        return self._value

    @value.setter
    def value(self, value):
        self._value = value

    def __repr__(self):
        return f"<{type(self).__name__}({self._typecode!r}, {self._value!r})>"


def Array(typecode, sequence, lock=True):
    """An array of numbers."""
    import array
    return array.array(typecode, sequence)


def Manager():
    """This module: all is in one process."""
    import sys
    return sys.modules[__name__]


def shutdown():
    """Nothing to do: for who takes the module for a manager."""


def Pool(processes=None, initializer=None, initargs=()):
    """A pool of threads."""
    from ..pool import ThreadPool
    return ThreadPool(processes, initializer, initargs)
