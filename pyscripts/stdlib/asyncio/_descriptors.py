"""Transports on sockets and pipes of the system."""

import collections
import errno
import os
import socket

from asyncio import protocols, transports

_CHUNK = 256 * 1024
_HIGH_WATER = 64 * 1024


class DescriptorTransport(transports.Transport):
    """A stream on a descriptor: it reads when there is something, and keeps what cannot be written yet."""

    def __init__(self, loop, protocol, descriptor, extra, reads=True, writes=True, waiter=None, server=None):
        super().__init__(extra)
        self._loop = loop
        self._descriptor = descriptor
        self._fd = descriptor.fileno()
        self._buffer = collections.deque()
        self._buffered = 0
        self._closing = self._eof = self._paused = self._protocol_paused = self._lost = False
        self._reads, self._writes = reads, writes
        self._server = server
        self._high, self._low = _HIGH_WATER, _HIGH_WATER // 4
        self.set_protocol(protocol)
        if server is not None:
            server._attach(self)
        loop.call_soon(protocol.connection_made, self)
        if reads:
            loop.call_soon(self._begin_reading)
        elif writes:
            loop.call_soon(self._watch_reader)
        if waiter is not None:
            loop.call_soon(_wake, waiter)

    def __repr__(self):
        state = "closed" if self._lost else "closing" if self._closing else "open"
        return f"<{self.__class__.__name__} fd={self._fd} {state}>"

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._fills = isinstance(protocol, protocols.BufferedProtocol)

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    # Reading.

    def is_reading(self):
        return self._reads and not self._paused and not self._closing

    def _begin_reading(self):
        if not self._closing and not self._paused:
            self._loop.add_reader(self._fd, self._ready_to_read)

    def _watch_reader(self):
        """The end of a pipe that is only written to learns that nobody reads any more."""
        if not self._closing:
            try:
                self._loop.add_reader(self._fd, self._reader_gone)
            except OSError:
                pass  # a file is always ready

    def _reader_gone(self):
        self._loop.remove_reader(self._fd)
        self._fail(BrokenPipeError() if self._buffer else None)

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop.remove_reader(self._fd)

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._loop.add_reader(self._fd, self._ready_to_read)

    def _ready_to_read(self):
        if self._lost:
            return
        try:
            data = self._receive(_CHUNK)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as error:
            # A terminal's other end that is closed is an error to the system, and an end to us.
            if error.errno == errno.EIO and not isinstance(self._descriptor, socket.socket):
                data = b""
            else:
                self._fatal(error, "Fatal read error on transport")
                return
        try:
            if data:
                self._deliver(data)
            else:
                self._end_of_input()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal(error, "Fatal error: protocol.data_received() call failed.")

    def _deliver(self, data):
        if not self._fills:
            self._protocol.data_received(data)
            return
        while data:
            room = memoryview(self._protocol.get_buffer(len(data)))
            if not room:
                raise RuntimeError("get_buffer() returned an empty buffer")
            part = data[:len(room)]
            room[:len(part)] = part
            self._protocol.buffer_updated(len(part))
            data = data[len(part):]

    def _end_of_input(self):
        keep = hasattr(self._protocol, "eof_received") and self._protocol.eof_received()
        self._loop.remove_reader(self._fd)
        if not keep or not self._writes:
            self.close()

    # Writing.

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(
                f"data argument must be a bytes-like object, not {type(data).__name__!r}"
            )
        if self._eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if not data or self._lost or self._closing and not self._buffer:
            return
        if type(data) is not bytes:
            data = bytes(data)  # the program may change it before it is sent
        if not self._buffer:
            try:
                sent = self._send(data)
            except (BlockingIOError, InterruptedError):
                sent = 0
            except OSError as error:
                self._fatal(error, "Fatal write error on transport")
                return
            data = memoryview(data)[sent:]
            if not data:
                return
            self._loop.add_writer(self._fd, self._ready_to_write)
        self._buffer.append(data)
        self._buffered += len(data)
        if self._buffered > self._high and not self._protocol_paused:
            self._protocol_paused = True
            self._protocol.pause_writing()

    def _ready_to_write(self):
        try:
            sent = self._send(self._next_chunk())
        except (BlockingIOError, InterruptedError):
            return
        except OSError as error:
            self._fatal(error, "Fatal write error on transport")
            return
        self._drop_sent(sent)
        if self._protocol_paused and self._buffered <= self._low:
            self._protocol_paused = False
            self._protocol.resume_writing()
        if not self._buffer and not self._lost:
            self._loop.remove_writer(self._fd)
            if self._closing:
                self._loop.call_soon(self._end, None)
                self._lost = True
            elif self._eof:
                self._shut_down()

    def _next_chunk(self):
        """What is to be sent next: the first piece, or several small pieces together."""
        buffer = self._buffer
        if len(buffer[0]) >= _CHUNK:
            return buffer[0]
        pieces, size = [], 0
        for piece in buffer:
            size += len(piece)
            if size > _CHUNK:
                break
            pieces.append(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _drop_sent(self, sent):
        """Forgets so many bytes of what is to be sent."""
        buffer = self._buffer
        self._buffered -= sent
        while sent:
            piece = buffer.popleft()
            if len(piece) > sent:
                buffer.appendleft(memoryview(piece)[sent:])
                return
            sent -= len(piece)

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._eof or self._closing:
            return
        self._eof = True
        if not self._buffer:
            self._shut_down()

    def _shut_down(self):
        if isinstance(self._descriptor, socket.socket):
            self._descriptor.shutdown(socket.SHUT_WR)
        else:
            self.close()

    def set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = _HIGH_WATER if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._high, self._low = high, low

    def get_write_buffer_limits(self):
        return self._low, self._high

    def get_write_buffer_size(self):
        return self._buffered

    # The system's calls.

    def _receive(self, size):
        if isinstance(self._descriptor, socket.socket):
            return self._descriptor.recv(size)
        return os.read(self._fd, size)

    def _send(self, data):
        if isinstance(self._descriptor, socket.socket):
            return self._descriptor.send(data)
        return os.write(self._fd, data if type(data) is bytes else data[:_CHUNK])

    # The end.

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop.remove_reader(self._fd)
        if not self._buffer:
            self._lost = True
            self._loop.remove_writer(self._fd)
            self._loop.call_soon(self._end, None)

    def abort(self):
        self._fail(None)

    def _fatal(self, error, message):
        if not isinstance(error, (BrokenPipeError, ConnectionResetError, ConnectionAbortedError)):
            self._loop.call_exception_handler({
                "message": message, "exception": error, "transport": self, "protocol": self._protocol,
            })
        self._fail(error)

    def _fail(self, error):
        if self._lost:
            return
        self._lost = self._closing = True
        self._buffer.clear()
        self._buffered = 0
        self._loop.remove_reader(self._fd)
        self._loop.remove_writer(self._fd)
        self._loop.call_soon(self._end, error)

    def _end(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            self._descriptor.close()
            if self._server is not None:
                self._server._detach(self)
                self._server = None


class SocketDatagramTransport(transports.DatagramTransport):
    """Packets on a socket."""

    def __init__(self, loop, protocol, sock, remote, waiter):
        super().__init__({"socket": sock, "sockname": sock.getsockname(), "peername": remote})
        self._loop, self._protocol, self._sock, self._remote = loop, protocol, sock, remote
        self._waiting = collections.deque()
        self._closing = False
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(loop.add_reader, sock.fileno(), self._ready_to_read)
        loop.call_soon(_wake, waiter)

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def get_write_buffer_size(self):
        return sum(len(data) for data, _ in self._waiting)

    def _ready_to_read(self):
        if self._closing:
            return
        try:
            data, address = self._sock.recvfrom(_CHUNK)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError as error:
            self._protocol.error_received(error)
        else:
            self._protocol.datagram_received(data, address)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._remote is not None and addr not in (None, self._remote):
            raise ValueError(f"Invalid address: must be None or {self._remote}")
        if self._waiting or not self._send(data, addr):
            if not self._waiting:
                self._loop.add_writer(self._sock.fileno(), self._ready_to_write)
            self._waiting.append((bytes(data), addr))

    def _send(self, data, addr):
        """Sends a packet; false if it has to wait."""
        try:
            if self._remote is not None:
                self._sock.send(data)
            else:
                self._sock.sendto(data, addr)
        except (BlockingIOError, InterruptedError):
            return False
        except OSError as error:
            self._protocol.error_received(error)
        return True

    def _ready_to_write(self):
        while self._waiting and self._send(*self._waiting[0]):
            self._waiting.popleft()
        if not self._waiting:
            self._loop.remove_writer(self._sock.fileno())
            if self._closing:
                self._loop.call_soon(self._end, None)

    def close(self):
        if not self._closing:
            self._closing = True
            self._loop.remove_reader(self._sock.fileno())
            if not self._waiting:
                self._loop.call_soon(self._end, None)

    def abort(self):
        self._waiting.clear()
        self._loop.remove_writer(self._sock.fileno())
        self.close()

    def _end(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            self._sock.close()


def _wake(waiter):
    if not waiter.done():
        waiter.set_result(None)
