"""Signals: what is done when the system sends one."""

import _signal
from _signal import *
from enum import IntEnum as _IntEnum

_names = vars(_signal)

_is_signal = lambda name: name.isupper() and name.startswith("SIG") and not name.startswith("SIG_")
Signals = _IntEnum("Signals", {name: number for name, number in _names.items() if _is_signal(name)}, module=__name__)
Handlers = _IntEnum("Handlers", {name: _names[name] for name in ("SIG_DFL", "SIG_IGN")}, module=__name__)
Sigmasks = _IntEnum(
    "Sigmasks", {name: _names[name] for name in ("SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK")}, module=__name__
)
for _enum in (Signals, Handlers, Sigmasks):
    globals().update(_enum.__members__)
del _enum

ItimerError = OSError


def _to_enum(value, enum):
    """A number as a member of an enumeration, if it is one."""
    if not isinstance(value, int):
        return value
    try:
        return enum(value)
    except ValueError:
        return value


def _to_int(value):
    return int(value) if isinstance(value, _IntEnum) else value


def signal(signalnum, handler):
    """Set what is done on a signal; returns what was done before."""
    return _to_enum(_signal.signal(_to_int(signalnum), _to_int(handler)), Handlers)


def getsignal(signalnum):
    """What is done on a signal."""
    return _to_enum(_signal.getsignal(signalnum), Handlers)


def pthread_sigmask(how, mask):
    """Change which signals are held back from this thread; returns those that were."""
    return {_to_enum(number, Signals) for number in _signal.pthread_sigmask(how, mask)}


def sigpending():
    """The signals that have come and are held back."""
    return {_to_enum(number, Signals) for number in _signal.sigpending()}


def sigwait(sigset):
    """Wait for one of some signals that are held back."""
    return _to_enum(_signal.sigwait(sigset), Signals)


def valid_signals():
    """All signals."""
    return {_to_enum(number, Signals) for number in _signal.valid_signals()}
