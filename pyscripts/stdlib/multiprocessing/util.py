"""What the package does at the end of a process, and its logger.

Finalizers run in the order of their priority, the highest first, then the latest first. Those without a priority run
only when their object goes.
"""

from . import process

SUBDEBUG = 5
SUBWARNING = 25
LOGGER_NAME = "multiprocessing"
DEFAULT_LOGGING_FORMAT = "[%(levelname)s/%(processName)s] %(message)s"

_logger = None
_log_to_stderr = False
_finalizers = {}
_finalizer_number = iter(range(1 << 62))
_registered = False
_exiting = False


# The logger.

def get_logger():
    """The package's logger."""
    global _logger
    if _logger is None:
        import logging
        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
        logging.addLevelName(SUBDEBUG, "SUBDEBUG")
        logging.addLevelName(SUBWARNING, "SUBWARNING")
    return _logger


def log_to_stderr(level=None):
    """Have the logger print to stderr."""
    global _log_to_stderr
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return logger


def logging_level():
    """The level at which the logger prints to stderr, None if it does not."""
    return _logger.getEffectiveLevel() if _log_to_stderr else None


def _log(level):
    def log(message, *args):
        if _logger is not None:
            _logger.log(level, message, *args, stacklevel=2)
    return log


sub_debug, debug, info, sub_warning, warn = map(_log, (SUBDEBUG, 10, 20, SUBWARNING, 30))


# Finalizers.

class Finalize:
    """A call to make when an object goes or, given a priority, at the latest when the process ends; made once."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError(f"Exitpriority ({exitpriority!r}) must be None or int, not {type(exitpriority)}")
        if obj is None and exitpriority is None:
            raise ValueError("Without object, exitpriority cannot be None")
        if obj is not None:
            from _weakref import ref
            self._reference = ref(obj, self)
        self._call = callback, args, kwargs or {}
        self._key = exitpriority, next(_finalizer_number)
        self._pid = process.getpid()
        _finalizers[self._key] = self
        register_exit()

    def __call__(self, reference=None, finalizers=_finalizers, getpid=process.getpid):
        """Make the call unless it was made or belongs to another process."""
        # Bound early: at the interpreter's end the module may be gone before its objects.
        if finalizers.pop(self._key, None) is None or self._pid != getpid():
            return None
        callback, args, kwargs = self._call
        self._call = None
        return callback(*args, **kwargs)

    def cancel(self):
        """Do not make the call."""
        _finalizers.pop(self._key, None)

    def still_active(self):
        """Whether the call is still to be made."""
        return self._key in _finalizers


def _run_finalizers(least=None):
    keys = [key for key in _finalizers if key[0] is not None and (least is None or key[0] >= least)]
    for key in sorted(keys, reverse=True):
        finalizer = _finalizers.get(key)
        if finalizer is not None:
            try:
                finalizer()
            except Exception:
                import traceback
                traceback.print_exc()


# The end of the process.

def register_exit():
    """See to it that leave() is called when the program ends."""
    global _registered
    if not _registered:
        _registered = True
        import atexit
        atexit.register(leave)


def is_exiting():
    """Whether the process is ending."""
    return _exiting


def leave():
    """End the daemonic children, wait for the others, run the finalizers; once."""
    global _exiting
    if _exiting:
        return
    _exiting = True
    _run_finalizers(0)
    for child in process.active_children():
        if child.daemon:
            child._popen.terminate()
    for child in process.active_children():
        child.join()
    _run_finalizers()


def _after_fork():
    """In the child of a fork: what was registered is the parent's."""
    global _exiting, _registered
    _exiting = _registered = False
    _finalizers.clear()


def register_after_fork(obj, func):
    """Call `func(obj)` in the children of a fork while the object lives."""
    from _weakref import ref
    from posix import register_at_fork
    reference = ref(obj)

    def call():
        obj = reference()
        if obj is not None:
            func(obj)

    register_at_fork(after_in_child=call)


def _register_fork_hook():
    from posix import register_at_fork
    register_at_fork(after_in_child=_after_fork)


_register_fork_hook()
