"""Asynchronous programs: coroutines as tasks on an event loop."""

from asyncio.base_events import *
from asyncio.coroutines import *
from asyncio.events import *
from asyncio.events import _get_running_loop, _set_running_loop
from asyncio.exceptions import *
from asyncio.futures import *
from asyncio.locks import *
from asyncio.queues import *
from asyncio.runners import *
from asyncio.taskgroups import *
from asyncio.tasks import *
from asyncio.threads import *
from asyncio.timeouts import *
from asyncio import (
    base_events, coroutines, events, exceptions, futures, locks, queues, runners, taskgroups, tasks, threads, timeouts,
)

# The modules of names that are loaded late.
_LAZY = {
    name: module
    for module, names in {
        "protocols": "BaseProtocol Protocol DatagramProtocol SubprocessProtocol BufferedProtocol",
        "transports": "BaseTransport ReadTransport WriteTransport Transport DatagramTransport SubprocessTransport",
        "streams": "StreamReader StreamWriter StreamReaderProtocol open_connection start_server open_unix_connection "
        "start_unix_server",
        "subprocess": "create_subprocess_exec create_subprocess_shell",
        "_servers": "Server",
    }.items()
    for name in names.split()
}

__all__ = (
    *base_events.__all__, *coroutines.__all__, *events.__all__, *exceptions.__all__, *futures.__all__, *locks.__all__,
    *queues.__all__, *runners.__all__, *taskgroups.__all__, *tasks.__all__, *threads.__all__, *timeouts.__all__,
    # What is on descriptors is loaded when it is first asked for.
    *_LAZY,
)


def __getattr__(name):
    import importlib

    if name in ("protocols", "streams", "subprocess", "transports"):
        return importlib.import_module("asyncio." + name)
    module = _LAZY.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(importlib.import_module("asyncio." + module), name)
    return value
