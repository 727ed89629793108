"""What is wrong with messages: errors that stop, and defects that are noted down."""


class MessageError(Exception):
    """The base of all errors of email."""


class MessageParseError(MessageError):
    """A message cannot be read."""


class HeaderParseError(MessageParseError):
    """A header cannot be read."""


class BoundaryError(MessageParseError):
    """The boundary of a multipart is wrong."""


class MultipartConversionError(MessageError, TypeError):
    """A message cannot become a multipart."""


class CharsetError(MessageError):
    """The character set is wrong."""


class HeaderWriteError(MessageError):
    """A header would be read as something else than it is."""


class MessageDefect(ValueError):
    """The base of all defects."""

    def __init__(self, line=None):
        if line is not None:
            super().__init__(line)
        self.line = line


class NoBoundaryInMultipartDefect(MessageDefect):
    """A multipart has no boundary."""


class StartBoundaryNotFoundDefect(MessageDefect):
    """The boundary of a multipart is never seen."""


class CloseBoundaryNotFoundDefect(MessageDefect):
    """The closing boundary of a multipart is never seen."""


class FirstHeaderLineIsContinuationDefect(MessageDefect):
    """The first line of the headers continues nothing."""


class MisplacedEnvelopeHeaderDefect(MessageDefect):
    """A Unix From line stands among the headers."""


class MissingHeaderBodySeparatorDefect(MessageDefect):
    """A line is no header, and no empty line came before."""


MalformedHeaderDefect = MissingHeaderBodySeparatorDefect


class MultipartInvariantViolationDefect(MessageDefect):
    """A message says that it is a multipart, and has no parts."""


class InvalidMultipartContentTransferEncodingDefect(MessageDefect):
    """A multipart says that it is encoded."""


class UndecodableBytesDefect(MessageDefect):
    """A header has bytes that no charset explains."""


class InvalidBase64PaddingDefect(MessageDefect):
    """Base64 has the wrong padding."""


class InvalidBase64CharactersDefect(MessageDefect):
    """Base64 has letters that are not of its alphabet."""


class InvalidBase64LengthDefect(MessageDefect):
    """Base64 has a length that it cannot have."""


class HeaderDefect(MessageDefect):
    """The base of the defects of headers."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)


class InvalidHeaderDefect(HeaderDefect):
    """A header is not valid."""


class HeaderMissingRequiredValue(HeaderDefect):
    """A header that needs a value has none."""


class NonPrintableDefect(HeaderDefect):
    """A header has letters that cannot be printed."""

    def __init__(self, non_printables):
        super().__init__(non_printables)
        self.non_printables = non_printables

    def __str__(self):
        return f"the following ASCII non-printables found in header: {self.non_printables}"


class ObsoleteHeaderDefect(HeaderDefect):
    """A header uses a form that is no longer in use."""


class NonASCIILocalPartDefect(HeaderDefect):
    """The part of an address before the @ is not ASCII."""


class InvalidDateDefect(HeaderDefect):
    """A date cannot be read."""
