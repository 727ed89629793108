"""Documents parsed into minidom's nodes."""

from xml.dom import XMLNS_NAMESPACE
from xml.parsers import expat


class _Builder:
    """Builds a document while it is parsed; namespaces are told of prefixes that are in force."""

    def __init__(self, implementation):
        self.document = implementation.createDocument(None, None, None)
        self.at, self.in_cdata, self.cdata = self.document, False, None
        self.spaces = [{"xml": "http://www.w3.org/XML/1998/namespace"}]

    def xml(self, version, encoding, standalone):
        self.document.version, self.document.encoding = version, encoding
        if standalone >= 0:
            self.document.standalone = bool(standalone)

    def start_doctype(self, name, system, public, has_subset):
        doctype = self.document.implementation.createDocumentType(name, public, system)
        doctype.ownerDocument = self.document
        doctype.name = doctype.nodeName = name
        self.document.doctype = doctype
        self.at.childNodes.append(doctype)
        doctype.parentNode = self.document

    def end_doctype(self):
        self.document.doctype.internalSubset = self.parser._parser.subset

    def start(self, name, attributes):
        spaces = dict(self.spaces[-1])
        pairs = list(zip(attributes[::2], attributes[1::2]))
        for key, value in pairs:
            if key == "xmlns":
                spaces[""] = value or None
            elif key.startswith("xmlns:"):
                spaces[key[6:]] = value
        self.spaces.append(spaces)
        prefix, _, local = name.rpartition(":")
        element = self.document.createElementNS(self.space(prefix, spaces), name)
        element.prefix = prefix or None
        for key, value in pairs:
            element.setAttributeNS(self.space_of_attribute(key, spaces), key, value)
        self.add(element)
        self.at = element

    def space(self, prefix, spaces):
        if prefix and prefix not in spaces:
            raise self.parser._failed(27, *self.parser._tag_position())
        return spaces.get(prefix)

    def space_of_attribute(self, key, spaces):
        if key == "xmlns" or key.startswith("xmlns:"):
            return XMLNS_NAMESPACE
        prefix = key.rpartition(":")[0]
        return self.space(prefix, spaces) if prefix else None

    def end(self, name):
        self.spaces.pop()
        self.at = self.at.parentNode

    def add(self, node):
        self.at.appendChild(node)

    def text(self, data):
        last = self.at.lastChild
        if self.in_cdata:
            if self.cdata is None:
                self.cdata = self.document.createCDATASection(data)
                self.add(self.cdata)
            else:
                self.cdata.data += data
        elif last is not None and last.nodeType == last.TEXT_NODE:
            last.data += data
        else:
            self.add(self.document.createTextNode(data))

    def start_cdata(self):
        self.in_cdata, self.cdata = True, None

    def end_cdata(self):
        self.in_cdata, self.cdata = False, None


def build(data, implementation):
    """The document of a text or of bytes."""
    builder = _Builder(implementation)
    parser = builder.parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.XmlDeclHandler = builder.xml
    parser.StartDoctypeDeclHandler, parser.EndDoctypeDeclHandler = builder.start_doctype, builder.end_doctype
    parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = builder.start_cdata, builder.end_cdata
    document = builder.document
    parser.CommentHandler = lambda text: builder.add(document.createComment(text))
    parser.ProcessingInstructionHandler = (
        lambda target, data: builder.add(document.createProcessingInstruction(target, data)))
    parser.Parse(data, True)
    return document
