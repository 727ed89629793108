import socket, threading, select, selectors, os, time, sys, io
def server(s, n):
    for _ in range(n):
        c, a = s.accept()
        with c:
            while d := c.recv(100):
                c.sendall(d.upper())
s = socket.create_server(("127.0.0.1", 0))
print(s.family, s.type, s.proto, s.timeout, s.getsockname()[0])
t = threading.Thread(target=server, args=(s, 3)); t.start()
with socket.create_connection(s.getsockname(), timeout=5) as c:
    print(c.gettimeout())
    c.sendall(b"hello"); print(c.recv(10))
    b = bytearray(8); c.send(b"xyz"); print(c.recv_into(b), b)
with socket.create_connection(s.getsockname()) as c:
    f = c.makefile("rw", newline="\n")
    f.write("line one\n"); f.flush(); print(f.readline())
    f.close()
with socket.create_connection(s.getsockname()) as c:
    c.settimeout(0.05)
    try: c.recv(1)
    except TimeoutError as e: print(repr(e))
    c.setblocking(False)
    try: c.recv(1)
    except BlockingIOError as e: print(e.errno)
t.join()
s.close(); print(s)
a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); a.bind(("127.0.0.1", 0))
b = socket.socket(type=socket.SOCK_DGRAM); print(b.sendto(b"dgram", a.getsockname())); print(a.recvfrom(10)[0])
x, y = socket.socketpair()
print(select.select([x, y], [x], [], 0) == ([], [x], []))
y.send(b"!"); print(select.select([x], [], [])[0] == [x])
p = select.poll(); p.register(x, select.POLLIN); print(p.poll(10) == [(x.fileno(), select.POLLIN)])
with selectors.DefaultSelector() as sel:
    k = sel.register(x, selectors.EVENT_READ, "data"); print([(k.data, e) for k, e in sel.select()])
    print(sel.get_key(x).data, len(sel.get_map()))
    sel.modify(x, selectors.EVENT_WRITE, 5); print([(k.data, e) for k, e in sel.select(1)])
    sel.unregister(x); print(sel.select(0))
for S in selectors.SelectSelector, selectors.PollSelector:
    with S() as sel:
        sel.register(x, selectors.EVENT_READ | selectors.EVENT_WRITE); print([e for k, e in sel.select()])
for f in (lambda: socket.htons(70000), lambda: socket.htons(-1), lambda: socket.htonl(1<<40), lambda: socket.htonl(-1)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
s=socket.socket()
for f in (lambda: s.connect('x'), lambda: s.connect(('a',)), lambda: s.connect(('127.0.0.1', 70000)), lambda: s.settimeout(-1), lambda: s.settimeout('x'), lambda: s.recv(-1), lambda: s.send('x'), lambda: s.accept(), lambda: s.getpeername(), lambda: s.setsockopt(1,2,'x'), lambda: s.listen('x'), lambda: s.connect((1,2)), lambda: s.bind(None), lambda: socket.socket(99), lambda: socket.socket(socket.AF_UNIX).connect('x'*200)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(repr(s.family)); s.close(); print(s)
try: s.recv(1)
except Exception as e: print(type(e).__name__, e)
print(socket.inet_aton("1.2.3.4"), socket.inet_ntoa(b"\x7f\0\0\1"), socket.inet_pton(socket.AF_INET6, "::1"), socket.inet_ntop(socket.AF_INET, b"abcd"), socket.htons(1), socket.ntohl(1))
print(socket.gethostbyname("127.0.0.1"), socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
try: socket.create_connection(("127.0.0.1", 1), timeout=1)
except OSError as e: print(type(e).__name__, e)
import queue
q = queue.SimpleQueue(); q.put(1); print(q.get(), q.empty(), q.qsize())
try: q.get(timeout=0.01)
except queue.Empty as e: print(repr(e), type(e).__module__)
threading.Timer(0.05, q.put, ["x"]).start(); print(q.get(timeout=5))
