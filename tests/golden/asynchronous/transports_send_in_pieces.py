# What a transport cannot send at once waits in pieces, in their order.
import asyncio
import hashlib
import socket


class Keeps(asyncio.Protocol):
    def __init__(self):
        self.events = []

    def pause_writing(self):
        self.events.append("pause")

    def resume_writing(self):
        self.events.append("resume")

    def connection_lost(self, error):
        self.events.append(f"lost {error}")


async def main():
    loop = asyncio.get_running_loop()
    near, far = socket.socketpair()
    transport, protocol = await loop.create_connection(Keeps, sock=near)
    far.setblocking(False)
    expected = hashlib.sha256()
    total = 0

    def write(data):
        nonlocal total
        plain = bytes(data)
        expected.update(plain)
        total += len(plain)
        transport.write(data)

    write(b"x" * 3_000_000)
    print(transport.get_write_buffer_size() > 0, protocol.events)
    write(bytearray(b"a" * 100_000))
    write(memoryview(bytes(range(256)))[10:200])
    for number in range(2000):
        write(b"%d," % number)
    write(memoryview(b"y" * 1_000_000)[5:])
    write(b"")
    waiting = transport.get_write_buffer_size()
    received = hashlib.sha256()
    count = 0
    while count < total:
        data = await loop.sock_recv(far, 100_000)
        received.update(data)
        count += len(data)
    print(waiting > 1_000_000, count == total, received.digest() == expected.digest())
    await asyncio.sleep(0)
    print(transport.get_write_buffer_size(), protocol.events)
    write(b"z" * 2_000_000)
    transport.abort()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(transport.get_write_buffer_size(), protocol.events[-1])
    far.close()

    near, far = socket.socketpair()
    transport, protocol = await loop.create_connection(Keeps, sock=near)
    reader, writer = await asyncio.open_connection(sock=far)
    transport.write(b"one\ntwo\n" + b"-" * 200_000)
    transport.close()
    print(await reader.readline(), await reader.readexactly(2), await reader.read(2), len(await reader.read()))
    print(protocol.events)
    writer.close()
    await writer.wait_closed()


asyncio.run(main())
