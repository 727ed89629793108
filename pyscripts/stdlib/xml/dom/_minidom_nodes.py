"""The nodes of minidom's trees."""

import io
import xml.dom
from xml.dom import EMPTY_NAMESPACE, XMLNS_NAMESPACE


class NodeList(list):
    """Nodes in order."""

    __slots__ = ()

    def item(self, index):
        return self[index] if 0 <= index < len(self) else None

    @property
    def length(self):
        """the number of nodes in the NodeList."""
        return len(self)


class Node(xml.dom.Node):
    """What all nodes have in common."""

    namespaceURI = parentNode = ownerDocument = nextSibling = previousSibling = prefix = localName = None
    attributes = None

    def __bool__(self):
        return True

    def toxml(self, encoding=None, standalone=None):
        """The node as text, or as bytes in an encoding."""
        return self.toprettyxml("", "", encoding, standalone)

    def toprettyxml(self, indent="\t", newl="\n", encoding=None, standalone=None):
        """The node as text with indents."""
        if encoding is None:
            writer = io.StringIO()
        else:
            writer = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="xmlcharrefreplace", newline="\n")
        if self.nodeType == Node.DOCUMENT_NODE:
            self.writexml(writer, "", indent, newl, encoding, standalone)
        else:
            self.writexml(writer, "", indent, newl)
        return writer.getvalue() if encoding is None else writer.detach().getvalue()

    def hasChildNodes(self):
        return bool(self.childNodes)

    @property
    def firstChild(self):
        """First child node, or None."""
        return self.childNodes[0] if self.childNodes else None

    @property
    def lastChild(self):
        """Last child node, or None."""
        return self.childNodes[-1] if self.childNodes else None

    def insertBefore(self, newChild, refChild):
        """Put a node before another child, or at the end if that is None."""
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for child in tuple(newChild.childNodes):
                self.insertBefore(child, refChild)
            return newChild
        self._check_child(newChild)
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        if refChild is None:
            self.appendChild(newChild)
            return newChild
        try:
            index = self.childNodes.index(refChild)
        except ValueError:
            raise xml.dom.NotFoundErr() from None
        self.childNodes.insert(index, newChild)
        newChild.nextSibling, newChild.previousSibling = refChild, refChild.previousSibling
        refChild.previousSibling = newChild
        if newChild.previousSibling is not None:
            newChild.previousSibling.nextSibling = newChild
        newChild.parentNode = self
        return newChild

    def _check_child(self, node):
        if node.nodeType not in self._child_node_types:
            raise xml.dom.HierarchyRequestErr("%s cannot be child of %s" % (repr(node), repr(self)))

    def appendChild(self, node):
        """Put a node behind the children."""
        if node.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for child in tuple(node.childNodes):
                self.appendChild(child)
            return node
        self._check_child(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        node.previousSibling, node.nextSibling = self.lastChild, None
        if node.previousSibling is not None:
            node.previousSibling.nextSibling = node
        self.childNodes.append(node)
        node.parentNode = self
        return node

    def replaceChild(self, newChild, oldChild):
        """Put a node in another child's place."""
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            after = oldChild.nextSibling
            self.removeChild(oldChild)
            return self.insertBefore(newChild, after)
        self._check_child(newChild)
        if newChild is oldChild:
            return None
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        try:
            index = self.childNodes.index(oldChild)
        except ValueError:
            raise xml.dom.NotFoundErr() from None
        self.childNodes[index] = newChild
        newChild.parentNode, oldChild.parentNode = self, None
        newChild.nextSibling, newChild.previousSibling = oldChild.nextSibling, oldChild.previousSibling
        oldChild.nextSibling = oldChild.previousSibling = None
        if newChild.previousSibling is not None:
            newChild.previousSibling.nextSibling = newChild
        if newChild.nextSibling is not None:
            newChild.nextSibling.previousSibling = newChild
        return oldChild

    def removeChild(self, oldChild):
        """Take a child out."""
        try:
            self.childNodes.remove(oldChild)
        except ValueError:
            raise xml.dom.NotFoundErr() from None
        before, after = oldChild.previousSibling, oldChild.nextSibling
        if after is not None:
            after.previousSibling = before
        if before is not None:
            before.nextSibling = after
        oldChild.nextSibling = oldChild.previousSibling = oldChild.parentNode = None
        return oldChild

    def normalize(self):
        """Join texts that stand side by side; leave out empty ones."""
        for child in list(self.childNodes):
            if child.nodeType == Node.TEXT_NODE:
                before = child.previousSibling
                if not child.data:
                    self.removeChild(child)
                elif before is not None and before.nodeType == Node.TEXT_NODE:
                    before.data += child.data
                    self.removeChild(child)
            elif child.nodeType == Node.ELEMENT_NODE:
                child.normalize()

    def cloneNode(self, deep):
        """A copy, with all below it if `deep`."""
        clone = self._copied()
        clone.ownerDocument = self.ownerDocument
        if deep:
            for child in self.childNodes:
                clone.appendChild(child.cloneNode(True))
        return clone

    def isSupported(self, feature, version):
        return self.ownerDocument.implementation.hasFeature(feature, version)

    def getInterface(self, feature):
        return self if self.isSupported(feature, None) else None

    def isSameNode(self, other):
        return self is other

    def getUserData(self, key):
        return getattr(self, "_user_data", {}).get(key, (None, None))[0]

    def setUserData(self, key, data, handler):
        kept = self.__dict__.setdefault("_user_data", {})
        old = kept.get(key, (None, None))[0]
        if data is None:
            kept.pop(key, None)
        else:
            kept[key] = data, handler
        return old

    def unlink(self):
        """Take the tree apart."""
        self.parentNode = self.ownerDocument = None
        for child in list(self.childNodes):
            child.unlink()
        if self.childNodes:
            self.childNodes = NodeList()
        self.previousSibling = self.nextSibling = None

    def __enter__(self):
        return self

    def __exit__(self, et, ev, tb):
        self.unlink()


def _elements_named(parent, name, found):
    for node in parent.childNodes:
        if node.nodeType == Node.ELEMENT_NODE and name in ("*", node.tagName):
            found.append(node)
        _elements_named(node, name, found)
    return found


def _elements_in(parent, uri, local, found):
    for node in parent.childNodes:
        if node.nodeType == Node.ELEMENT_NODE:
            if local in ("*", node.localName) and uri in ("*", node.namespaceURI):
                found.append(node)
            _elements_in(node, uri, local, found)
    return found


def _write_data(writer, text, attr=False):
    """Write a text with its entities."""
    if not text:
        return
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if attr:
        for letter, entity in ('"', "&quot;"), ("\r", "&#13;"), ("\n", "&#10;"), ("\t", "&#9;"):
            text = text.replace(letter, entity)
    writer.write(text)


class DocumentFragment(Node):
    """Nodes without a parent."""

    nodeType = Node.DOCUMENT_FRAGMENT_NODE
    nodeName = "#document-fragment"
    nodeValue = None
    _child_node_types = (1, 3, 4, 5, 7, 8, 12)

    def __init__(self):
        self.childNodes = NodeList()

    def _copied(self):
        return DocumentFragment()


class TypeInfo:
    """The type of an attribute or element."""

    def __init__(self, namespace, name):
        self.namespace, self.name = namespace, name

    def __repr__(self):
        if self.namespace:
            return "<%s %r (from %r)>" % (self.__class__.__name__, self.name, self.namespace)
        return "<%s %r>" % (self.__class__.__name__, self.name)


class Attr(Node):
    """An attribute."""

    nodeType = Node.ATTRIBUTE_NODE
    attributes = ownerElement = None
    specified, isId = False, False
    schemaType = TypeInfo(None, None)
    _child_node_types = (Node.TEXT_NODE, Node.ENTITY_REFERENCE_NODE)

    def __init__(self, qName, namespaceURI=EMPTY_NAMESPACE, localName=None, prefix=None):
        self.nodeName = self.name = qName
        self.namespaceURI, self.prefix, self._local = namespaceURI, prefix, localName
        self.childNodes = NodeList()
        self.childNodes.append(Text())

    @property
    def localName(self):
        """Namespace-local name of this attribute."""
        return self._local or self.nodeName.rpartition(":")[2]

    @property
    def value(self):
        return self.childNodes[0].data if self.childNodes else ""

    @value.setter
    def value(self, value):
        if not self.childNodes:
            self.childNodes.append(Text())
        self.childNodes[0].data = value

    nodeValue = value

    def _copied(self):
        clone = Attr(self.nodeName, self.namespaceURI, self._local, self.prefix)
        clone.value, clone.isId, clone.specified = self.value, self.isId, self.specified
        return clone

    def cloneNode(self, deep):
        return self._copied()

    def unlink(self):
        if self.ownerElement is not None:
            self.ownerElement._drop(self)
            self.ownerElement = None
        self.childNodes.clear()
        Node.unlink(self)


class NamedNodeMap:
    """An element's attributes, by name and by namespace and name."""

    def __init__(self, attrs, attrsNS, ownerElement):
        self._attrs, self._attrsNS, self._owner = attrs, attrsNS, ownerElement

    @property
    def length(self):
        """Number of nodes in the NamedNodeMap."""
        return len(self._attrs)

    def item(self, index):
        try:
            return self[list(self._attrs)[index]]
        except IndexError:
            return None

    def items(self):
        return [(node.nodeName, node.value) for node in self._attrs.values()]

    def itemsNS(self):
        return [((node.namespaceURI, node.localName), node.value) for node in self._attrs.values()]

    def __contains__(self, key):
        return key in (self._attrs if isinstance(key, str) else self._attrsNS)

    def keys(self):
        return self._attrs.keys()

    def keysNS(self):
        return self._attrsNS.keys()

    def values(self):
        return self._attrs.values()

    def get(self, name, value=None):
        return self._attrs.get(name, value)

    def __len__(self):
        return len(self._attrs)

    def __getitem__(self, key):
        return self._attrsNS[key] if isinstance(key, tuple) else self._attrs[key]

    def __setitem__(self, attname, value):
        if isinstance(value, str):
            self._owner.setAttribute(attname, value)
        elif isinstance(value, Attr):
            self.setNamedItem(value)
        else:
            raise TypeError("value must be a string or Attr object")

    def __delitem__(self, key):
        self._owner._drop(self[key])

    def __eq__(self, other):
        return self._attrs is getattr(other, "_attrs", None)

    __hash__ = None

    def getNamedItem(self, name):
        return self._attrs.get(name)

    def getNamedItemNS(self, namespaceURI, localName):
        return self._attrsNS.get((namespaceURI, localName))

    def removeNamedItem(self, name):
        if name not in self._attrs:
            raise xml.dom.NotFoundErr()
        node = self._attrs[name]
        self._owner._drop(node)
        return node

    def removeNamedItemNS(self, namespaceURI, localName):
        node = self.getNamedItemNS(namespaceURI, localName)
        if node is None:
            raise xml.dom.NotFoundErr()
        self._owner._drop(node)
        return node

    def setNamedItem(self, node):
        if not isinstance(node, Attr):
            raise xml.dom.HierarchyRequestErr("%s cannot be child of %s" % (repr(node), repr(self)))
        old = self._attrs.get(node.name)
        if old is not None:
            self._owner._drop(old)
        self._owner._put(node)
        return old

    setNamedItemNS = setNamedItem


class Element(Node):
    """An element."""

    nodeType = Node.ELEMENT_NODE
    nodeValue = None
    schemaType = TypeInfo(None, None)
    _child_node_types = (1, 7, 8, 3, 4, 5)

    def __init__(self, tagName, namespaceURI=EMPTY_NAMESPACE, prefix=None, localName=None):
        self.parentNode = None
        self.tagName = self.nodeName = tagName
        self.prefix, self.namespaceURI, self._local = prefix, namespaceURI, localName
        self.childNodes = NodeList()
        self.nextSibling = self.previousSibling = None
        self._attrs, self._attrsNS = {}, {}

    @property
    def localName(self):
        """Namespace-local name of this element."""
        return self._local or self.tagName.rpartition(":")[2]

    @property
    def attributes(self):
        """NamedNodeMap of attributes on the element."""
        return NamedNodeMap(self._attrs, self._attrsNS, self)

    def _put(self, attribute):
        self._attrs[attribute.name] = attribute
        self._attrsNS[attribute.namespaceURI, attribute.localName] = attribute
        attribute.ownerElement, attribute.ownerDocument = self, self.ownerDocument
        attribute.specified = True

    def _drop(self, attribute):
        self._attrs.pop(attribute.name, None)
        self._attrsNS.pop((attribute.namespaceURI, attribute.localName), None)
        attribute.ownerElement = None

    def _copied(self):
        clone = Element(self.tagName, self.namespaceURI, self.prefix, self._local)
        for attribute in self._attrs.values():
            copied = attribute._copied()
            clone._put(copied)
            copied.specified = attribute.specified
        return clone

    def unlink(self):
        for attribute in list(self._attrs.values()):
            attribute.unlink()
        self._attrs, self._attrsNS = {}, {}
        Node.unlink(self)

    def getAttribute(self, attname):
        """The value of an attribute; an empty text if there is none."""
        return self._attrs[attname].value if attname in self._attrs else ""

    def getAttributeNS(self, namespaceURI, localName):
        found = self._attrsNS.get((namespaceURI, localName))
        return "" if found is None else found.value

    def setAttribute(self, attname, value):
        """Set an attribute."""
        attribute = self._attrs.get(attname)
        if attribute is None:
            attribute = Attr(attname)
            attribute.value = value
            self._put(attribute)
        elif value != attribute.value:
            attribute.value = value

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        prefix, _, local = qualifiedName.rpartition(":")
        attribute = self._attrsNS.get((namespaceURI, local))
        if attribute is None:
            attribute = Attr(qualifiedName, namespaceURI, local, prefix or None)
            attribute.value = value
            self._put(attribute)
        else:
            attribute.value = value
            if attribute.prefix != prefix:
                self._attrs.pop(attribute.name, None)
                attribute.prefix, attribute.name, attribute.nodeName = prefix, qualifiedName, qualifiedName
                self._attrs[qualifiedName] = attribute

    def getAttributeNode(self, attrname):
        return self._attrs.get(attrname)

    def getAttributeNodeNS(self, namespaceURI, localName):
        return self._attrsNS.get((namespaceURI, localName))

    def setAttributeNode(self, attr):
        if attr.ownerElement not in (None, self):
            raise xml.dom.InuseAttributeErr("attribute node already owned")
        old = self._attrs.get(attr.name)
        if old is not None and old is not attr:
            self._drop(old)
        self._put(attr)
        return old if old is not attr else None

    setAttributeNodeNS = setAttributeNode

    def removeAttribute(self, name):
        try:
            attribute = self._attrs[name]
        except KeyError:
            raise xml.dom.NotFoundErr() from None
        self._drop(attribute)

    def removeAttributeNS(self, namespaceURI, localName):
        try:
            attribute = self._attrsNS[namespaceURI, localName]
        except KeyError:
            raise xml.dom.NotFoundErr() from None
        self._drop(attribute)

    def removeAttributeNode(self, node):
        if node is None or self._attrs.get(node.name) is not node:
            raise xml.dom.NotFoundErr()
        self._drop(node)
        return node

    removeAttributeNodeNS = removeAttributeNode

    def hasAttribute(self, name):
        return name in self._attrs

    def hasAttributeNS(self, namespaceURI, localName):
        return (namespaceURI, localName) in self._attrsNS

    def hasAttributes(self):
        return bool(self._attrs)

    def setIdAttribute(self, name):
        self.setIdAttributeNode(self.getAttributeNode(name))

    def setIdAttributeNS(self, namespaceURI, localName):
        self.setIdAttributeNode(self.getAttributeNodeNS(namespaceURI, localName))

    def setIdAttributeNode(self, idAttr):
        if idAttr is None or not self.isSameNode(idAttr.ownerElement):
            raise xml.dom.NotFoundErr()
        idAttr.isId = True

    def getElementsByTagName(self, name):
        """All elements below that have this name."""
        return _elements_named(self, name, NodeList())

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return _elements_in(self, namespaceURI, localName, NodeList())

    def __repr__(self):
        return "<DOM Element: %s at %#x>" % (self.tagName, id(self))

    def writexml(self, writer, indent="", addindent="", newl=""):
        """Write the element and what is in it."""
        writer.write(indent + "<" + self.tagName)
        for name, attribute in self._attrs.items():
            writer.write(" %s=\"" % name)
            _write_data(writer, attribute.value, True)
            writer.write("\"")
        if not self.childNodes:
            writer.write("/>%s" % newl)
            return
        writer.write(">")
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            self.childNodes[0].writexml(writer, "", "", "")
        else:
            writer.write(newl)
            for node in self.childNodes:
                node.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write("</%s>%s" % (self.tagName, newl))


class Childless:
    """What nodes without children do when they are asked for some."""

    attributes = None
    childNodes = NodeList()
    firstChild = lastChild = None

    def appendChild(self, node):
        raise xml.dom.HierarchyRequestErr(self.nodeName + " nodes cannot have children")

    def hasChildNodes(self):
        return False

    def insertBefore(self, newChild, refChild):
        raise xml.dom.HierarchyRequestErr(self.nodeName + " nodes do not have children")

    def removeChild(self, oldChild):
        raise xml.dom.NotFoundErr(self.nodeName + " nodes do not have children")

    def normalize(self):
        """There is nothing to join."""

    def replaceChild(self, newChild, oldChild):
        raise xml.dom.HierarchyRequestErr(self.nodeName + " nodes do not have children")


class ProcessingInstruction(Childless, Node):
    """An instruction for programs."""

    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        self.target, self.data = target, data

    @property
    def nodeValue(self):
        return self.data

    @nodeValue.setter
    def nodeValue(self, value):
        self.data = value

    @property
    def nodeName(self):
        return self.target

    def _copied(self):
        return ProcessingInstruction(self.target, self.data)

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write("%s<?%s %s?>%s" % (indent, self.target, self.data, newl))


class CharacterData(Childless, Node):
    """Text, or what looks like it."""

    def __init__(self):
        self.data = ""
        self.ownerDocument = self.parentNode = self.previousSibling = self.nextSibling = None

    @property
    def length(self):
        """Length of the string data."""
        return len(self.data)

    @property
    def nodeValue(self):
        return self.data

    @nodeValue.setter
    def nodeValue(self, value):
        self.data = value

    def __repr__(self):
        data = self.data
        return '<DOM %s node "%r%s">' % (self.__class__.__name__, data[:10], "..." if len(data) > 10 else "")

    def _checked(self, offset, count=0):
        if offset < 0:
            raise xml.dom.IndexSizeErr("offset cannot be negative")
        if offset >= len(self.data):
            raise xml.dom.IndexSizeErr("offset cannot be beyond end of data")
        if count < 0:
            raise xml.dom.IndexSizeErr("count cannot be negative")

    def substringData(self, offset, count):
        self._checked(offset, count)
        return self.data[offset:offset + count]

    def appendData(self, arg):
        self.data += arg

    def insertData(self, offset, arg):
        self._checked(offset)
        if arg:
            self.data = self.data[:offset] + arg + self.data[offset:]

    def deleteData(self, offset, count):
        self._checked(offset, count)
        self.data = self.data[:offset] + self.data[offset + count:]

    def replaceData(self, offset, count, arg):
        self._checked(offset, count)
        if count:
            self.data = self.data[:offset] + arg + self.data[offset + count:]


class Text(CharacterData):
    """Text."""

    nodeType = Node.TEXT_NODE
    nodeName = "#text"
    attributes = None

    def _copied(self):
        clone = type(self)()
        clone.data = self.data
        return clone

    def splitText(self, offset):
        """Cut the text in two; the second node."""
        if offset < 0 or offset > len(self.data):
            raise xml.dom.IndexSizeErr("illegal offset value")
        other = type(self)()
        other.data, other.ownerDocument = self.data[offset:], self.ownerDocument
        if self.parentNode and self in self.parentNode.childNodes:
            if self.nextSibling is None:
                self.parentNode.appendChild(other)
            else:
                self.parentNode.insertBefore(other, self.nextSibling)
        self.data = self.data[:offset]
        return other

    def writexml(self, writer, indent="", addindent="", newl=""):
        _write_data(writer, "%s%s%s" % (indent, self.data, newl))

    def _run(self):
        """The texts side by side of which this is one."""
        first = self
        while first.previousSibling is not None and first.previousSibling.nodeType in (3, 4):
            first = first.previousSibling
        found = []
        while first is not None and first.nodeType in (3, 4):
            found.append(first)
            first = first.nextSibling
        return found

    @property
    def wholeText(self):
        """The text of all logically-adjacent text nodes."""
        return "".join(node.data for node in self._run())

    def replaceWholeText(self, content):
        parent = self.parentNode
        for node in self._run():
            if node is not self:
                parent.removeChild(node)
        if content:
            self.data = content
            return self
        parent.removeChild(self)
        return None

    @property
    def isWhitespaceInElementContent(self):
        """True iff this text node contains only whitespace and is in element content."""
        return False


class Comment(CharacterData):
    """A comment."""

    nodeType = Node.COMMENT_NODE
    nodeName = "#comment"

    def __init__(self, data):
        CharacterData.__init__(self)
        self.data = data

    def _copied(self):
        return Comment(self.data)

    def writexml(self, writer, indent="", addindent="", newl=""):
        if "--" in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write("%s<!--%s-->%s" % (indent, self.data, newl))


class CDATASection(Text):
    """Text that is written as it is."""

    nodeType = Node.CDATA_SECTION_NODE
    nodeName = "#cdata-section"

    def writexml(self, writer, indent="", addindent="", newl=""):
        if self.data.find("]]>") >= 0:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write("<![CDATA[%s]]>" % self.data)


for _class in list(globals().values()):
    if isinstance(_class, type) and _class.__module__ == __name__:
        _class.__module__ = "xml.dom.minidom"
del _class
