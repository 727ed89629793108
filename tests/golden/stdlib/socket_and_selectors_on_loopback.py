import selectors
import socket
import threading

server = socket.create_server(("127.0.0.1", 0))
port = server.getsockname()[1]


def serve():
    while True:
        try:
            conn, addr = server.accept()
        except OSError:
            return
        with conn, conn.makefile("rwb") as stream:
            for line in stream:
                if line == b"quit\n":
                    break
                stream.write(line.upper())
                stream.flush()


thread = threading.Thread(target=serve)
thread.start()
with socket.create_connection(("127.0.0.1", port), timeout=5) as c:
    print(c.gettimeout(), c.getpeername()[0], c.getpeername()[1] == port, c.family.name, c.type.name, c.proto >= 0, c.fileno() > 0)
    c.sendall(b"hello\nwor")
    print(c.recv(100), c.send(b"ld\n"), c.recv(3, socket.MSG_PEEK), c.recv(100), c.shutdown(socket.SHUT_WR), c.recv(10))
print(c.fileno(), repr(c)[:26])
for call in (lambda: c.send(b"x"), lambda: socket.create_connection(("127.0.0.1", 1), timeout=1), lambda: socket.socket(99), lambda: socket.getaddrinfo("127.0.0.1", "nope-service"), lambda: server.send(b"x"), lambda: socket.inet_aton("1.2.3"),
             lambda: socket.inet_aton("x"), lambda: socket.inet_pton(socket.AF_INET6, "::g"), lambda: server.bind(("127.0.0.1", port)), lambda: server.setsockopt(1, 2, "x"), lambda: server.settimeout(-1), lambda: socket.htons(70000), lambda: socket.socket().bind("x"),
             lambda: socket.socket().connect(("127.0.0.1",)), lambda: socket.socket().sendto(b"x", 5), lambda: socket.inet_ntop(socket.AF_INET, b"123")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error)[:80])
server.shutdown(socket.SHUT_RDWR)
server.close()
thread.join()
a, b = socket.socketpair()
a.setblocking(False)
try:
    a.recv(1)
except BlockingIOError as error:
    print(type(error).__name__, error.errno)
a.settimeout(0.01)
try:
    a.recv(1)
except TimeoutError as error:
    print(error, socket.timeout is TimeoutError, isinstance(error, OSError), a.timeout, a.getblocking())
b.sendall(bytes(range(10)))
buffer = bytearray(4)
print(a.recv_into(buffer), buffer, a.recv_into(memoryview(buffer)[2:], 1), buffer, a.recvfrom(2), b.sendall(b"xy"), a.recv(10), a.dup().fileno() != a.fileno())
print(a.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE), a.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 4), a.get_inheritable(), a.detach() > 0, a.fileno(), b.close(), b.close())
u1, u2 = socket.socket(type=socket.SOCK_DGRAM), socket.socket(type=socket.SOCK_DGRAM)
u1.bind(("127.0.0.1", 0))
print(u2.sendto(b"datagram", u1.getsockname()), u1.recvfrom(3)[0], u2.sendto(b"", u1.getsockname()), u1.recv(5), u1.close(), u2.close())
print(socket.inet_ntoa(b"\x7f\0\0\1"), socket.inet_pton(socket.AF_INET6, "::1"), socket.ntohs(socket.htons(5)), socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM), socket.AF_INET, repr(socket.SOCK_STREAM), socket.has_ipv6, socket.getservbyname("http"), socket.gethostbyname("127.0.0.1"))
sel = selectors.DefaultSelector()
x, y = socket.socketpair()
key = sel.register(x, selectors.EVENT_READ, "data")
print(key.data, key.events, key.fileobj is x, sel.select(0), y.send(b"!"), [(k.data, e) for k, e in sel.select(1)], len(sel.get_map()), sel.get_key(x).data, x in sel.get_map())
sel.modify(x, selectors.EVENT_READ | selectors.EVENT_WRITE, "both")
print([(k.data, e) for k, e in sel.select(0)], sel.unregister(x).data, sel.select(0))
for call in (lambda: sel.unregister(x), lambda: sel.register(x, 0), lambda: sel.register("x", 1), lambda: sel.register(-1, 1), lambda: sel.get_key(x), lambda: [sel.register(x, 1), sel.register(x, 1)], lambda: sel.modify(y, 1)):
    try:
        print(call())
    except (KeyError, ValueError) as error:
        print(type(error).__name__, str(error)[:24])
with sel:
    pass
print(sel.get_map(), [cls.__name__ for cls in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector)])
for cls in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector):
    with cls() as s:
        s.register(y, selectors.EVENT_WRITE)
        print(cls.__name__, [e for _, e in s.select(1)])
