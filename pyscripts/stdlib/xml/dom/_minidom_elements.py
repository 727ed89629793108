"""The nodes of minidom's trees that have names: elements and their attributes."""

import xml.dom
from xml.dom import EMPTY_NAMESPACE

from xml.dom._minidom_nodes import Node, NodeList, _elements_in, _elements_named, _write_data
from xml.dom._minidom_text import Text

__name__ = "xml.dom.minidom"


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
