"""Where memory was allocated: gilly does not trace it, so this says what there is to say while nothing is traced."""

__all__ = [
    "start", "stop", "is_tracing", "clear_traces", "get_object_traceback", "get_traced_memory", "get_tracemalloc_memory",
    "get_traceback_limit", "reset_peak", "take_snapshot",
]


def start(nframe=1, /):
    raise NotImplementedError("gilly does not trace allocations")


def stop():
    """Nothing was started."""


def is_tracing():
    return False


def clear_traces():
    """There are none."""


def reset_peak():
    """There is none."""


def get_object_traceback(obj):
    """Where an object was allocated: unknown, as nothing is traced."""
    return None


def get_traced_memory():
    """(the size now, the largest size) of what is traced."""
    return 0, 0


def get_tracemalloc_memory():
    return 0


def get_traceback_limit():
    return 1


def take_snapshot():
    raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
