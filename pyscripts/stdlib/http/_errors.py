"""What goes wrong between an HTTP client and a server."""

MAXLINE = 65536


class HTTPException(Exception):
    """The base of all errors of this module."""


class NotConnected(HTTPException):
    """There is no connection, and none may be made."""


class InvalidURL(HTTPException):
    """An address has letters or a port that it cannot have."""


class UnknownProtocol(HTTPException):
    """The answer is in a version that is not known."""

    def __init__(self, version):
        self.args = version,
        self.version = version


class UnknownTransferEncoding(HTTPException):
    """The answer is encoded in a way that is not known."""


class UnimplementedFileMode(HTTPException):
    """A file is asked for in a mode that it cannot have."""


class IncompleteRead(HTTPException):
    """The answer ended too early."""

    def __init__(self, partial, expected=None):
        self.args = partial,
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        more = "" if self.expected is None else f", {self.expected} more expected"
        return f"{self.__class__.__name__}({len(self.partial)} bytes read{more})"

    __str__ = object.__str__


class ImproperConnectionState(HTTPException):
    """The connection is not where it must be."""


class CannotSendRequest(ImproperConnectionState):
    """The answer to the request before has not been read."""


class CannotSendHeader(ImproperConnectionState):
    """No request has been begun."""


class ResponseNotReady(ImproperConnectionState):
    """No request has been sent, or the answer before has not been read."""


class BadStatusLine(HTTPException):
    """The first line of an answer makes no sense."""

    def __init__(self, line):
        if not line:
            line = repr(line)
        self.args = line,
        self.line = line


class LineTooLong(HTTPException):
    """A line is longer than anybody needs."""

    def __init__(self, line_type):
        super().__init__(f"got more than {MAXLINE} bytes when reading {line_type}")


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    """The server went away instead of answering."""

    def __init__(self, *args, **kwargs):
        BadStatusLine.__init__(self, "")
        ConnectionResetError.__init__(self, *args, **kwargs)
