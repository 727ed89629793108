"""Events that are to happen at certain times."""

import heapq
import threading
import time
from collections import namedtuple
from itertools import count

__all__ = ["scheduler"]

_Event = namedtuple("Event", "time, priority, sequence, action, argument, kwargs")


class Event(_Event):
    """What is to happen, and when."""

    __slots__ = ()

    def __eq__(self, other):
        return self[:3] == other[:3]

    __hash__ = _Event.__hash__


class scheduler:
    """Runs events in the order of their times, then of their priorities."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self._queue = []
        self._lock = threading.RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._numbers = count()

    def enterabs(self, time, priority, action, argument=(), kwargs={}):
        """Add an event at a time."""
        with self._lock:
            event = Event(time, priority, next(self._numbers), action, argument, kwargs)
            heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs={}):
        """Add an event so much later."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Take an event out."""
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Run all events, waiting for each; without waiting, those that are due."""
        while True:
            with self._lock:
                if not self._queue:
                    return None
                when = self._queue[0].time
                now = self.timefunc()
                event = heapq.heappop(self._queue) if when <= now else None
            if event is None:
                if not blocking:
                    return when - now
                self.delayfunc(when - now)
            else:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)  # let other threads run

    @property
    def queue(self):
        """The events in their order."""
        with self._lock:
            events = self._queue[:]
        return list(map(heapq.heappop, [events] * len(events)))
