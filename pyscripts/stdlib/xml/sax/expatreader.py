"""The reader of documents that stands on Expat."""

from xml.parsers import expat
from xml.sax import handler, saxutils, xmlreader
from xml.sax._exceptions import SAXNotRecognizedException, SAXNotSupportedException, SAXParseException

version = "0.20"
AttributesImpl = xmlreader.AttributesImpl
AttributesNSImpl = xmlreader.AttributesNSImpl


class _ClosedParser:
    """What is left of a parser that is through: where it was."""

    def __init__(self, position):
        self.ErrorLineNumber, self.ErrorColumnNumber = position

    def _tag_position(self):
        return self.ErrorLineNumber, self.ErrorColumnNumber


class ExpatLocator(xmlreader.Locator):
    """Tells where a reader is."""

    def __init__(self, parser):
        import weakref
        # The handler that keeps the locator is kept by the reader.
        self._ref = weakref.ref(parser)

    def _ask(self, method, otherwise=None):
        parser = self._ref()
        return otherwise if parser is None else getattr(parser, method)()

    def getColumnNumber(self):
        return self._ask("getColumnNumber", -1)

    def getLineNumber(self):
        return self._ask("getLineNumber", 1)

    def getPublicId(self):
        return self._ask("getPublicId")

    def getSystemId(self):
        return self._ask("getSystemId")


class ExpatParser(xmlreader.IncrementalParser, xmlreader.Locator):
    """A reader; it tells where it is itself."""

    def __init__(self, namespaceHandling=0, bufsize=2**16 - 20):
        xmlreader.IncrementalParser.__init__(self, bufsize)
        self._source = xmlreader.InputSource()
        self._parser, self._parsing, self._failed_at = None, False, None
        self._namespaces = namespaceHandling
        self._lex_handler_prop, self._interning, self._external_ges = None, None, 0
        self._prefixes = {}

    def parse(self, source):
        source = saxutils.prepare_input_source(source)
        self._source = source
        try:
            self.reset()
            self._cont_handler.setDocumentLocator(ExpatLocator(self))
            xmlreader.IncrementalParser.parse(self, source)
        finally:
            self._close_source()

    def _close_source(self):
        for stream in (self._source.getCharacterStream(), self._source.getByteStream()):
            if stream is not None:
                stream.close()

    def prepareParser(self, source):
        if source.getSystemId() is not None:
            self._parser.SetBase(source.getSystemId())

    def setContentHandler(self, handler):
        xmlreader.IncrementalParser.setContentHandler(self, handler)
        if self._parsing:
            self._set_handlers()

    # Features and properties.

    def getFeature(self, name):
        if name == handler.feature_namespaces:
            return self._namespaces
        if name == handler.feature_string_interning:
            return self._interning is not None
        if name in (handler.feature_validation, handler.feature_external_pes, handler.feature_namespace_prefixes):
            return 0
        if name == handler.feature_external_ges:
            return self._external_ges
        raise SAXNotRecognizedException(f"Feature '{name}' not recognized")

    def setFeature(self, name, state):
        if self._parsing:
            raise SAXNotSupportedException("Cannot set features while parsing")
        unsupported = {
            handler.feature_validation: "expat does not support validation",
            handler.feature_external_pes: "expat does not read external parameter entities",
            handler.feature_namespace_prefixes: "expat does not report namespace prefixes",
        }
        if name == handler.feature_namespaces:
            self._namespaces = state
        elif name == handler.feature_external_ges:
            self._external_ges = state
        elif name == handler.feature_string_interning:
            self._interning = ({} if self._interning is None else self._interning) if state else None
        elif name not in unsupported:
            raise SAXNotRecognizedException(f"Feature '{name}' not recognized")
        elif state:
            raise SAXNotSupportedException(unsupported[name])

    def getProperty(self, name):
        if name == handler.property_lexical_handler:
            return self._lex_handler_prop
        if name == handler.property_interning_dict:
            return self._interning
        if name == handler.property_xml_string:
            if self._parser is None:
                raise SAXNotSupportedException("XML string cannot be returned when not parsing")
            raise SAXNotSupportedException("This version of expat does not support getting the XML string")
        raise SAXNotRecognizedException(f"Property '{name}' not recognized")

    def setProperty(self, name, value):
        if name == handler.property_lexical_handler:
            self._lex_handler_prop = value
            if self._parsing:
                self._set_lexical_handlers()
        elif name == handler.property_interning_dict:
            self._interning = value
        elif name == handler.property_xml_string:
            raise SAXNotSupportedException(f"Property '{name}' cannot be set")
        else:
            raise SAXNotRecognizedException(f"Property '{name}' not recognized")

    # Piece by piece.

    def feed(self, data, isFinal=False):
        if not self._parsing:
            self.reset()
            self._parsing = True
            self._cont_handler.startDocument()
        try:
            self._parser.Parse(data, isFinal)
        except expat.error as problem:
            self._failed_at = problem.lineno, problem.offset
            raised = SAXParseException(expat.ErrorString(problem.code), problem, self)
            self._err_handler.fatalError(raised)

    def flush(self):
        """Expat may hold pieces back; this one tells all at the end."""

    def close(self):
        if self._parser is None or isinstance(self._parser, _ClosedParser):
            return
        try:
            self.feed(b"", isFinal=True)
            self._cont_handler.endDocument()
        finally:
            self._parsing = False
            position = self._failed_at or self._parser._tag_position()
            self._parser = _ClosedParser(position)

    def reset(self):
        encoding = self._source.getEncoding()
        if self._namespaces:
            self._parser = expat.ParserCreate(encoding, " ", intern=self._interning)
            self._parser.StartElementHandler, self._parser.EndElementHandler = self.start_element_ns, self.end_element_ns
        else:
            self._parser = expat.ParserCreate(encoding, intern=self._interning)
            self._parser.StartElementHandler, self._parser.EndElementHandler = self.start_element, self.end_element
        self._prefixes = {"http://www.w3.org/XML/1998/namespace": ["xml"]}
        self._failed_at = None
        self._parsing = False
        self._set_handlers()

    def _set_handlers(self):
        parser, content = self._parser, self._cont_handler
        parser.ProcessingInstructionHandler = content.processingInstruction
        parser.CharacterDataHandler = content.characters
        parser.UnparsedEntityDeclHandler, parser.NotationDeclHandler = self.unparsed_entity_decl, self.notation_decl
        if self._namespaces:
            parser.StartNamespaceDeclHandler, parser.EndNamespaceDeclHandler = self.start_ns, self.end_ns
        parser.ExternalEntityRefHandler = self.external_entity_ref
        parser.SkippedEntityHandler = self.skipped_entity_handler
        self._set_lexical_handlers()

    def _set_lexical_handlers(self):
        parser, lexical = self._parser, self._lex_handler_prop
        if lexical is None:
            parser.CommentHandler = parser.StartCdataSectionHandler = parser.EndCdataSectionHandler = None
            parser.StartDoctypeDeclHandler = parser.EndDoctypeDeclHandler = None
            return
        parser.CommentHandler = lexical.comment
        parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = lexical.startCDATA, lexical.endCDATA
        parser.StartDoctypeDeclHandler, parser.EndDoctypeDeclHandler = self.start_doctype_decl, lexical.endDTD

    # Where the reader is.

    def _place(self):
        if self._failed_at is not None:
            return self._failed_at
        return (1, None) if self._parser is None else self._parser._tag_position()

    def getColumnNumber(self):
        return self._place()[1]

    def getLineNumber(self):
        return self._place()[0]

    def getPublicId(self):
        return self._source.getPublicId()

    def getSystemId(self):
        return self._source.getSystemId()

    # What Expat tells.

    def start_element(self, name, attrs):
        self._cont_handler.startElement(name, AttributesImpl(attrs))

    def end_element(self, name):
        self._cont_handler.endElement(name)

    def _pair(self, name):
        uri, space, local = name.rpartition(" ")
        return (uri, local) if space else (None, name)

    def start_element_ns(self, name, attrs):
        values, qnames = {}, {}
        for key, value in attrs.items():
            pair = self._pair(key)
            prefixes = self._prefixes.get(pair[0])
            values[pair] = value
            qnames[pair] = f"{prefixes[-1]}:{pair[1]}" if prefixes and prefixes[-1] else pair[1]
        self._cont_handler.startElementNS(self._pair(name), None, AttributesNSImpl(values, qnames))

    def end_element_ns(self, name):
        self._cont_handler.endElementNS(self._pair(name), None)

    def processing_instruction(self, target, data):
        self._cont_handler.processingInstruction(target, data)

    def character_data(self, data):
        self._cont_handler.characters(data)

    def start_ns(self, prefix, uri):
        self._prefixes.setdefault(uri, []).append(prefix)
        self._cont_handler.startPrefixMapping(prefix, uri)

    def end_ns(self, prefix):
        for prefixes in self._prefixes.values():
            if prefixes and prefixes[-1] == prefix:
                prefixes.pop()
                break
        self._cont_handler.endPrefixMapping(prefix)

    def start_doctype_decl(self, name, sysid, pubid, has_internal_subset):
        self._lex_handler_prop.startDTD(name, pubid, sysid)

    def unparsed_entity_decl(self, name, base, sysid, pubid, notation_name):
        self._dtd_handler.unparsedEntityDecl(name, pubid, sysid, notation_name)

    def notation_decl(self, name, base, sysid, pubid):
        self._dtd_handler.notationDecl(name, pubid, sysid)

    def external_entity_ref(self, context, base, sysid, pubid):
        return 1

    def skipped_entity_handler(self, name, is_pe):
        self._cont_handler.skippedEntity("%" + name if is_pe else name)


def create_parser(*args, **kwargs):
    return ExpatParser(*args, **kwargs)
