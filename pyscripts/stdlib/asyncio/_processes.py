"""Processes with transports on their pipes. A thread of its own waits for each process to end."""

import os
import subprocess
import threading

from asyncio import protocols, transports


async def start(loop, factory, command, shell, stdin, stdout, stderr, more):
    """Starts a process; returns its transport and the protocol."""
    if more.pop("bufsize", 0) != 0:
        raise ValueError("bufsize must be 0")
    if more.pop("encoding", None) is not None:
        raise ValueError("encoding must be None")
    if more.pop("errors", None) is not None:
        raise ValueError("errors must be None")
    protocol = factory()
    transport = ProcessTransport(loop, protocol, command, shell, stdin, stdout, stderr, more)
    try:
        await transport._connect()
    except:
        transport.close()
        await transport._wait()
        raise
    return transport, protocol


class ProcessTransport(transports.SubprocessTransport):
    """A process: its protocol is told what it writes, and that it has ended when all pipes are closed."""

    def __init__(self, loop, protocol, command, shell, stdin, stdout, stderr, more):
        super().__init__()
        self._loop, self._protocol = loop, protocol
        self._returncode = None
        self._closed = self._finished = self._connected = False
        self._exit_waiters = []
        self._pending = []
        self._pipes = {}
        self._process = subprocess.Popen(
            command, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, bufsize=0, **more)
        self._extra["subprocess"] = self._process
        self._pid = self._process.pid
        for number in range(3):
            if (self._process.stdin, self._process.stdout, self._process.stderr)[number] is not None:
                self._pipes[number] = None
        threading.Thread(target=self._watch, name=f"asyncio-waitpid-{self._pid}", daemon=True).start()

    def __repr__(self):
        state = f"returncode={self._returncode}" if self._returncode is not None else "running"
        return f"<{self.__class__.__name__} pid={self._pid} {state}>"

    def _watch(self):
        code = self._process.wait()
        if not self._loop.is_closed():
            try:
                self._loop.call_soon_threadsafe(self._exited, code)
            except RuntimeError:
                pass  # the loop was closed meanwhile

    async def _connect(self):
        process, loop = self._process, self._loop
        if process.stdin is not None:
            _, pipe = await loop.connect_write_pipe(lambda: WritePipeProtocol(self, 0), process.stdin)
            self._pipes[0] = pipe
        for number, stream in (1, process.stdout), (2, process.stderr):
            if stream is not None:
                _, pipe = await loop.connect_read_pipe(lambda: ReadPipeProtocol(self, number), stream)
                self._pipes[number] = pipe
        loop.call_soon(self._protocol.connection_made, self)
        self._connected = True
        for callback, *arguments in self._pending:
            loop.call_soon(callback, *arguments)
        self._pending = None

    def _call(self, callback, *arguments):
        if self._pending is not None:
            self._pending.append((callback, *arguments))
        else:
            self._loop.call_soon(callback, *arguments)

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closed

    def get_pid(self):
        return self._pid

    def get_returncode(self):
        return self._returncode

    def get_pipe_transport(self, fd):
        pipe = self._pipes.get(fd)
        return None if pipe is None else pipe.pipe

    def _check_running(self):
        if self._returncode is not None:
            raise ProcessLookupError()

    def send_signal(self, signal):
        self._check_running()
        os.kill(self._pid, signal)

    def terminate(self):
        import signal

        self.send_signal(signal.SIGTERM)

    def kill(self):
        import signal

        self.send_signal(signal.SIGKILL)

    def close(self):
        if self._closed:
            return
        self._closed = True
        for pipe in self._pipes.values():
            if pipe is not None:
                pipe.pipe.close()
        if self._returncode is None and self._process.returncode is None:
            try:
                os.kill(self._pid, 9)
            except ProcessLookupError:
                pass

    async def _wait(self):
        if self._returncode is not None:
            return self._returncode
        waiter = self._loop.create_future()
        self._exit_waiters.append(waiter)
        return await waiter

    def _exited(self, code):
        self._returncode = code
        self._call(self._protocol.process_exited)
        for waiter in self._exit_waiters:
            if not waiter.done():
                waiter.set_result(code)
        self._exit_waiters.clear()
        self._try_finish()

    def _pipe_closed(self, number, error):
        self._call(self._protocol.pipe_connection_lost, number, error)
        self._try_finish()

    def _pipe_data(self, number, data):
        self._call(self._protocol.pipe_data_received, number, data)

    def _try_finish(self):
        if self._returncode is None or self._finished:
            return
        if all(pipe is not None and pipe.disconnected for pipe in self._pipes.values()):
            self._finished = True
            self._call(self._lost)

    def _lost(self):
        try:
            self._protocol.connection_lost(None)
        finally:
            self._closed = True


class WritePipeProtocol(protocols.BaseProtocol):
    """Tells the process's protocol of a pipe that is written to."""

    def __init__(self, process, number):
        self.process, self.number = process, number
        self.pipe = None
        self.disconnected = False

    def connection_made(self, transport):
        self.pipe = transport

    def connection_lost(self, exc):
        self.disconnected = True
        self.process._pipe_closed(self.number, exc)

    def pause_writing(self):
        self.process._protocol.pause_writing()

    def resume_writing(self):
        self.process._protocol.resume_writing()


class ReadPipeProtocol(WritePipeProtocol, protocols.Protocol):
    """Tells the process's protocol of a pipe that is read from."""

    def data_received(self, data):
        self.process._pipe_data(self.number, data)
