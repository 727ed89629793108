"""Processes on terminals of their own."""

import fcntl
import os
import sys
import termios
import tty
from select import select

__all__ = ["openpty", "fork", "spawn"]

STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO = 0, 1, 2
CHILD = 0


def openpty():
    """The descriptors of a new terminal: the master's end and the slave's."""
    return os.openpty()


def fork():
    """Fork; the child has a new terminal as its own. Returns the process's number (0 in the child) and the master."""
    master, slave = openpty()
    pid = os.fork()
    if pid == CHILD:
        os.close(master)
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        for number in STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO:
            os.dup2(slave, number)
        if slave > STDERR_FILENO:
            os.close(slave)
        return pid, -1
    os.close(slave)
    return pid, master


def _read(fd):
    return os.read(fd, 1024)


def _write_all(fd, data):
    while data:
        data = data[os.write(fd, data):]


def _copy(master, read_master, read_input):
    """Passes on what the master and standard input give, until the master's end."""
    watched = [master, STDIN_FILENO]
    while watched:
        ready, _, _ = select(watched, [], [])
        if master in ready:
            try:
                data = read_master(master)
            except OSError:
                data = b""
            if not data:
                return
            _write_all(STDOUT_FILENO, data)
        if STDIN_FILENO in ready:
            data = read_input(STDIN_FILENO)
            if data:
                _write_all(master, data)
            else:
                watched.remove(STDIN_FILENO)


def spawn(argv, master_read=_read, stdin_read=_read):
    """Run a program on a terminal that is connected to ours; returns the status that os.waitpid() gives."""
    if isinstance(argv, str):
        argv = argv,
    sys.audit("pty.spawn", argv)
    pid, master = fork()
    if pid == CHILD:
        try:
            os.execlp(argv[0], *argv)
        finally:
            os._exit(1)
    modes = None
    try:
        modes = tty.setraw(STDIN_FILENO)
    except tty.error:
        pass  # it is no terminal
    try:
        _copy(master, master_read, stdin_read)
    finally:
        if modes is not None:
            tty.tcsetattr(STDIN_FILENO, tty.TCSAFLUSH, modes)
    os.close(master)
    return os.waitpid(pid, 0)[1]
