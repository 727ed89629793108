"""What goes wrong in reading documents by events."""


class SAXException(Exception):
    """The base of the others; may carry the exception that it stands for."""

    def __init__(self, msg, exception=None):
        self._msg, self._exception = msg, exception
        Exception.__init__(self, msg)

    def getMessage(self):
        return self._msg

    def getException(self):
        return self._exception

    def __str__(self):
        return self._msg

    def __getitem__(self, ix):
        raise AttributeError("__getitem__")


class SAXParseException(SAXException):
    """A document is not as it should be; tells where."""

    def __init__(self, msg, exception, locator):
        SAXException.__init__(self, msg, exception)
        self._locator = locator
        # The reader goes on; the place does not.
        self._systemId = locator.getSystemId()
        self._linenum, self._colnum = locator.getLineNumber(), locator.getColumnNumber()

    def getColumnNumber(self):
        return self._colnum

    def getLineNumber(self):
        return self._linenum

    def getPublicId(self):
        return self._locator.getPublicId()

    def getSystemId(self):
        return self._systemId

    def __str__(self):
        file = "<unknown>" if self._systemId is None else self._systemId
        line, column = ("?" if number is None else number for number in (self._linenum, self._colnum))
        return f"{file}:{line}:{column}: {self._msg}"


class SAXNotRecognizedException(SAXException):
    """A reader does not know a feature or a property."""


class SAXNotSupportedException(SAXException):
    """A reader knows a feature or a property and does not have it."""


class SAXReaderNotAvailable(SAXNotSupportedException):
    """There is no reader."""
