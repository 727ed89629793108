"""Protocols: what a program makes of data as it comes."""

__all__ = ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol")


class BaseProtocol:
    """What all protocols are told."""

    __slots__ = ()

    def connection_made(self, transport):
        """The connection stands."""

    def connection_lost(self, exc):
        """The connection is closed; None if that was wanted."""

    def pause_writing(self):
        """There is too much that has not been sent."""

    def resume_writing(self):
        """What had not been sent has gone."""


class Protocol(BaseProtocol):
    """The protocol of a stream."""

    __slots__ = ()

    def data_received(self, data):
        """Data has come."""

    def eof_received(self):
        """The other side sends nothing more; what is returned says whether to keep the connection."""


class BufferedProtocol(BaseProtocol):
    """The protocol of a stream that says where data is to lie."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """Room for data."""

    def buffer_updated(self, nbytes):
        """So much of the room has been filled."""

    def eof_received(self):
        """The other side sends nothing more."""


class DatagramProtocol(BaseProtocol):
    """The protocol of single packets."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A packet has come."""

    def error_received(self, exc):
        """The system tells of an error."""


class SubprocessProtocol(BaseProtocol):
    """The protocol of a process."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The process has written data."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe to the process is closed."""

    def process_exited(self):
        """The process has ended."""
