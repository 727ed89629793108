"""Documents read by events: a reader tells a program's handlers of each element as it comes by."""

from xml.sax._exceptions import (
    SAXException, SAXNotRecognizedException, SAXNotSupportedException, SAXParseException, SAXReaderNotAvailable,
)
from xml.sax.handler import ContentHandler, ErrorHandler
from xml.sax.xmlreader import InputSource

default_parser_list = ["xml.sax.expatreader"]


def make_parser(parser_list=()):
    """A reader, of the first module of the list, or of the usual ones, that is there."""
    import importlib

    for name in list(parser_list) + default_parser_list:
        try:
            module = importlib.import_module(name)
        except (ImportError, SAXReaderNotAvailable):
            continue
        return module.create_parser()
    raise SAXReaderNotAvailable("No parsers found", None)


def parse(source, handler, errorHandler=ErrorHandler()):
    """Read a document from a file, by its name, or from a source."""
    parser = make_parser()
    parser.setContentHandler(handler)
    parser.setErrorHandler(errorHandler)
    parser.parse(source)


def parseString(string, handler, errorHandler=ErrorHandler()):
    """Read a document in memory."""
    import io

    parser = make_parser()
    parser.setContentHandler(handler)
    parser.setErrorHandler(ErrorHandler() if errorHandler is None else errorHandler)
    source = InputSource()
    if isinstance(string, str):
        source.setCharacterStream(io.StringIO(string))
    else:
        source.setByteStream(io.BytesIO(string))
    parser.parse(source)
