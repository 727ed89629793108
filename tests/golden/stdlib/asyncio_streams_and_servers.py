import asyncio, sys, os

async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(b"echo " + line)
        await writer.drain()
    writer.write(b"bye")
    writer.close()
    await writer.wait_closed()

async def client(port, name, count):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    got = []
    for i in range(count):
        writer.write(f"{name} {i}\n".encode())
        got.append(await reader.readline())
    writer.write_eof()
    rest = await reader.read()
    writer.close()
    await writer.wait_closed()
    return got, rest, reader.at_eof(), writer.is_closing()

async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), len(server.sockets))
    async with server:
        for r in await asyncio.gather(*[client(port, f"c{n}", 3) for n in range(4)]):
            print(r)
        try: await asyncio.wait_for(server.serve_forever(), 0.1)
        except TimeoutError: print("timed out")
    print(server.is_serving(), server.sockets)
    try: await asyncio.open_connection("127.0.0.1", port)
    except OSError as e: print(type(e).__name__, e.errno)
    # big data
    async def sink(r, w):
        data = await r.read()
        w.write(str(len(data)).encode()); w.close()
    s = await asyncio.start_unix_server(sink, "sock")
    r, w = await asyncio.open_unix_connection("sock")
    for _ in range(50):
        w.write(b"x" * 100_000); await w.drain()
    w.write_eof()
    print(await r.read()); w.close(); await w.wait_closed()
    s.close(); await s.wait_closed()
    # limits
    async def talk(r, w):
        w.write(b"a" * 100 + b"\n" + b"short\nend:more"); w.close()
    s = await asyncio.start_server(talk, "127.0.0.1", 0)
    port = s.sockets[0].getsockname()[1]
    r, w = await asyncio.open_connection("127.0.0.1", port, limit=50)
    try: await r.readline()
    except ValueError as e: print(type(e).__name__, e)
    print(await r.readline(), await r.readuntil(b":"), end=" ")
    try: await r.readexactly(10)
    except asyncio.IncompleteReadError as e: print(e, e.partial, e.expected)
    w.close()
    r, w = await asyncio.open_connection("127.0.0.1", port)
    print([len(l) async for l in r]); w.close()
    s.close()


asyncio.run(main())
