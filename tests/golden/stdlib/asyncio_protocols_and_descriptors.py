import asyncio, sys, os

class Echo(asyncio.Protocol):
    def connection_made(self, t): self.t = t; print("made", t.get_extra_info("peername")[0])
    def data_received(self, d): print("data", d); self.t.write(d)
    def eof_received(self): print("eof")
    def connection_lost(self, e): print("lost", e); lost.set()
class Udp(asyncio.DatagramProtocol):
    def connection_made(self, t): self.t = t
    def datagram_received(self, d, a): print("dgram", d); self.t.sendto(d[::-1], a) if not d.startswith(b"gn") else done.set()
async def low():
    global lost, done
    lost, done = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    import socket
    s = socket.socket(); s.setblocking(False)
    await loop.sock_connect(s, ("127.0.0.1", port))
    await loop.sock_sendall(s, b"raw"); print(await loop.sock_recv(s, 10)); s.close()
    await lost.wait()
    server.close(); await server.wait_closed()
    t1, p1 = await loop.create_datagram_endpoint(Udp, local_addr=("127.0.0.1", 0))
    t2, p2 = await loop.create_datagram_endpoint(Udp, remote_addr=t1.get_extra_info("sockname"))
    t2.sendto(b"ping"); await asyncio.wait_for(done.wait(), 2); t1.close(); t2.close()
    r, w = os.pipe()
    got = loop.create_future()
    loop.add_reader(r, lambda: got.set_result(os.read(r, 10)))
    os.write(w, b"pipe"); print(await got, loop.remove_reader(r), loop.remove_reader(r))
    loop.call_later(0.05, lambda: print("timer"))
    await asyncio.to_thread(__import__("time").sleep, 0.1)
    rd = asyncio.StreamReader(); t, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(rd), os.fdopen(r, "rb"))
    os.write(w, b"abc\n"); print(await rd.readline()); os.close(w); print(await rd.read()); 
    for bad in (lambda: asyncio.open_connection(), lambda: asyncio.start_server(print), lambda: loop.create_connection(Echo, "h", 1, sock=s), lambda: asyncio.create_subprocess_exec("x", text=True), lambda: asyncio.create_subprocess_shell(5)):
        try: await bad()
        except Exception as e: print(type(e).__name__, e)

asyncio.run(low())
