"""The interface of the Expat parser, on the library's own parser."""

from xml.etree import _parser
from xml.etree._document import Document
from xml.parsers.expat import errors, model

__all__ = ["ErrorString", "ExpatError", "ParserCreate", "XMLParserType", "errors", "error", "model",
           "native_encoding", "version_info", "EXPAT_VERSION", "features"]

EXPAT_VERSION = "expat_2.6.3"
version_info = 2, 6, 3
native_encoding = "UTF-8"
features = [("sizeof(XML_Char)", 1), ("sizeof(XML_LChar)", 1), ("XML_DTD", 0), ("XML_NS", 0)]
XML_PARAM_ENTITY_PARSING_NEVER, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE, XML_PARAM_ENTITY_PARSING_ALWAYS = 0, 1, 2


class ExpatError(Exception):
    """A document is not well-formed."""


ExpatError.__module__ = "xml.parsers.expat"
error = ExpatError


def ErrorString(code, /):
    """What an error's number means."""
    return errors.messages.get(code)


class _Told:
    """What the parser tells, handed to the handlers that a program has set."""

    def __init__(self, outer):
        self.outer = outer

    def call(self, name, *arguments):
        handler = getattr(self.outer, name)
        if handler is not None:
            self.outer._flush()
            handler(*arguments)

    def name(self, tag):
        separator = self.outer._separator
        if separator is None or not tag.startswith("{"):
            return tag
        uri, _, local = tag[1:].rpartition("}")
        return uri + separator + local

    def xml(self, text):
        parts = {}
        for name in "version", "encoding", "standalone":
            found = _parser.re.search(rf"{name}\s*=\s*([\"'])(.*?)\1", text)
            parts[name] = found[2] if found else None
        standalone = {None: -1, "yes": 1, "no": 0}[parts["standalone"]]
        self.call("XmlDeclHandler", parts["version"], parts["encoding"], standalone)

    def subset(self, name, public, system, has_subset):
        self.call("StartDoctypeDeclHandler", name, system, public, int(has_subset))

    def doctype(self, name, public, system):
        self.call("EndDoctypeDeclHandler")

    def entity(self, name, is_parameter, value):
        self.call("EntityDeclHandler", name, int(is_parameter), value, self.outer._base, None, None, None)

    def start(self, tag, attributes):
        items = [(self.name(key), value) for key, value in attributes.items()]
        if self.outer.ordered_attributes:
            given = [part for item in items for part in item]
        else:
            given = dict(items)
        self.call("StartElementHandler", self.name(tag), given)

    def end(self, tag):
        self.call("EndElementHandler", self.name(tag))

    def start_ns(self, prefix, uri):
        self.call("StartNamespaceDeclHandler", prefix or None, uri or None)

    def end_ns(self, prefix):
        self.call("EndNamespaceDeclHandler", prefix or None)

    def comment(self, text):
        self.call("CommentHandler", text)

    def pi(self, name, data):
        self.call("ProcessingInstructionHandler", name, data)

    def start_cdata(self):
        self.call("StartCdataSectionHandler")

    def end_cdata(self):
        self.call("EndCdataSectionHandler")

    def data(self, text):
        outer = self.outer
        if outer.buffer_text:
            outer._buffered.append(text)
            return
        if outer.CharacterDataHandler is not None:
            for line in _lines(text):
                outer.CharacterDataHandler(line)


def _lines(text):
    """A text in the pieces in which Expat tells it: each end of a line by itself."""
    return [piece for piece in _parser.re.split("(\n)", text) if piece]


class XMLParserType:
    """A parser that tells its handlers what is in a document."""

    __module__ = "pyexpat"

    _HANDLERS = (
        "StartElementHandler", "EndElementHandler", "ProcessingInstructionHandler", "CharacterDataHandler",
        "UnparsedEntityDeclHandler", "NotationDeclHandler", "StartNamespaceDeclHandler", "EndNamespaceDeclHandler",
        "CommentHandler", "StartCdataSectionHandler", "EndCdataSectionHandler", "DefaultHandler",
        "DefaultHandlerExpand", "NotStandaloneHandler", "ExternalEntityRefHandler", "StartDoctypeDeclHandler",
        "EndDoctypeDeclHandler", "EntityDeclHandler", "XmlDeclHandler", "ElementDeclHandler", "AttlistDeclHandler",
        "SkippedEntityHandler",
    )

    def __init__(self, encoding, separator, intern):
        self._encoding, self._separator, self._base = encoding, separator, None
        self._buffered, self._is_over = [], False
        self._parser = _parser.Parser(_Told(self))
        self._parser.namespaces = separator is not None
        self._document = Document(self._parser, encoding)
        self._has_begun, self._defers = False, True
        self.buffer_text = self.ordered_attributes = self.specified_attributes = self.namespace_prefixes = False
        self.buffer_size, self.intern = 8192, {} if intern is None else intern
        self.ErrorCode = 0
        self.ErrorLineNumber, self.ErrorColumnNumber, self.ErrorByteIndex = 1, 0, 0
        for name in self._HANDLERS:
            setattr(self, name, None)

    @property
    def buffer_used(self):
        return sum(map(len, self._buffered))

    def _flush(self):
        if self._buffered:
            text = "".join(self._buffered)
            self._buffered.clear()
            if self.CharacterDataHandler is not None:
                self.CharacterDataHandler(text)

    def Parse(self, data, isfinal=False, /):
        """A piece of the document, bytes or text."""
        if self._is_over:
            raise self._failed(36, 1, 0)
        self._has_begun = self._has_begun or bool(data)
        self._is_over = bool(isfinal)
        try:
            if isfinal:
                self._document.finish(data)
            else:
                self._document.feed(data)
        except _parser.NotWellFormed as problem:
            self._is_over = False
            raise self._failed(problem.code, *problem.position) from None
        finally:
            self._flush()
        return 1

    def ParseFile(self, file, /):
        """Parse what a file of bytes holds."""
        return self.Parse(file.read(), True)

    def _failed(self, code, line, column):
        message = errors.messages.get(code, "error")
        raised = ExpatError(f"{message}: line {line}, column {column}")
        raised.code, raised.lineno, raised.offset = code, line, column
        self.ErrorCode, self.ErrorLineNumber, self.ErrorColumnNumber = code, line, column
        return raised

    def _tag_position(self):
        """Where the tag that is being told begins."""
        start = self._parser.text.rfind("<", 0, self._parser.place)
        return self._parser.position(max(start, 0))

    @property
    def CurrentLineNumber(self):
        return self._parser.position(self._parser.place)[0]

    @property
    def CurrentColumnNumber(self):
        return self._parser.position(self._parser.place)[1]

    @property
    def CurrentByteIndex(self):
        if not self._has_begun:
            return -1
        return self._parser.bytes_before + len(self._parser.text[:self._parser.place].encode())

    def SetBase(self, base, /):
        self._base = base

    def GetBase(self):
        return self._base

    def GetInputContext(self):
        return None

    def UseForeignDTD(self, flag=True, /):
        """No declarations from elsewhere are read."""

    def SetParamEntityParsing(self, flag, /):
        return 1

    def GetReparseDeferralEnabled(self):
        return self._defers

    def SetReparseDeferralEnabled(self, enabled, /):
        """Only noted: what is whole is told at once."""
        self._defers = bool(enabled)

    def ExternalEntityParserCreate(self, context, encoding=None, /):
        parser = XMLParserType(encoding or self._encoding, self._separator, self.intern)
        for name in self._HANDLERS:
            setattr(parser, name, getattr(self, name))
        return parser


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A new parser."""
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"ParserCreate() argument 'encoding' must be str or None, not {type(encoding).__name__}")
    if namespace_separator is not None:
        if not isinstance(namespace_separator, str):
            kind = type(namespace_separator).__name__
            raise TypeError(f"ParserCreate() argument 'namespace_separator' must be str or None, not {kind}")
        if len(namespace_separator) > 1:
            raise ValueError("namespace_separator must be at most one character, omitted, or None")
    return XMLParserType(encoding, namespace_separator, intern)
