# A signal that arrives while Python computes is handled before a call that would wait for ever.
import os
import select
import signal
import socket


class Stop(Exception):
    pass


def handler(number, frame):
    raise Stop


signal.signal(signal.SIGUSR1, handler)
r, w = os.pipe()
a, b = socket.socketpair()
waits = {
    "read": lambda: os.read(r, 1),
    "select": lambda: select.select([r], [], []),
    "recv": lambda: a.recv(1),
    "poll": lambda: select.poll().poll(),
    "waitpid": lambda: os.waitpid(child, 0),
    "pause": signal.pause,
}
child = os.fork()
if child == 0:
    os.read(r, 1)
    os._exit(0)
for name, wait in waits.items():
    try:
        os.kill(os.getpid(), signal.SIGUSR1)
        wait()
    except Stop:
        print(name, "stopped")
os.write(w, b"x")
print(os.waitpid(child, 0)[1])
