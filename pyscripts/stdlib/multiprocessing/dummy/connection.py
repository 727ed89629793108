"""Connections between threads: pairs of queues."""

from queue import Queue

__all__ = ["Client", "Listener", "Pipe"]

families = [None]


class Listener:
    """Waits for clients of the same process; its address is its queue."""

    def __init__(self, address=None, family=None, backlog=1):
        self._backlog_queue = Queue(backlog)

    def accept(self):
        """The connection of the next client."""
        return Connection(*self._backlog_queue.get())

    def close(self):
        """Listen no more."""
        self._backlog_queue = None

    @property
    def address(self):
        """What a client needs."""
        return self._backlog_queue

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Client(address):
    """A connection to the listener with that address."""
    there, here = Queue(), Queue()
    address.put((there, here))
    return Connection(here, there)


def Pipe(duplex=True):
    """Two connections, each the other's far end."""
    first, second = Queue(), Queue()
    return Connection(first, second), Connection(second, first)


class Connection:
    """One end."""

    def __init__(self, _in, _out):
        self._in, self._out = _in, _out
        self.send = self.send_bytes = _out.put
        self.recv = self.recv_bytes = _in.get

    def poll(self, timeout=0.0):
        """Whether there is something to receive; waits up to `timeout` seconds."""
        if self._in.qsize() > 0:
            return True
        if timeout is not None and timeout <= 0.0:
            return False
        with self._in.not_empty:
            return self._in.not_empty.wait_for(self._in._qsize, timeout) > 0

    def close(self):
        """Nothing to close."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()
