"""Documents read event by event; what is of interest can be made a tree when its start comes by.

`PullDOM` listens to a SAX parser and makes a node of each event; `DOMEventStream` lets a program ask for the next one.
"""

import xml.sax
import xml.sax.handler

START_ELEMENT = "START_ELEMENT"
END_ELEMENT = "END_ELEMENT"
COMMENT = "COMMENT"
START_DOCUMENT = "START_DOCUMENT"
END_DOCUMENT = "END_DOCUMENT"
PROCESSING_INSTRUCTION = "PROCESSING_INSTRUCTION"
IGNORABLE_WHITESPACE = "IGNORABLE_WHITESPACE"
CHARACTERS = "CHARACTERS"

default_bufsize = (2 ** 14) - 20


class PullDOM(xml.sax.ContentHandler):
    """Makes events, each with its node, of what a parser tells."""

    _locator = None
    document = None

    def __init__(self, documentFactory=None):
        from xml.dom import XML_NAMESPACE
        self.documentFactory = documentFactory
        self.pending_events = []  # in the order that they came
        self.elementStack = []
        self._contexts = [{XML_NAMESPACE: "xml"}]
        self._before_root = []  # comments and instructions that came before the document was made
        self._declared = []

    def pop(self):
        """Leave an element."""
        return self.elementStack.pop()

    def push(self, node):
        """Enter an element."""
        self.elementStack.append(node)

    def _note(self, event, node):
        self.pending_events.append((event, node))

    def setDocumentLocator(self, locator):
        self._locator = locator

    # Namespaces.

    def startPrefixMapping(self, prefix, uri):
        self._declared.append((prefix or "xmlns", uri))
        self._contexts.append({**self._contexts[-1], uri: prefix or None})

    def endPrefixMapping(self, prefix):
        self._contexts.pop()

    # Elements.

    def _written(self, name, tag):
        uri, local = name
        if tag is not None:
            return tag
        prefix = self._contexts[-1].get(uri) if uri else None
        return f"{prefix}:{local}" if prefix else local

    def startElementNS(self, name, tagName, attrs):
        from xml.dom import XMLNS_NAMESPACE
        uri = name[0] or None
        tag = self._written(name, tagName)
        if self.document is None:
            self.buildDocument(uri, tag)
        node = self.document.createElementNS(uri, tag) if uri else self.document.createElement(name[1])
        for prefix, declared in self._declared:
            written = prefix if prefix == "xmlns" else f"xmlns:{prefix}"
            attribute = self.document.createAttributeNS(XMLNS_NAMESPACE, written)
            attribute.value = declared or ""
            node.setAttributeNode(attribute)
        self._declared.clear()
        for (attribute_uri, local), value in attrs.items():
            if attribute_uri:
                written = self._written((attribute_uri, local), None)
                attribute = self.document.createAttributeNS(attribute_uri, written)
            else:
                attribute = self.document.createAttribute(local)
            attribute.value = value
            node.setAttributeNode(attribute)
        self._note(START_ELEMENT, node)
        self.push(node)

    def endElementNS(self, name, tagName):
        self._note(END_ELEMENT, self.pop())

    def startElement(self, name, attrs):
        if self.document is None:
            self.buildDocument(None, name)
        node = self.document.createElement(name)
        for key, value in attrs.items():
            attribute = self.document.createAttribute(key)
            attribute.value = value
            node.setAttributeNode(attribute)
        self._note(START_ELEMENT, node)
        self.push(node)

    def endElement(self, name):
        self._note(END_ELEMENT, self.pop())

    # What else there is.

    def comment(self, s):
        if self.document:
            self._note(COMMENT, self.document.createComment(s))
        else:
            self._before_root.append((COMMENT, s))

    def processingInstruction(self, target, data):
        if self.document:
            self._note(PROCESSING_INSTRUCTION, self.document.createProcessingInstruction(target, data))
        else:
            self._before_root.append((PROCESSING_INSTRUCTION, target, data))

    def ignorableWhitespace(self, chars):
        self._note(IGNORABLE_WHITESPACE, self.document.createTextNode(chars))

    def characters(self, chars):
        self._note(CHARACTERS, self.document.createTextNode(chars))

    # Documents.

    def startDocument(self):
        if self.documentFactory is None:
            import xml.dom.minidom
            self.documentFactory = xml.dom.minidom.Document.implementation

    def buildDocument(self, uri, tagname):
        """Make the document, when its root's name is known."""
        document = self.documentFactory.createDocument(uri, tagname, None)
        self.document = document
        # The root is made by its event.
        root = document.documentElement
        if root is not None:
            document.removeChild(root)
        self._note(START_DOCUMENT, document)
        self.push(document)
        for kind, *words in self._before_root:
            if kind == COMMENT:
                self._note(COMMENT, document.createComment(*words))
            else:
                self._note(PROCESSING_INSTRUCTION, document.createProcessingInstruction(*words))
        self._before_root.clear()
        return root

    def endDocument(self):
        self._note(END_DOCUMENT, self.document)
        self.pop()

    def clear(self):
        """Forget the document."""
        self.document = None


class ErrorHandler:
    """Shows warnings, and raises errors."""

    def warning(self, exception):
        print(exception)

    def error(self, exception):
        raise exception

    def fatalError(self, exception):
        raise exception


class DOMEventStream:
    """The events of a document, one after the other: (event, node)."""

    def __init__(self, stream, parser, bufsize):
        self.stream = stream
        self.parser = parser
        self.bufsize = bufsize
        if not hasattr(self.parser, "feed"):
            self.getEvent = self._slurp
        self.reset()

    def reset(self):
        """Begin anew."""
        self.pulldom = PullDOM()
        self.parser.setFeature(xml.sax.handler.feature_namespaces, 1)
        self.parser.setContentHandler(self.pulldom)

    def __next__(self):
        found = self.getEvent()
        if found:
            return found
        raise StopIteration

    def __iter__(self):
        return self

    def expandNode(self, node):
        """Make a tree of a node whose start has come: all up to its end is read."""
        parents = [node]
        for event, child in self:
            if child is node:
                return
            if event != END_ELEMENT:
                parents[-1].appendChild(child)
            if event == START_ELEMENT:
                parents.append(child)
            elif event == END_ELEMENT:
                parents.pop()

    def getEvent(self):
        """The next event; None at the end."""
        waiting = self.pulldom.pending_events
        while not waiting:
            text = self.stream.read(self.bufsize)
            if not text:
                if self.parser is None:
                    return None
                parser, self.parser = self.parser, None
                # A parser may tell what it has read only now. That the document is over, nobody is told.
                parser.close()
                waiting[:] = [found for found in waiting if found[0] != END_DOCUMENT]
                break
            self.parser.feed(text)
        return waiting.pop(0) if waiting else None

    def _slurp(self):
        """The next event of a parser that reads all at once."""
        self.parser.parse(self.stream)
        self.getEvent = self._emit
        return self._emit()

    def _emit(self):
        waiting = self.pulldom.pending_events
        return waiting.pop(0) if waiting else None

    def clear(self):
        """Let go of everything."""
        self.pulldom.clear()
        self.pulldom = self.parser = self.stream = None


class SAX2DOM(PullDOM):
    """Makes the whole tree while it listens."""

    def _note(self, event, node):
        super()._note(event, node)
        if event not in (END_ELEMENT, START_DOCUMENT, END_DOCUMENT):
            self.elementStack[-1].appendChild(node)


def parse(stream_or_string, parser=None, bufsize=None):
    """The events of a file, open or named."""
    if bufsize is None:
        bufsize = default_bufsize
    stream = open(stream_or_string, "rb") if isinstance(stream_or_string, str) else stream_or_string
    return DOMEventStream(stream, parser or xml.sax.make_parser(), bufsize)


def parseString(string, parser=None):
    """The events of a text."""
    from io import StringIO
    return DOMEventStream(StringIO(string), parser or xml.sax.make_parser(), len(string) or 1)
