"""Connections to processes that this one has not started: who listens at an address, and who calls there.

An address is a pair of a host and a port, or the path of a socket; one that begins with a zero byte is a name without a
file. With a key, both sides show that they know it before anything else is said.
"""

import os
import socket

from .connection import Connection
from .process import current_process

__all__ = ["Listener", "Client", "address_type", "arbitrary_address", "families", "default_family"]

families = ["AF_INET", "AF_UNIX"]
default_family = "AF_UNIX"


def arbitrary_address(family):
    """An address where nobody listens yet."""
    if family == "AF_INET":
        return ("localhost", 0)
    if family == "AF_UNIX":
        import tempfile
        return tempfile.mktemp(prefix="listener-", dir=_folder())
    raise ValueError("unrecognized family")


def _folder():
    """A folder of this process for its sockets, gone at its end."""
    config = current_process()._config
    if config.get("tempdir") is None:
        import shutil
        import tempfile

        from .util import Finalize
        folder = tempfile.mkdtemp(prefix="pymp-")
        Finalize(None, shutil.rmtree, (folder, True), exitpriority=-100)
        config["tempdir"] = folder
    return config["tempdir"]


def address_type(address):
    """The family that an address belongs to."""
    if type(address) is tuple:
        return "AF_INET"
    if type(address) is str:
        return "AF_UNIX"
    raise ValueError(f"address type of {address!r} unrecognized")


def _check_family(family):
    if family not in families:
        if family == "AF_PIPE":
            raise ValueError(f"Family {family} is not recognized.")
        if not hasattr(socket, family):
            raise ValueError(f"Family {family} is not recognized.")


def _check_key(authkey):
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError("authkey should be a byte string")


def _connection(of_socket):
    of_socket.setblocking(True)
    connection = Connection(of_socket.detach())
    connection._framed = True
    return connection


class Listener:
    """Waits at an address for those who call."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address and address_type(address)) or default_family
        address = address or arbitrary_address(family)
        _check_family(family)
        _check_key(authkey)
        self._family, self._authkey, self._last_accepted = family, authkey, None
        self._socket = listening = socket.socket(getattr(socket, family))
        try:
            if family != "AF_UNIX":
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.setblocking(True)
            listening.bind(address)
            listening.listen(backlog)
            self._address = listening.getsockname()
        except OSError:
            listening.close()
            raise
        self._unlink = None
        if family == "AF_UNIX" and not address.startswith("\0"):
            from .util import Finalize
            self._unlink = Finalize(self, os.unlink, (address,), exitpriority=0)

    def accept(self):
        """The connection of the next one who calls; AuthenticationError if it does not know the key."""
        if self._socket is None:
            raise OSError("listener is closed")
        accepted, self._last_accepted = self._socket.accept()
        return _greet(_connection(accepted), self._authkey, first=True)

    def close(self):
        """Listen no more."""
        listening, self._socket = self._socket, None
        if listening is not None:
            listening.close()
            unlink, self._unlink = self._unlink, None
            if unlink is not None:
                unlink()

    @property
    def address(self):
        """Where it listens."""
        return self._address

    @property
    def last_accepted(self):
        """Where the last one called from, None if that is not known."""
        return self._last_accepted or None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Client(address, family=None, authkey=None):
    """A connection to who listens at an address; AuthenticationError if they do not agree on the key."""
    family = family or address_type(address)
    _check_family(family)
    calling = socket.socket(getattr(socket, family))
    try:
        calling.connect(address)
    except BaseException:
        calling.close()
        raise
    connection = _connection(calling)
    _check_key(authkey)
    return _greet(connection, authkey, first=False)


def _greet(connection, authkey, first):
    """Let both sides show that they know the key, if there is one."""
    if authkey is None:
        return connection
    from ._challenge import answer_challenge, deliver_challenge
    try:
        for step in (deliver_challenge, answer_challenge) if first else (answer_challenge, deliver_challenge):
            step(connection, authkey)
    except BaseException:
        connection.close()
        raise
    return connection
