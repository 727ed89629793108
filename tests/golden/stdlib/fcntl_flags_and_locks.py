import array
import fcntl
import os
import struct
import termios

read, write = os.pipe()
print(fcntl.fcntl(read, fcntl.F_GETFD), fcntl.fcntl(read, fcntl.F_SETFD, 0), fcntl.fcntl(read, fcntl.F_GETFD))
flags = fcntl.fcntl(write, fcntl.F_GETFL)
fcntl.fcntl(write, fcntl.F_SETFL, flags | os.O_NONBLOCK)
print(bool(fcntl.fcntl(write, fcntl.F_GETFL) & os.O_NONBLOCK))
os.write(write, b"12345")
print(struct.unpack("i", fcntl.ioctl(read, termios.FIONREAD, b"\0" * 4)))
room = array.array("i", [0])
print(fcntl.ioctl(read, termios.FIONREAD, room), room)
room = bytearray(4)
print(fcntl.ioctl(read, termios.FIONREAD, room, False), room, fcntl.ioctl(read, termios.FIONREAD, room, True), room)
copy = fcntl.fcntl(read, fcntl.F_DUPFD, 100)
print(copy >= 100)
os.close(copy)

with open("lock", "w+") as first, open("lock", "r+") as second:
    fcntl.flock(first, fcntl.LOCK_EX)
    try:
        fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        print("held:", error)
    fcntl.flock(first, fcntl.LOCK_UN)
    print(fcntl.flock(second, fcntl.LOCK_SH | fcntl.LOCK_NB), fcntl.lockf(first, fcntl.LOCK_EX, 10, 5))
    child = os.fork()
    if not child:
        try:
            fcntl.lockf(second, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 5)
        except OSError:
            os._exit(7)
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    lock = struct.pack("hhlli", fcntl.F_WRLCK, 0, 0, 0, 0)
    print(len(fcntl.fcntl(first, fcntl.F_SETLK, lock)) == len(lock))

for call in (
    lambda: fcntl.fcntl(-1, fcntl.F_GETFD), lambda: fcntl.fcntl(99, fcntl.F_GETFD), lambda: fcntl.fcntl("x", 1),
    lambda: fcntl.flock(read, 99), lambda: fcntl.lockf(read, 99), lambda: fcntl.ioctl(read, termios.TIOCGWINSZ, b""),
    lambda: fcntl.fcntl(read, fcntl.F_GETLK, b"x" * 1025), lambda: fcntl.ioctl(99, 1),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
