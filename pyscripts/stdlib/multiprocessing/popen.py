"""Running processes: how they are started, waited for and ended.

The `sentinel` is this side's end of a socket pair whose other end only the child holds: it becomes ready when the
child is gone, however that happened. A spawned child is told over it what to do.

What children have used is summed up in `_accounts`, for explanations at the program's end.
"""

import posix
from _thread import allocate_lock

import _multiprocessing

from . import _accounts


class _Popen:
    """A process that was started; `sentinel` and `pid` are set by the subclass."""

    def __init__(self, process_object):
        from .process import flush
        flush()
        self.returncode = None
        # Only one thread may wait: a second one would find no child and could not tell how it ended.
        self._waiting = allocate_lock()
        began = _accounts.starting()
        self._launch(process_object)
        _accounts.started(began)

    def poll(self, flag=posix.WNOHANG):
        """The exit code, None if the process runs; waits for its end if `flag` is 0."""
        if self.returncode is None and self._waiting.acquire(flag == 0):
            try:
                self._wait(flag)
            finally:
                self._waiting.release()
        return self.returncode

    def _wait(self, flag):
        if self.returncode is not None:
            return
        try:
            pid, status, used = posix.wait4(self.pid, flag)
        except OSError:
            # Somebody else has waited for it, or it was never this process's child.
            return
        if pid == self.pid:
            self.returncode = posix.waitstatus_to_exitcode(status)
            _accounts.ended(used.ru_utime + used.ru_stime)

    def wait(self, timeout=None):
        """The exit code; waits for the end, at most `timeout` seconds."""
        if self.returncode is not None:
            return self.returncode
        if timeout is not None and not _multiprocessing.poll([self.sentinel], max(timeout, 0)):
            return None
        # The child's end is closed a moment before the child is gone.
        return self.poll(posix.WNOHANG if timeout == 0.0 else 0)

    def _signal(self, number):
        if self.returncode is None:
            try:
                posix.kill(self.pid, number)
            except ProcessLookupError:
                pass
            except OSError:
                if self.wait(timeout=0.1) is None:
                    raise

    def terminate(self):
        """Send SIGTERM."""
        self._signal(15)

    def kill(self):
        """Send SIGKILL."""
        self._signal(9)

    def close(self, close=posix.close):
        """Close the sentinel."""
        if self.sentinel is not None:
            close(self.sentinel)
            self.sentinel = None

    def __del__(self):
        if getattr(self, "sentinel", None) is not None:
            self.close()


class SpawnedProcess(_Popen):
    """A child VM."""

    def _launch(self, process_object):
        from . import _arriving, _zygote, reduction
        from .child import preparation
        _arriving.has_child_vms = True
        # Both pickles are made before there is a child that could wait for them in vain.
        self.known = set()
        prepared = reduction.dumps(preparation(), self, self.known)
        work = reduction.dumps(process_object, self, self.known)
        self.sentinel, far_end = _multiprocessing.socketpair()
        try:
            self.pid = _zygote.spawn(far_end)
        finally:
            posix.close(far_end)
        try:
            for data, descriptors in (prepared, work):
                _multiprocessing.send_message(self.sentinel, data, descriptors)
        except BrokenPipeError:
            # It died at once: that is for its exit code to tell.
            pass


class ServedProcess(_Popen):
    """A copy of the fork server."""

    _link = None

    def _launch(self, process_object):
        from . import _arriving, forkserver, reduction
        from .child import preparation
        _arriving.has_child_vms = True
        self.known = set()
        work = reduction.dumps(preparation(), self, self.known), reduction.dumps(process_object, self, self.known)
        self.pid, self._link, self.sentinel = forkserver.new_child()
        try:
            for message in work:
                _multiprocessing.send_message(self._link, *message)
        except BrokenPipeError:
            pass

    def _wait(self, flag):
        if self.returncode is not None or flag and not _multiprocessing.poll([self.sentinel], 0):
            return
        try:
            self.returncode = int(_multiprocessing.receive_message(self.sentinel)[0])
        except (EOFError, OSError):
            # The server is gone, and with it the knowledge.
            self.returncode = 255

    def close(self, close=posix.close):
        """Close the sentinel, and the end that tells the child whether this process lives."""
        super().close()
        if self._link is not None:
            close(self._link)
            self._link = None


class ForkedProcess(_Popen):
    """A copy of this process."""

    known = None

    def _launch(self, process_object):
        self.sentinel, far_end = _multiprocessing.socketpair()
        self.pid = posix.fork()
        if self.pid == 0:
            code = 1
            try:
                posix.close(self.sentinel)
                self.sentinel = None
                code = process_object._bootstrap(parent_sentinel=far_end)
            finally:
                posix._exit(code & 0xFF)
        posix.close(far_end)
