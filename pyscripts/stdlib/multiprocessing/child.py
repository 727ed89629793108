"""The other side of a start: what a child VM does.

It receives two messages: how to make the interpreter look like the one that started it, then the process object.
Invariant: imported here is only what every child needs, and unpickled only what the process wrote that started it.
"""

import sys


def preparation():
    """What a child is told about this interpreter, as a dict."""
    from .context import _default_context
    from .util import logging_level
    main = sys.modules.get("__main__")
    return {
        "path": [entry for entry in sys.path],
        "argv": sys.argv,
        "method": _default_context.get_start_method(),
        "file": getattr(main, "__file__", None),
        "level": logging_level(),
    }


def main(fd):
    """Run the process whose parent holds the other end of `fd`; the exit status."""
    from _multiprocessing import receive_message

    from . import reduction
    try:
        _prepare(reduction.loads(*receive_message(fd)))
        process = reduction.loads(*receive_message(fd))
    except EOFError:
        # The one who started it is gone already.
        return 1
    return process._bootstrap(parent_sentinel=fd)


def _prepare(preparation):
    sys.path[:] = preparation["path"]
    sys.argv = preparation["argv"]
    from .context import _default_context
    _default_context.set_start_method(preparation["method"], force=True)
    if preparation["file"] is not None:
        sys.modules["__main__"].__file__ = preparation["file"]
    if preparation["level"] is not None:
        from .util import log_to_stderr
        log_to_stderr(preparation["level"])
