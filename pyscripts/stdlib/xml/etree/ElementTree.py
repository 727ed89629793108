"""Elements, trees of them, and how they are read and written."""

import collections
import io
import re
from xml.etree import ElementPath
from xml.etree._canonical import C14NWriterTarget, canonicalize
from xml.etree._elements import PI, Comment, Element, ProcessingInstruction, QName, SubElement, iselement
from xml.etree._document import Document
from xml.etree._parser import NotWellFormed, Parser

# The elements of HTML that have no end.
HTML_EMPTY = {
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta", "param",
    "source", "track", "wbr",
}

__all__ = [
    "Comment", "dump", "Element", "ElementTree", "fromstring", "fromstringlist", "indent", "iselement", "iterparse",
    "parse", "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement", "tostring", "tostringlist", "TreeBuilder",
    "VERSION", "XML", "XMLID", "XMLParser", "XMLPullParser", "register_namespace", "canonicalize", "C14NWriterTarget",
]

VERSION = "1.3.0"


class ParseError(SyntaxError):
    """A document is not well-formed: code and position tell what is wrong where."""


class ElementTree:
    """A document: its root, and how it is read and written."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        """The root."""
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        """Reads a file, given by name or open; the root."""
        opened = not hasattr(source, "read")
        if opened:
            source = open(source, "rb")
        try:
            if parser is None:
                self._root = XMLParser()._parse_whole(source.read())
                return self._root
            while data := source.read(65536):
                parser.feed(data)
            self._root = parser.close()
            return self._root
        finally:
            if opened:
                source.close()

    def iter(self, tag=None):
        """All elements, in the order of the document."""
        return self._root.iter(tag)

    @staticmethod
    def _relative(path):
        if path[:1] == "/":
            import warnings
            path = "." + path
            warnings.warn(
                "This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely on the "
                "current behaviour, change it to %r" % path, FutureWarning, stacklevel=3,
            )
        return path

    def find(self, path, namespaces=None):
        """The first element that a path leads to."""
        return self._root.find(self._relative(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """The text of the first element that a path leads to."""
        return self._root.findtext(self._relative(path), default, namespaces)

    def findall(self, path, namespaces=None):
        """All elements that a path leads to."""
        return self._root.findall(self._relative(path), namespaces)

    def iterfind(self, path, namespaces=None):
        """All elements that a path leads to, one after another."""
        return self._root.iterfind(self._relative(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *,
              short_empty_elements=True):
        """Writes the document to a file, given by name or open; as 'xml', 'html' or 'text'."""
        from xml.etree._writer import METHODS, namespaces_of, open_for_writing
        method = method or "xml"
        if method not in METHODS:
            raise ValueError("unknown method %r" % method)
        encoding = encoding or "us-ascii"
        with open_for_writing(file_or_filename, encoding) as (write, declared):
            needs_declaration = encoding.lower() != "unicode" and declared.lower() not in ("utf-8", "us-ascii")
            if method == "xml" and (needs_declaration if xml_declaration is None else xml_declaration):
                write(f"<?xml version='1.0' encoding='{declared}'?>\n")
            if method == "text":
                METHODS["text"](write, self._root)
                return
            names, spaces = namespaces_of(self._root, default_namespace)
            METHODS[method](write, self._root, names, spaces, short_empty_elements)


_namespace_map = {
    "http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://schemas.xmlsoap.org/wsdl/": "wsdl",
    "http://www.w3.org/2001/XMLSchema": "xs", "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://purl.org/dc/elements/1.1/": "dc",
}


def register_namespace(prefix, uri):
    """The prefix that a namespace is written with."""
    if re.match(r"ns\d+$", prefix):
        raise ValueError("Prefix format reserved for internal use")
    for known, old in list(_namespace_map.items()):
        if known == uri or old == prefix:
            del _namespace_map[known]
    _namespace_map[uri] = prefix


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None,
             short_empty_elements=True):
    """An element as bytes; as text for the encoding 'unicode'."""
    stream = io.StringIO() if encoding == "unicode" else io.BytesIO()
    ElementTree(element).write(
        stream, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace, method=method,
        short_empty_elements=short_empty_elements,
    )
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, **options):
    """The same, in a list."""
    return [tostring(element, encoding, method, **options)]


def dump(elem):
    """Prints an element."""
    import sys
    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    elem.write(sys.stdout, encoding="unicode")
    tail = elem.getroot().tail
    if not tail or tail[-1] != "\n":
        sys.stdout.write("\n")


def indent(tree, space="  ", level=0):
    """Puts white space into a tree so that it reads well."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f"Initial indentation level must be >= 0, got {level}")
    waiting = [(tree, level)] if len(tree) else []
    while waiting:
        element, level = waiting.pop()
        inner, outer = "\n" + (level + 1) * space, "\n" + level * space
        if not element.text or not element.text.strip():
            element.text = inner
        for child in element:
            if len(child):
                waiting.append((child, level + 1))
            if not child.tail or not child.tail.strip():
                child.tail = inner
        if not child.tail.strip():
            child.tail = outer


# Reading.

class TreeBuilder:
    """Makes a tree of what a parser tells."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False,
                 insert_pis=False):
        self._data = []
        self._open = []
        self._last = self._root = None
        self._after = False  # the next text comes after the last element, not into it
        self._comment_factory = Comment if comment_factory is None else comment_factory
        self.insert_comments = insert_comments
        self._pi_factory = ProcessingInstruction if pi_factory is None else pi_factory
        self.insert_pis = insert_pis
        self._factory = Element if element_factory is None else element_factory

    def close(self):
        """The root."""
        assert len(self._open) == 0, "missing end tags"
        assert self._root is not None, "missing toplevel element"
        return self._root

    def _flush(self):
        if not self._data:
            return
        if self._last is not None:
            text = "".join(self._data)
            if self._after:
                self._last.tail = text
            else:
                self._last.text = text
        self._data = []

    def data(self, data):
        """A text."""
        self._data.append(data)

    def start(self, tag, attrs):
        """An element begins."""
        self._flush()
        self._last = element = self._factory(tag, attrs)
        if self._open:
            self._open[-1].append(element)
        elif self._root is None:
            self._root = element
        self._open.append(element)
        self._after = False
        return element

    def end(self, tag):
        """An element ends."""
        self._flush()
        self._last = self._open.pop()
        assert self._last.tag == tag, f"end tag mismatch (expected {self._last.tag}, got {tag})"
        self._after = True
        return self._last

    def comment(self, text):
        """A comment."""
        return self._single(self._comment_factory, self.insert_comments, text)

    def pi(self, target, text=None):
        """An instruction."""
        return self._single(self._pi_factory, self.insert_pis, target, text)

    def _single(self, factory, insert, *args):
        element = factory(*args)
        if insert:
            self._flush()
            self._last = element
            if self._open:
                self._open[-1].append(element)
            self._after = True
        return element


class XMLParser:
    """Reads a document that is fed in pieces, and tells a target what is in it."""

    def __init__(self, *, target=None, encoding=None):
        self.target = TreeBuilder() if target is None else target
        self.entity = {}
        self.version = VERSION
        parser = Parser(self.target)
        parser.entities_outside = self.entity
        self._document = Document(parser, encoding)

    def feed(self, data):
        """A piece of the document, bytes or text."""
        try:
            self._document.feed(data)
        except NotWellFormed as problem:
            raise _error(problem) from None

    def flush(self):
        """There only for those that call it: what is whole is told at once."""

    def close(self):
        """Ends the document; what the target's close gives."""
        return self._parse_whole(b"")

    def _parse_whole(self, data):
        """The last piece of a document, if not all of it."""
        try:
            self._document.finish(data)
        except NotWellFormed as problem:
            raise _error(problem) from None
        close = getattr(self.target, "close", None)
        return None if close is None else close()


def _error(problem):
    error = ParseError(str(problem))
    error.code = problem.code
    error.position = problem.position
    return error


class _EventTarget:
    """Tells a builder, and notes down the events that are asked for."""

    def __init__(self, builder, events, queue):
        self._builder = builder
        self._note = queue.append
        for event in events or ():
            if event not in ("start", "end", "start-ns", "end-ns", "comment", "pi"):
                raise ValueError("unknown event %r" % event)
        self._events = {"end"} if events is None else set(events)
        if "start-ns" in self._events:
            self.start_ns = lambda prefix, uri: self._note(("start-ns", (prefix or "", uri or "")))
        if "end-ns" in self._events:
            self.end_ns = lambda prefix: self._note(("end-ns", None))
        self.data = builder.data
        self.close = builder.close

    def _told(self, event, element):
        if event in self._events:
            self._note((event, element))

    def start(self, tag, attrs):
        self._told("start", self._builder.start(tag, attrs))

    def end(self, tag):
        self._told("end", self._builder.end(tag))

    def comment(self, text):
        self._told("comment", self._builder.comment(text))

    def pi(self, target, text=None):
        self._told("pi", self._builder.pi(target, text))


class XMLPullParser:
    """Reads a document that is fed in pieces; its events can be taken as they come."""

    def __init__(self, events=None, *, _parser=None):
        self._queue = collections.deque()
        builder = TreeBuilder() if _parser is None else _parser.target
        self._parser = XMLParser(target=_EventTarget(builder, events, self._queue))

    def feed(self, data):
        """A piece of the document."""
        if self._parser is None:
            raise ValueError("feed() called after end of stream")
        if data:
            try:
                self._parser.feed(data)
            except ParseError as error:
                self._queue.append(error)

    def flush(self):
        """There only for those that call it: what is whole is told at once."""
        if self._parser is None:
            raise ValueError("flush() called after end of stream")

    def close(self):
        """Ends the document."""
        self._close_and_return_root()

    def _close_and_return_root(self):
        parser, self._parser = self._parser, None
        return parser.close()

    def read_events(self):
        """The events, which are taken away."""
        while self._queue:
            event = self._queue.popleft()
            if isinstance(event, Exception):
                raise event
            yield event


class _IterParse(collections.abc.Iterator):
    """The events of a document as it is read; `root` is its root at the end."""

    def __init__(self, source, events, parser):
        self._pulled = XMLPullParser(events, _parser=parser)
        self._opened = not hasattr(source, "read")
        self._source = open(source, "rb") if self._opened else source
        self._events, self.root = self._read(), None

    def _read(self):
        try:
            while True:
                yield from self._pulled.read_events()
                data = self._source.read(16 * 1024)
                if not data:
                    break
                self._pulled.feed(data)
            root = self._pulled._close_and_return_root()
            yield from self._pulled.read_events()
            self.root = root
        finally:
            if self._opened:
                self._source.close()

    def __next__(self):
        return next(self._events)

    def close(self):
        """Ends it."""
        self._events.close()
        if self._opened:
            self._source.close()


def iterparse(source, events=None, parser=None):
    """An iterator over the events of a document, each with its element."""
    return _IterParse(source, events, parser)


def parse(source, parser=None):
    """The document in a file, given by name or open."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text, parser=None):
    """The root of a document that is bytes or text."""
    if parser is None:
        return XMLParser()._parse_whole(text)
    parser.feed(text)
    return parser.close()


fromstring = XML


def XMLID(text, parser=None):
    """The root of a document, and its elements by their id."""
    tree = XML(text, parser)
    return tree, {element.get("id"): element for element in tree.iter() if element.get("id")}


def fromstringlist(sequence, parser=None):
    """The root of a document that comes in pieces."""
    parser = XMLParser() if parser is None else parser
    for text in sequence:
        parser.feed(text)
    return parser.close()
