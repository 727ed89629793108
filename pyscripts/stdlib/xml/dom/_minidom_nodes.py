"""What the nodes of minidom's trees have in common."""

import io
import xml.dom

__name__ = "xml.dom.minidom"


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
