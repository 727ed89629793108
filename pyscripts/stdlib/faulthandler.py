"""Tracebacks of programs that hang or are ended by a signal. A traceback is that of the thread it is written by."""

import os
import signal
import sys
import threading

__all__ = [
    "enable", "disable", "is_enabled", "dump_traceback", "dump_traceback_later", "cancel_dump_traceback_later",
    "register", "unregister",
]

_FATAL = {
    signal.SIGBUS: "Bus error", signal.SIGILL: "Illegal instruction", signal.SIGFPE: "Floating-point exception",
    signal.SIGABRT: "Aborted", signal.SIGSEGV: "Segmentation fault",
}
_LONGEST = 100  # frames
_before = {}  # what fatal signals did before
_registered = {}
_later = None  # what is to be written after a time


def _descriptor(file):
    if file is None:
        file = sys.stderr
        if file is None:
            raise RuntimeError("sys.stderr is None")
    if isinstance(file, int):
        if file < 0:
            raise ValueError("file is not a valid file descriptor")
        return file
    number = file.fileno()
    if not isinstance(number, int) or number < 0:
        raise RuntimeError("file.fileno() is not a valid file descriptor")
    try:
        file.flush()
    except Exception:
        pass  # the traceback matters more
    return number


def _write(number, frame, all_threads, thread=None):
    if thread is not None and thread != threading.get_ident():
        title = f"Thread 0x{thread:016x}"
    else:
        title = f"Current thread 0x{threading.get_ident():016x}" if all_threads else "Stack"
    lines = [f"{title} (most recent call first):\n"]
    while frame is not None and len(lines) <= _LONGEST:
        code = frame.f_code
        lines.append(f'  File "{code.co_filename}", line {frame.f_lineno} in {code.co_name}\n')
        frame = frame.f_back
    if frame is not None:
        lines.append("  ...\n")
    os.write(number, "".join(lines).encode("ascii", "backslashreplace"))


def dump_traceback(file=None, all_threads=True):
    """Write where the running thread is."""
    _write(_descriptor(file), sys._getframe(1), all_threads)


def enable(file=None, all_threads=True):
    """Have a traceback written when a fatal signal ends the program."""
    number = _descriptor(file)
    disable()

    def ends(signum, frame):
        os.write(number, f"Fatal Python error: {_FATAL[signum]}\n\n".encode())
        _write(number, frame, all_threads)
        signal.signal(signum, _before.pop(signum, signal.SIG_DFL))
        os.kill(os.getpid(), signum)

    for signum in _FATAL:
        _before[signum] = signal.signal(signum, ends)


def disable():
    """Leave fatal signals to whoever had them; was the module enabled?"""
    was_enabled = bool(_before)
    while _before:
        signum, handler = _before.popitem()
        signal.signal(signum, signal.SIG_DFL if handler is None else handler)
    return was_enabled


def is_enabled():
    return bool(_before)


def register(signum, file=None, all_threads=True, chain=False):
    """Have a traceback written whenever a signal comes; with `chain`, do then what was done before."""
    if signum in _FATAL:
        raise RuntimeError(f"signal {int(signum)} cannot be registered, use enable() instead")
    if not 1 <= signum < signal.NSIG:
        raise ValueError("signal number out of range")
    number = _descriptor(file)
    before = _registered[signum] if signum in _registered else signal.getsignal(signum)

    def comes(signum, frame):
        _write(number, frame, all_threads)
        if chain:
            if callable(before):
                before(signum, frame)
            elif before == signal.SIG_DFL:
                signal.signal(signum, signal.SIG_DFL)
                os.kill(os.getpid(), signum)
                signal.signal(signum, comes)

    signal.signal(signum, comes)
    _registered[signum] = before


def unregister(signum):
    """Leave a signal to whoever had it; was it registered?"""
    if signum not in _registered:
        return False
    before = _registered.pop(signum)
    signal.signal(signum, signal.SIG_DFL if before is None else before)
    return True


class _Later(threading.Thread):
    """Waits, and then writes where the thread was that asked for it."""

    def __init__(self, timeout, repeat, number, exits):
        super().__init__(daemon=True, name="faulthandler")
        self.timeout = timeout
        self.repeat = repeat
        self.number = number
        self.exits = exits
        self.asked_by = threading.get_ident()
        self.cancelled = threading.Event()

    def run(self):
        while not self.cancelled.wait(self.timeout):
            hours, seconds = divmod(self.timeout, 3600)
            minutes, seconds = divmod(seconds, 60)
            fraction = f"{seconds % 1:.6f}"[1:] if seconds % 1 else ""
            title = f"Timeout ({int(hours)}:{int(minutes):02}:{int(seconds):02}{fraction})!\n"
            os.write(self.number, title.encode())
            frame = sys._current_frames().get(self.asked_by)
            _write(self.number, frame, True, self.asked_by)
            if self.exits:
                os._exit(1)
            if not self.repeat:
                return


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Have a traceback written after `timeout` seconds, unless it is cancelled before."""
    global _later
    if timeout <= 0:
        raise ValueError("timeout must be greater than 0")
    number = _descriptor(file)
    cancel_dump_traceback_later()
    _later = _Later(timeout, repeat, number, exit)
    _later.start()


def cancel_dump_traceback_later():
    """Take back what `dump_traceback_later` was asked for."""
    global _later
    if _later is not None:
        _later.cancelled.set()
        if _later is not threading.current_thread():
            _later.join()
        _later = None


from _natives import natives as _natives

_natives(globals(), "cancel_dump_traceback_later", "disable", "dump_traceback", "dump_traceback_later", "enable",
         "is_enabled", "register", "unregister")
