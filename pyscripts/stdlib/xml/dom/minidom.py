"""A small DOM: documents as trees of nodes, to be read, changed and written."""

import io
import xml.dom
from xml.dom import EMPTY_NAMESPACE, EMPTY_PREFIX, XMLNS_NAMESPACE, domreg
from xml.dom._minidom_elements import Attr, Element, NamedNodeMap, TypeInfo
from xml.dom._minidom_nodes import DocumentFragment, Node, NodeList, _elements_in, _elements_named, _write_data
from xml.dom._minidom_text import CDATASection, CharacterData, Childless, Comment, ProcessingInstruction, Text

__all__ = ["Attr", "CDATASection", "CharacterData", "Childless", "Comment", "DOMImplementation", "Document",
           "DocumentFragment", "DocumentType", "Element", "NamedNodeMap", "Node", "NodeList", "ProcessingInstruction",
           "Text", "TypeInfo", "getDOMImplementation", "parse", "parseString"]


class DocumentType(Childless, Node):
    """The declaration of a document's type."""

    nodeType = Node.DOCUMENT_TYPE_NODE
    nodeValue = name = publicId = systemId = internalSubset = None

    def __init__(self, qualifiedName):
        self.entities, self.notations = NamedNodeMap({}, {}, None), NamedNodeMap({}, {}, None)
        if qualifiedName:
            self.name = qualifiedName.rpartition(":")[2]
        self.nodeName = self.name

    def cloneNode(self, deep):
        if self.ownerDocument is not None:
            return None
        clone = DocumentType(None)
        clone.name = clone.nodeName = self.name
        return clone

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write("<!DOCTYPE ")
        writer.write(self.name)
        if self.publicId:
            writer.write("%s  PUBLIC '%s'%s  '%s'" % (newl, self.publicId, newl, self.systemId))
        elif self.systemId:
            writer.write("%s  SYSTEM '%s'" % (newl, self.systemId))
        if self.internalSubset is not None:
            writer.write(" [")
            writer.write(self.internalSubset)
            writer.write("]")
        writer.write(">" + newl)


class DOMImplementation:
    """Makes documents."""

    _FEATURES = {(name, version) for name in ("core", "xml") for version in ("1.0", "2.0", None)} | {
        ("ls-load", "3.0"), ("ls-load", None)}

    def hasFeature(self, feature, version):
        return (feature.lower(), version or None) in self._FEATURES

    def createDocument(self, namespaceURI, qualifiedName, doctype):
        if doctype and doctype.parentNode is not None:
            raise xml.dom.WrongDocumentErr("doctype object owned by another DOM tree")
        document = Document()
        wanted = not (namespaceURI is None and qualifiedName is None and doctype is None)
        if not qualifiedName and wanted:
            raise xml.dom.InvalidCharacterErr("Element with no name")
        if wanted:
            prefix = qualifiedName.rpartition(":")[0]
            if prefix == "xml" and namespaceURI != "http://www.w3.org/XML/1998/namespace":
                raise xml.dom.NamespaceErr("illegal use of 'xml' prefix")
            if prefix and not namespaceURI:
                raise xml.dom.NamespaceErr("illegal use of prefix without namespaces")
            element = document.createElementNS(namespaceURI, qualifiedName)
            if doctype:
                document.appendChild(doctype)
            document.appendChild(element)
        if doctype:
            doctype.parentNode = doctype.ownerDocument = document
        document.doctype = doctype
        document.implementation = self
        return document

    def createDocumentType(self, qualifiedName, publicId, systemId):
        doctype = DocumentType(qualifiedName)
        doctype.publicId, doctype.systemId = publicId, systemId
        return doctype

    def getInterface(self, feature):
        return self if self.hasFeature(feature, None) else None


class Document(Node):
    """A whole document."""

    nodeType = Node.DOCUMENT_NODE
    nodeName = "#document"
    nodeValue = attributes = parentNode = previousSibling = nextSibling = None
    implementation = DOMImplementation()
    actualEncoding = encoding = standalone = version = doctype = documentURI = None
    strictErrorChecking = False

    _child_node_types = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE,
                         Node.DOCUMENT_TYPE_NODE)

    def __init__(self):
        self.childNodes = NodeList()

    @property
    def documentElement(self):
        """The element at the root, or None."""
        return next((node for node in self.childNodes if node.nodeType == Node.ELEMENT_NODE), None)

    def appendChild(self, node):
        if node.nodeType not in self._child_node_types:
            raise xml.dom.HierarchyRequestErr("%s cannot be child of %s" % (repr(node), repr(self)))
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        if node.nodeType == Node.ELEMENT_NODE and self.documentElement:
            raise xml.dom.HierarchyRequestErr("two document elements disallowed")
        return Node.appendChild(self, node)

    def unlink(self):
        self.doctype = None
        Node.unlink(self)

    def cloneNode(self, deep):
        if not deep:
            return None
        clone = self.implementation.createDocument(None, None, None)
        clone.encoding, clone.standalone, clone.version = self.encoding, self.standalone, self.version
        for node in self.childNodes:
            copied = clone.importNode(node, True) if node.nodeType != Node.DOCUMENT_TYPE_NODE else node.cloneNode(True)
            if copied is not None:
                Node.appendChild(clone, copied)
                copied.ownerDocument = clone
        return clone

    def _owned(self, node):
        node.ownerDocument = self
        return node

    def createDocumentFragment(self):
        return self._owned(DocumentFragment())

    def createElement(self, tagName):
        return self._owned(Element(tagName))

    def createTextNode(self, data):
        if not isinstance(data, str):
            raise TypeError("node contents must be a string")
        node = Text()
        node.data = data
        return self._owned(node)

    def createCDATASection(self, data):
        if not isinstance(data, str):
            raise TypeError("node contents must be a string")
        node = CDATASection()
        node.data = data
        return self._owned(node)

    def createComment(self, data):
        return self._owned(Comment(data))

    def createProcessingInstruction(self, target, data):
        return self._owned(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        attribute = self._owned(Attr(qName))
        attribute.value = ""
        return attribute

    def createElementNS(self, namespaceURI, qualifiedName):
        return self._owned(Element(qualifiedName, namespaceURI, qualifiedName.rpartition(":")[0]))

    def createAttributeNS(self, namespaceURI, qualifiedName):
        prefix, _, local = qualifiedName.rpartition(":")
        attribute = self._owned(Attr(qualifiedName, namespaceURI, local, prefix or None))
        attribute.value = ""
        return attribute

    def getElementById(self, id):
        """The element whose attribute of the type ID has this value."""
        for element in self.getElementsByTagName("*"):
            if any(attribute.isId and attribute.value == id for attribute in element._attrs.values()):
                return element
        return None

    def getElementsByTagName(self, name):
        return _elements_named(self, name, NodeList())

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return _elements_in(self, namespaceURI, localName, NodeList())

    def importNode(self, node, deep):
        """A copy of another document's node."""
        if node.nodeType in (Node.DOCUMENT_NODE, Node.DOCUMENT_TYPE_NODE):
            raise xml.dom.NotSupportedErr("cannot import document nodes")
        clone = node.cloneNode(deep)
        _set_owner(clone, self)
        return clone

    def isSupported(self, feature, version):
        return self.implementation.hasFeature(feature, version)

    def writexml(self, writer, indent="", addindent="", newl="", encoding=None, standalone=None):
        parts = []
        if encoding is not None:
            parts.append(f'encoding="{encoding}"')
        if standalone is not None:
            parts.append(f'standalone="{"yes" if standalone else "no"}"')
        writer.write(f'<?xml version="1.0" {" ".join(parts)}?>{newl}' if parts else f'<?xml version="1.0" ?>{newl}')
        for node in self.childNodes:
            node.writexml(writer, indent, addindent, newl)


def _set_owner(node, document):
    node.ownerDocument = document
    for child in node.childNodes:
        _set_owner(child, document)
    for attribute in getattr(node, "_attrs", None) and node._attrs.values() or ():
        attribute.ownerDocument = document


def parse(file, parser=None, bufsize=None):
    """The document in a file, given by its name or open."""
    if parser is not None:
        return _by_sax(parser, file)
    if hasattr(file, "read"):
        return _parsed(file.read())
    with open(file, "rb") as stream:
        return _parsed(stream.read())


def parseString(string, parser=None):
    """The document in a text or in bytes."""
    if parser is not None:
        stream = io.StringIO(string) if isinstance(string, str) else io.BytesIO(string)
        return _by_sax(parser, stream)
    return _parsed(string)


def _by_sax(parser, source):
    """What a parser of SAX reads; it is written and read again, as its events do not tell all."""
    from xml.sax.saxutils import XMLGenerator

    stream = io.StringIO()
    parser.setContentHandler(XMLGenerator(stream, "utf-8"))
    parser.parse(source)
    return _parsed(stream.getvalue())


def _parsed(data):
    from xml.dom._minidom_builder import build
    return build(data, DOMImplementation())


def getDOMImplementation(features=None):
    """The implementation, if it has these features."""
    if features:
        wanted = domreg._parsed(features) if isinstance(features, str) else features
        for feature, version in wanted:
            if not Document.implementation.hasFeature(feature, version):
                return None
    return Document.implementation
