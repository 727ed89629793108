"""Processes, with `await`."""

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

import subprocess

from asyncio import events, protocols, streams
from asyncio.tasks import gather

PIPE = subprocess.PIPE
STDOUT = subprocess.STDOUT
DEVNULL = subprocess.DEVNULL


class SubprocessStreamProtocol(streams.FlowControlMixin, protocols.SubprocessProtocol):
    """Makes streams of a process's pipes."""

    def __init__(self, limit, loop):
        super().__init__(loop=loop)
        self._limit = limit
        self.stdin = self.stdout = self.stderr = None
        self._transport = None
        self._open = []
        self._exited = False
        self._stdin_closed = loop.create_future()

    def __repr__(self):
        streams = {name: getattr(self, name) for name in ("stdin", "stdout", "stderr")}
        shown = [f"{name}={stream!r}" for name, stream in streams.items() if stream is not None]
        return f"<{' '.join([self.__class__.__name__, *shown])}>"

    def connection_made(self, transport):
        self._transport = transport
        for number, name in (1, "stdout"), (2, "stderr"):
            pipe = transport.get_pipe_transport(number)
            if pipe is not None:
                reader = streams.StreamReader(limit=self._limit, loop=self._loop)
                reader.set_transport(pipe)
                setattr(self, name, reader)
                self._open.append(number)
        pipe = transport.get_pipe_transport(0)
        if pipe is not None:
            self.stdin = streams.StreamWriter(pipe, protocol=self, reader=None, loop=self._loop)

    def _reader_of(self, fd):
        return {1: self.stdout, 2: self.stderr}.get(fd)

    def pipe_data_received(self, fd, data):
        reader = self._reader_of(fd)
        if reader is not None:
            reader.feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        if fd == 0:
            if self.stdin is not None:
                self.stdin.close()
            self.connection_lost(exc)
            if not self._stdin_closed.done():
                if exc is None:
                    self._stdin_closed.set_result(None)
                else:
                    self._stdin_closed.set_exception(exc)
                    self._stdin_closed.exception()  # who does not wait for it need not be told
            return
        reader = self._reader_of(fd)
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        if fd in self._open:
            self._open.remove(fd)
        self._maybe_close()

    def process_exited(self):
        self._exited = True
        self._maybe_close()

    def _maybe_close(self):
        if self._exited and not self._open and self._transport is not None:
            self._transport.close()
            self._transport = None

    def _get_close_waiter(self, stream):
        return self._stdin_closed if stream is self.stdin else None


class Process:
    """A process that runs, or has run."""

    def __init__(self, transport, protocol, loop):
        self._transport, self._protocol, self._loop = transport, protocol, loop
        self.stdin, self.stdout, self.stderr = protocol.stdin, protocol.stdout, protocol.stderr
        self.pid = transport.get_pid()

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.pid}>"

    @property
    def returncode(self):
        return self._transport.get_returncode()

    async def wait(self):
        """Wait until the process has ended; returns its status."""
        return await self._transport._wait()

    def send_signal(self, signal):
        self._transport.send_signal(signal)

    def terminate(self):
        self._transport.terminate()

    def kill(self):
        self._transport.kill()

    async def _feed(self, data):
        try:
            if data is not None:
                self.stdin.write(data)
            await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            pass  # it reads no more
        self.stdin.close()

    async def _nothing(self):
        return None

    async def _all_of(self, stream):
        output = await stream.read()
        stream._transport.close()
        return output

    async def communicate(self, input=None):
        """Send data, and read all that the process writes."""
        output, errors = (
            self._nothing() if stream is None else self._all_of(stream) for stream in (self.stdout, self.stderr)
        )
        feeding = self._nothing() if self.stdin is None else self._feed(input)
        _, output, errors = await gather(feeding, output, errors)
        await self.wait()
        return output, errors


async def _started(start, limit):
    loop = events.get_running_loop()
    transport, protocol = await start(loop, lambda: SubprocessStreamProtocol(limit=limit, loop=loop))
    while protocol._transport is None and not protocol._exited:
        from asyncio.tasks import sleep

        await sleep(0)
    return Process(transport, protocol, loop)


async def create_subprocess_shell(
    cmd, stdin=None, stdout=None, stderr=None, limit=streams._DEFAULT_LIMIT, **kwds,
):
    """Start a shell's command."""
    return await _started(
        lambda loop, factory: loop.subprocess_shell(
            factory, cmd, stdin=stdin, stdout=stdout, stderr=stderr, **kwds),
        limit)


async def create_subprocess_exec(
    program, *args, stdin=None, stdout=None, stderr=None, limit=streams._DEFAULT_LIMIT, **kwds,
):
    """Start a program."""
    return await _started(
        lambda loop, factory: loop.subprocess_exec(
            factory, program, *args, stdin=stdin, stdout=stdout, stderr=stderr, **kwds),
        limit)
