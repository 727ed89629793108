"""What an event loop does with descriptors: watching them, sockets, connections, servers, pipes and processes."""

import os

__all__ = ()


class InputOutput:
    """The part of an event loop that waits for descriptors. Until the first is watched there is no selector."""

    _selector = None
    _wakers = None

    def _make_selector(self):
        import selectors

        self._check_closed()
        if self._selector is None:
            self._selector = selectors.DefaultSelector()
            self._wakers = os.pipe()
            for end in self._wakers:
                os.set_blocking(end, False)
            self._selector.register(self._wakers[0], selectors.EVENT_READ, None)
            if self._woken:
                os.write(self._wakers[1], b"\0")
        return self._selector

    def _select(self, timeout):
        """Waits for descriptors; what is to be done for those that are ready becomes due."""
        for key, events in self._selector.select(timeout):
            if key.data is None:
                try:
                    while os.read(self._wakers[0], 4096):
                        pass
                except (BlockingIOError, InterruptedError):
                    pass
                continue
            reader, writer = key.data
            if events & 1 and reader is not None and not reader._cancelled:
                self._ready.append(reader)
            if events & 2 and writer is not None and not writer._cancelled:
                self._ready.append(writer)

    def _wake_selector(self):
        try:
            os.write(self._wakers[1], b"\0")
        except BlockingIOError:
            pass  # it will wake anyhow

    def _close_selector(self):
        if self._selector is not None:
            self._selector.close()
            for end in self._wakers or ():
                os.close(end)
            self._selector = None

    # Watching. The place is 0 for the reader of a descriptor and 1 for the writer.

    def _watch(self, fd, place, callback, args):
        from asyncio import events

        selector = self._make_selector()
        handle = events.Handle(callback, args, self)
        try:
            key = selector.get_key(fd)
        except KeyError:
            data = [None, None]
            data[place] = handle
            selector.register(fd, place + 1, tuple(data))
            return
        data = list(key.data)
        if data[place] is not None:
            data[place].cancel()
        data[place] = handle
        selector.modify(fd, key.events | place + 1, tuple(data))

    def _unwatch(self, fd, place):
        if self._selector is None:
            return False
        try:
            key = self._selector.get_key(fd)
        except (KeyError, ValueError):
            return False
        data = list(key.data)
        handle, data[place] = data[place], None
        left = key.events & ~(place + 1)
        if left:
            self._selector.modify(fd, left, tuple(data))
        else:
            self._selector.unregister(fd)
        if handle is None:
            return False
        handle.cancel()
        return True

    def add_reader(self, fd, callback, *args):
        """Call a function whenever a descriptor can be read."""
        self._watch(fd, 0, callback, args)

    def remove_reader(self, fd):
        return self._unwatch(fd, 0)

    def add_writer(self, fd, callback, *args):
        """Call a function whenever a descriptor can be written."""
        self._watch(fd, 1, callback, args)

    def remove_writer(self, fd):
        return self._unwatch(fd, 1)

    async def _until_ready(self, sock, place):
        future = self.create_future()
        self._watch(sock.fileno(), place, _set, (future,))
        try:
            await future
        finally:
            self._unwatch(sock.fileno(), place)

    async def _attempt(self, sock, place, call, *args):
        """Makes a call on a socket, again whenever the socket is ready, until it goes through."""
        if self._debug and sock.gettimeout() != 0:
            raise ValueError("the socket must be non-blocking")
        while True:
            try:
                return call(*args)
            except (BlockingIOError, InterruptedError):
                await self._until_ready(sock, place)

    async def sock_recv(self, sock, nbytes):
        return await self._attempt(sock, 0, sock.recv, nbytes)

    async def sock_recv_into(self, sock, buf):
        return await self._attempt(sock, 0, sock.recv_into, buf)

    async def sock_recvfrom(self, sock, bufsize):
        return await self._attempt(sock, 0, sock.recvfrom, bufsize)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        return await self._attempt(sock, 0, sock.recvfrom_into, buf, nbytes or len(buf))

    async def sock_sendto(self, sock, data, address):
        return await self._attempt(sock, 1, sock.sendto, data, address)

    async def sock_accept(self, sock):
        connection, address = await self._attempt(sock, 0, sock.accept)
        connection.setblocking(False)
        return connection, address

    async def sock_sendall(self, sock, data):
        data = memoryview(data)
        while data:
            sent = await self._attempt(sock, 1, sock.send, data)
            data = data[sent:]

    async def sock_connect(self, sock, address):
        import socket

        if sock.family in (socket.AF_INET, socket.AF_INET6) and not _is_number(sock.family, address[0]):
            found = await self.getaddrinfo(*address[:2], family=sock.family, type=sock.type, proto=sock.proto)
            address = found[0][4]
        try:
            sock.connect(address)
        except (BlockingIOError, InterruptedError):
            await self._until_ready(sock, 1)
            error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if error:
                raise OSError(error, f"Connect call failed {address}")

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        import socket

        families = [family] if family else [socket.AF_INET, socket.AF_INET6]
        if host is None or any(_is_number(one, host) for one in families):
            return socket.getaddrinfo(host, port, family, type, proto, flags)  # nobody is asked
        return await self.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        import socket

        return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)

    # Connections.

    async def _transport(self, factory, descriptor, extra, **kinds):
        from asyncio._descriptors import DescriptorTransport

        protocol = factory()
        waiter = self.create_future()
        transport = DescriptorTransport(self, protocol, descriptor, extra, waiter=waiter, **kinds)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def create_connection(
        self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None,
        local_addr=None, server_hostname=None, **more,
    ):
        """Connect to a server; returns a transport and the protocol."""
        import socket

        _refuse_ssl(ssl)
        if server_hostname is not None:
            raise ValueError("server_hostname is only meaningful with ssl")
        if sock is None:
            if host is None and port is None:
                raise ValueError("host and port was not specified and no sock specified")
            addresses = await self.getaddrinfo(
                host, port, family=family, type=socket.SOCK_STREAM, proto=proto, flags=flags)
            sock = await self._first_that_answers(addresses, local_addr)
        elif host is not None or port is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        sock.setblocking(False)
        return await self._transport(protocol_factory, sock, _facts(sock))

    async def _first_that_answers(self, addresses, local_addr):
        import socket

        errors = []
        for family, kind, proto, _, address in addresses:
            sock = socket.socket(family, kind, proto)
            try:
                sock.setblocking(False)
                if local_addr is not None:
                    sock.bind(local_addr)
                await self.sock_connect(sock, address)
                return sock
            except OSError as error:
                sock.close()
                errors.append(error)
            except:
                sock.close()
                raise
        if len(errors) == 1 or errors and all(str(error) == str(errors[0]) for error in errors):
            raise errors[0]
        raise OSError("Multiple exceptions: {}".format(", ".join(map(str, errors))))

    async def create_unix_connection(
        self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None, **more,
    ):
        import socket

        _refuse_ssl(ssl)
        if sock is None:
            if path is None:
                raise ValueError("no path and sock were specified")
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                sock.setblocking(False)
                await self.sock_connect(sock, os.fspath(path))
            except:
                sock.close()
                raise
        elif path is not None:
            raise ValueError("path and sock can not be specified at the same time")
        sock.setblocking(False)
        return await self._transport(protocol_factory, sock, _facts(sock))

    async def create_datagram_endpoint(
        self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0, reuse_port=None,
        allow_broadcast=None, sock=None,
    ):
        """A socket for single packets; returns a transport and the protocol."""
        import socket

        from asyncio._descriptors import SocketDatagramTransport

        if sock is None:
            addresses = []
            for address in local_addr, remote_addr:
                if address is not None:
                    found = await self.getaddrinfo(
                        *address[:2], family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags)
                    family, address = found[0][0], found[0][4]
                addresses.append(address)
            local_addr, remote_addr = addresses
            if not family:
                raise ValueError("unexpected address family")
            sock = socket.socket(family, socket.SOCK_DGRAM, proto)
            try:
                sock.setblocking(False)
                if reuse_port:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                if allow_broadcast:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                if local_addr is not None:
                    sock.bind(local_addr)
                if remote_addr is not None:
                    await self.sock_connect(sock, remote_addr)
            except:
                sock.close()
                raise
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = SocketDatagramTransport(self, protocol, sock, remote_addr, waiter)
        await waiter
        return transport, protocol

    # Servers.

    async def create_server(
        self, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100, ssl=None,
        reuse_address=None, reuse_port=None, keep_alive=None, start_serving=True, **more,
    ):
        """Listen for connections."""
        import socket

        _refuse_ssl(ssl)
        if sock is not None:
            if host is not None or port is not None:
                raise ValueError("host/port and sock can not be specified at the same time")
            sockets = [sock]
        elif host is None and port is None:
            raise ValueError("Neither host/port nor sock were specified")
        else:
            hosts = [None] if host in ("", None) else [host] if isinstance(host, str) else list(host)
            sockets = []
            try:
                seen = set()
                for one in hosts:
                    for found in await self.getaddrinfo(
                        one, port, family=family, type=socket.SOCK_STREAM, flags=flags
                    ):
                        if found not in seen:
                            seen.add(found)
                            sockets.append(_listener(found, reuse_address, reuse_port))
            except:
                for made in sockets:
                    made.close()
                raise
        return await self._serve(protocol_factory, sockets, backlog, start_serving)

    async def create_unix_server(
        self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None, start_serving=True, **more,
    ):
        import socket

        _refuse_ssl(ssl)
        if path is not None:
            if sock is not None:
                raise ValueError("path and sock can not be specified at the same time")
            import stat

            path = os.fspath(path)
            try:
                if stat.S_ISSOCK(os.stat(path).st_mode):
                    os.remove(path)
            except FileNotFoundError:
                pass
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                sock.bind(path)
            except:
                sock.close()
                raise
        elif sock is None:
            raise ValueError("path was not specified, and no sock specified")
        return await self._serve(protocol_factory, [sock], backlog, start_serving)

    async def _serve(self, factory, sockets, backlog, start):
        from asyncio._servers import Server

        for sock in sockets:
            sock.setblocking(False)
        server = Server(self, sockets, factory, backlog)
        if start:
            server._start_serving()
            await _turn()
        return server

    # Pipes and processes.

    async def connect_read_pipe(self, protocol_factory, pipe):
        os.set_blocking(pipe.fileno(), False)
        return await self._transport(protocol_factory, pipe, {"pipe": pipe}, writes=False)

    async def connect_write_pipe(self, protocol_factory, pipe):
        os.set_blocking(pipe.fileno(), False)
        return await self._transport(protocol_factory, pipe, {"pipe": pipe}, reads=False)

    async def subprocess_exec(self, protocol_factory, program, *args, stdin=-1, stdout=-1, stderr=-1, **kwargs):
        """Start a program; returns a transport and the protocol."""
        from asyncio._processes import start

        for name in "universal_newlines", "text":
            if kwargs.pop(name, False):
                raise ValueError(f"{name} must be False")
        if kwargs.pop("shell", False):
            raise ValueError("shell must be False")
        return await start(self, protocol_factory, [program, *args], False, stdin, stdout, stderr, kwargs)

    async def subprocess_shell(self, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1, **kwargs):
        """Start a shell's command; returns a transport and the protocol."""
        from asyncio._processes import start

        if not isinstance(cmd, (bytes, str)):
            raise ValueError("cmd must be a string")
        for name in "universal_newlines", "text":
            if kwargs.pop(name, False):
                raise ValueError(f"{name} must be False")
        return await start(self, protocol_factory, cmd, True, stdin, stdout, stderr, kwargs)


def _set(future):
    if not future.done():
        future.set_result(None)


def _is_number(family, host):
    import socket

    if not isinstance(host, str):
        return False
    try:
        socket.inet_pton(family, host.partition("%")[0])
        return True
    except OSError:
        return False


def _refuse_ssl(ssl):
    if ssl:
        raise RuntimeError("Python ssl module is not available")


def _facts(sock):
    facts = {"socket": sock, "sockname": sock.getsockname()}
    try:
        facts["peername"] = sock.getpeername()
    except OSError:
        facts["peername"] = None
    return facts


def _listener(found, reuse_address, reuse_port):
    import socket

    family, kind, proto, _, address = found
    sock = socket.socket(family, kind, proto)
    try:
        if reuse_address is None or reuse_address:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        try:
            sock.bind(address)
        except OSError as error:
            message = f"error while attempting to bind on address {address!r}: {str(error.strerror).lower()}"
            raise OSError(error.errno, message) from None
    except:
        sock.close()
        raise
    return sock


async def _turn():
    from asyncio.tasks import sleep

    await sleep(0)
