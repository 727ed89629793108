"""The fork server: a child VM that copies itself whenever this process wants a child.

A child so begins as a clean interpreter, with nothing of this process in it, but need not start one: what the server has
imported is there. The server is started with the first such child. It is told of each new one with two sockets: over the
first the child learns what to do, as any child does; over the second the server says which process it is and, at last,
how it ended.
"""

import os
import sys

import _multiprocessing

_server = None
_preload = ["__main__"]


def set_forkserver_preload(modules_names):
    """Have the server import these modules before it is asked for children."""
    global _preload
    if not all(type(name) is str for name in modules_names):
        raise TypeError("module_names must be a list of strings")
    _preload = list(modules_names)


class _Connection:
    """The server of this process, as it is seen from here."""

    def __init__(self):
        from . import reduction
        from .child import preparation
        self.pid = os.getpid()
        work = reduction.dumps(preparation()), reduction.dumps(_Server(_preload))
        self.control, there = _multiprocessing.socketpair()
        try:
            self.server = _multiprocessing.spawn(there)
        finally:
            os.close(there)
        for message in work:
            _multiprocessing.send_message(self.control, *message)

    def __del__(self, close=os.close, waitpid=os.waitpid, getpid=os.getpid):
        close(self.control)
        if self.pid == getpid():
            waitpid(self.server, 0)


def connection():
    """The server of this process; started if there is none."""
    global _server
    if _server is None or _server.pid != os.getpid():
        _server = _Connection()
    return _server


def ensure_running():
    """Have the server run."""
    connection()


def new_child():
    """Have the server make a child: its identifier, the socket to tell it what to do, the one that tells of its end."""
    global _server
    link, far_link = _multiprocessing.socketpair()
    status, far_status = _multiprocessing.socketpair()
    try:
        try:
            _multiprocessing.send_message(connection().control, b"", [far_link, far_status])
        except BrokenPipeError:
            # The server was killed: its children's ends are lost, but there can be others.
            _server = None
            _multiprocessing.send_message(connection().control, b"", [far_link, far_status])
        finally:
            os.close(far_link)
            os.close(far_status)
        pid = int(_multiprocessing.receive_message(status)[0])
    except BaseException:
        os.close(link)
        os.close(status)
        raise
    return pid, link, status


# In the server.

class _Server:
    """What the server does, in the place of a process object."""

    def __init__(self, preload):
        self._preload = preload

    def _bootstrap(self, parent_sentinel):
        import signal
        for name in ["multiprocessing.process", "multiprocessing._arriving", "traceback", *self._preload]:
            try:
                __import__(name)
            except ImportError:
                pass
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        # A signal's number arrives here when a child ends.
        ears, wake = os.pipe()
        os.set_blocking(wake, False)
        os.set_blocking(ears, False)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)
        children = {}
        while True:
            ready = _multiprocessing.poll([parent_sentinel, ears], None)
            if ears in ready:
                os.read(ears, 4096)
                _report_ends(children)
            if parent_sentinel not in ready:
                continue
            try:
                _, (link, status) = _multiprocessing.receive_message(parent_sentinel)
            except (EOFError, OSError):
                return 0
            pid = os.fork()
            if pid == 0:
                _run_child(link, [parent_sentinel, ears, wake, status, *children.values()])
            os.close(link)
            children[pid] = status
            _tell(status, pid)


def _tell(status, number):
    try:
        _multiprocessing.send_message(status, str(number).encode())
    except OSError:
        # Nobody wants to know any more.
        pass


def _report_ends(children):
    """Say of the children that have ended how they did."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        if pid in children:
            _tell(children[pid], os.waitstatus_to_exitcode(status))
            os.close(children.pop(pid))


def _run_child(link, others):
    """Be the child."""
    import signal
    code = 1
    try:
        for fd in others:
            os.close(fd)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        # Its `__main__` is nobody's.
        sys.modules["multiprocessing._arriving"].main_is_shared = False
        from .child import main
        code = main(link)
    finally:
        os._exit(code & 0xFF)
