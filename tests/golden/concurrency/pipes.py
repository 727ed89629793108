# Connections: objects, bytes, closed ends.
import multiprocessing as mp
import re
import threading
from multiprocessing import Process, Pipe


def plain(thing):
    """Its text without numbers that differ from run to run."""
    return re.sub("(pid|parent)=\\d+|0x[0-9a-f]+", "N", str(thing))


def child(c):
    c.send({"a": [1, 2]})
    assert c.recv_bytes() == b"hello"
    c.send_bytes(b"abcdef", 2, 3)
    c.close()


def main():
    a, b = Pipe()
    print(a.readable, a.writable, a.closed, a.poll(), a.fileno() > 0)
    p = Process(target=child, args=(b,))
    p.start()
    b.close()
    print(a.recv())
    a.send_bytes(b"hello")
    print(a.recv_bytes())
    try:
        a.recv()
    except EOFError as e:
        print("EOF", repr(e))
    p.join()
    a.close()
    print(a.closed)
    try:
        a.send(1)
    except OSError as e:
        print(e)
    r, w = Pipe(False)
    print(r.readable, r.writable, w.readable, w.writable)
    try:
        r.send(1)
    except OSError as e:
        print(e)
    try:
        w.recv()
    except OSError as e:
        print(e)
    w.send_bytes(b"12345")
    buf = bytearray(3)
    try:
        r.recv_bytes_into(buf)
    except mp.BufferTooShort as e:
        print(type(e).__name__, e.args)
    w.send_bytes(b"123")
    print(r.recv_bytes_into(buf), buf)
    w.send_bytes(b"12345678")
    try:
        r.recv_bytes(3)
    except OSError as e:
        print(e)
    a, b = Pipe()
    for args in ((b"abc", 4), (b"abc", -1), (b"abc", 1, 5), (b"abc", 0, -1)):
        try:
            a.send_bytes(*args)
        except ValueError as e:
            print(plain(e))
    with a:
        pass
    print(a.closed, type(a).__name__)
    from multiprocessing.connection import wait
    c, d = Pipe()
    e, f = Pipe()
    d.send(1)
    print(wait([c, e], 0.1) == [c], wait([e], 0.01))
    d.send_bytes(b"")
    print(c.recv(), c.recv_bytes())
    try:
        a.poll()
    except OSError as e:
        print(e)
    try:
        c.send(threading.Lock())
    except TypeError as e:
        print(e)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    main()
