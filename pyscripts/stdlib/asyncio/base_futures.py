"""What both kinds of futures, those written in Python and the native ones, have in common."""

import reprlib
import sys

__all__ = ()

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"


def isfuture(obj):
    """Is it a future, or made to look like one?"""
    return hasattr(obj.__class__, "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


def _shown_callbacks(callbacks):
    from asyncio.format_helpers import _format_callback_source

    shown = [_format_callback_source(callback, ()) for callback, _ in callbacks]
    if len(shown) > 2:
        return f"cb=[{shown[0]}, <{len(shown) - 2} more>, {shown[-1]}]"
    return f"cb=[{', '.join(shown)}]"


def _future_repr_info(future):
    """What the repr of a future tells, without its class."""
    info = [future._state.lower()]
    if future._state == _FINISHED:
        if future._exception is not None:
            info.append(f"exception={future._exception!r}")
        else:
            info.append(f"result={reprlib.repr(future._result)}")
    if future._callbacks:
        info.append(_shown_callbacks(future._callbacks))
    if future._source_traceback:
        place = future._source_traceback[-1]
        info.append(f"created at {place[0]}:{place[1]}")
    return info


@reprlib.recursive_repr()
def _future_repr(future):
    return f"<{' '.join([future.__class__.__name__, *_future_repr_info(future)])}>"


def _made_here():
    """The stack of whoever makes a future in debug mode."""
    from asyncio.format_helpers import extract_stack

    return extract_stack(sys._getframe(1))
