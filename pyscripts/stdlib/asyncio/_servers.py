"""Servers: they take connections and make a transport and a protocol of each."""

import errno

from asyncio import events
from asyncio._descriptors import DescriptorTransport
from asyncio._input_output import _facts, _turn
from asyncio.exceptions import CancelledError

_OUT_OF_ROOM = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)


class Server(events.AbstractServer):
    """Listening sockets; `async with` closes them."""

    def __init__(self, loop, sockets, factory, backlog):
        self._loop, self._factory, self._backlog = loop, factory, backlog
        self._sockets = sockets
        self._connections = set()
        self._waiters = []
        self._serving = False
        self._forever = None

    def __repr__(self):
        return f"<{self.__class__.__name__} sockets={self.sockets!r}>"

    @property
    def sockets(self):
        return tuple(self._sockets or ())

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop.add_reader(sock.fileno(), self._accept, sock)

    def _accept(self, sock):
        for _ in range(self._backlog):
            try:
                connection, _ = sock.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                if error.errno not in _OUT_OF_ROOM:
                    raise
                self._loop.call_exception_handler({
                    "message": "socket.accept() out of system resource", "exception": error, "socket": sock,
                })
                self._loop.remove_reader(sock.fileno())
                self._loop.call_later(1, self._accept_again, sock)
                return
            connection.setblocking(False)
            DescriptorTransport(self._loop, self._factory(), connection, _facts(connection), server=self)

    def _accept_again(self, sock):
        if self._serving:
            self._loop.add_reader(sock.fileno(), self._accept, sock)

    async def start_serving(self):
        self._start_serving()
        await _turn()

    async def serve_forever(self):
        """Serve until cancelled."""
        if self._forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._forever = self._loop.create_future()
        try:
            await self._forever
        except CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._forever = None

    def close(self):
        """Take no more connections; those that stand go on."""
        if self._sockets is None:
            return
        sockets, self._sockets = self._sockets, None
        for sock in sockets:
            self._loop.remove_reader(sock.fileno())
            sock.close()
        self._serving = False
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()
        if not self._connections:
            self._wake_up()

    def close_clients(self):
        for transport in self._connections.copy():
            transport.close()

    def abort_clients(self):
        for transport in self._connections.copy():
            transport.abort()

    async def wait_closed(self):
        """Wait until the server and its connections are closed."""
        if self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter

    def _wake_up(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def _attach(self, transport):
        self._connections.add(transport)

    def _detach(self, transport):
        self._connections.discard(transport)
        if not self._connections and self._sockets is None:
            self._wake_up()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        self.close()
        await self.wait_closed()
