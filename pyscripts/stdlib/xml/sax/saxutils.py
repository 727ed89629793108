"""Texts made fit for XML, and back; documents written by events, filters of events, sources."""

import codecs
import io
import os
import sys

from xml.sax import handler, xmlreader


def _replace_all(text, entities):
    for key, value in entities.items():
        text = text.replace(key, value)
    return text


def escape(data, entities={}):
    """A text with &, < and > as entities, and more where `entities` names them."""
    data = data.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    return _replace_all(data, entities) if entities else data


def unescape(data, entities={}):
    """The text that `escape` was given."""
    data = data.replace("&lt;", "<").replace("&gt;", ">")
    if entities:
        data = _replace_all(data, entities)
    return data.replace("&amp;", "&")


def quoteattr(data, entities={}):
    """A text as the value of an attribute, with its quotes."""
    data = escape(data, {**entities, "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    if '"' not in data:
        return f'"{data}"'
    if "'" not in data:
        return f"'{data}'"
    return '"' + data.replace('"', "&quot;") + '"'


def _writer(out, encoding):
    """A stream of text on whatever a program gave."""
    if out is None:
        return sys.stdout
    if isinstance(out, (io.TextIOBase, codecs.StreamWriter, codecs.StreamReaderWriter)):
        return out
    if isinstance(out, io.RawIOBase):
        # The program closes it, not the stream of text that is dropped.
        class _Kept(io.RawIOBase):
            def writable(self):
                return True

            def write(self, data):
                return out.write(data)
        buffer = io.BufferedWriter(_Kept())
    else:
        buffer = _Unclosed(out)
    return io.TextIOWrapper(buffer, encoding=encoding, errors="xmlcharrefreplace", newline="\n", write_through=True)


class _Unclosed(io.BufferedIOBase):
    """A binary stream as the stream of text above it wants one, which leaves it open."""

    def __init__(self, out):
        self._out = out

    def writable(self):
        return True

    def write(self, data):
        self._out.write(data)
        return len(data)

    def flush(self):
        if hasattr(self._out, "flush"):
            self._out.flush()


class XMLGenerator(handler.ContentHandler):
    """Writes the document whose events it hears."""

    def __init__(self, out=None, encoding="iso-8859-1", short_empty_elements=False):
        handler.ContentHandler.__init__(self)
        out = _writer(out, encoding)
        self._write, self._flush = out.write, out.flush
        self._scopes, self._prefixes, self._undeclared = [], {}, []
        self._encoding, self._short_empty_elements, self._open = encoding, short_empty_elements, False

    def _qname(self, name):
        uri, local = name
        if not uri:
            return local
        if uri == "http://www.w3.org/XML/1998/namespace":
            return "xml:" + local
        prefix = self._prefixes[uri]
        return f"{prefix}:{local}" if prefix else local

    def _finish_start(self):
        if self._open:
            self._write(">")
            self._open = False

    def startDocument(self):
        self._write(f'<?xml version="1.0" encoding="{self._encoding}"?>\n')

    def endDocument(self):
        self._flush()

    def startPrefixMapping(self, prefix, uri):
        self._scopes.append(self._prefixes)
        self._prefixes = {**self._prefixes, uri: prefix}
        self._undeclared.append((prefix, uri))

    def endPrefixMapping(self, prefix):
        self._prefixes = self._scopes.pop()

    def _begin(self, name, attributes):
        self._finish_start()
        self._write("<" + name)
        for prefix, uri in self._undeclared:
            self._write(f' xmlns:{prefix}="{uri}"' if prefix else f' xmlns="{uri}"')
        self._undeclared = []
        for key, value in attributes:
            self._write(f" {key}={quoteattr(value)}")
        if self._short_empty_elements:
            self._open = True
        else:
            self._write(">")

    def _end(self, name):
        if self._open:
            self._write("/>")
            self._open = False
        else:
            self._write(f"</{name}>")

    def startElement(self, name, attrs):
        self._begin(name, attrs.items())

    def endElement(self, name):
        self._end(name)

    def startElementNS(self, name, qname, attrs):
        self._begin(self._qname(name), [(self._qname(key), value) for key, value in attrs.items()])

    def endElementNS(self, name, qname):
        self._end(self._qname(name))

    def _text(self, content):
        return content if isinstance(content, str) else str(content, self._encoding)

    def characters(self, content):
        if content:
            self._finish_start()
            self._write(escape(self._text(content)))

    def ignorableWhitespace(self, content):
        if content:
            self._finish_start()
            self._write(self._text(content))

    def processingInstruction(self, target, data):
        self._finish_start()
        self._write(f"<?{target} {data}?>")


def _passing(name):
    def passing(self, *arguments):
        return getattr(getattr(self, self._TARGETS[name]), name)(*arguments)
    passing.__name__ = name
    passing.__qualname__ = f"XMLFilterBase.{name}"
    return passing


class XMLFilterBase(xmlreader.XMLReader):
    """Between a reader and handlers: passes all on; subclasses change what goes through."""

    _TARGETS = {
        **dict.fromkeys((
            "startDocument", "endDocument", "startPrefixMapping", "endPrefixMapping", "startElement", "endElement",
            "startElementNS", "endElementNS", "characters", "ignorableWhitespace", "processingInstruction",
            "skippedEntity"), "_cont_handler"),
        **dict.fromkeys(("error", "fatalError", "warning"), "_err_handler"),
        **dict.fromkeys(("notationDecl", "unparsedEntityDecl"), "_dtd_handler"),
        "resolveEntity": "_ent_handler",
        **dict.fromkeys(("setLocale", "getFeature", "setFeature", "getProperty", "setProperty"), "_parent"),
    }
    for _name in _TARGETS:
        locals()[_name] = _passing(_name)
    del _name

    def __init__(self, parent=None):
        xmlreader.XMLReader.__init__(self)
        self._parent = parent

    def setDocumentLocator(self, locator):
        self._locator = locator
        self._cont_handler.setDocumentLocator(locator)

    def parse(self, source):
        self._parent.setContentHandler(self)
        self._parent.setErrorHandler(self)
        self._parent.setEntityResolver(self)
        self._parent.setDTDHandler(self)
        self._parent.parse(source)

    def getParent(self):
        return self._parent

    def setParent(self, parent):
        self._parent = parent


def prepare_input_source(source, base=""):
    """A source with a stream: of a name (of a file, or in the web), of a file, or of a source."""
    if isinstance(source, os.PathLike):
        source = os.fspath(source)
    if isinstance(source, str):
        source = xmlreader.InputSource(source)
    elif hasattr(source, "read"):
        file, source = source, xmlreader.InputSource()
        if isinstance(file.read(0), str):
            source.setCharacterStream(file)
        else:
            source.setByteStream(file)
        if hasattr(file, "name") and isinstance(file.name, str):
            source.setSystemId(file.name)
    if source.getCharacterStream() is None and source.getByteStream() is None:
        name = source.getSystemId()
        path = os.path.join(os.path.dirname(os.path.normpath(base)), name)
        if os.path.isfile(path):
            source.setSystemId(path)
            source.setByteStream(open(path, "rb"))
        else:
            import urllib.parse
            import urllib.request
            source.setSystemId(urllib.parse.urljoin(base, name))
            source.setByteStream(urllib.request.urlopen(source.getSystemId()))
    return source
