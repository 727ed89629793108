"""The nodes of trees: elements, and the comments and instructions among them."""

import re

from xml.etree import ElementPath

__name__ = "xml.etree.ElementTree"


def iselement(element):
    """Whether an object looks like an element."""
    return hasattr(element, "tag")


# A path that is nothing but a tag, whatever its namespace.
_is_tag = re.compile(r"(?:\{[^}]*\})?[^/*\[@.{}]+").fullmatch


class Element:
    """An element: its tag, attributes, the text before its first child, the text after it, and its children."""

    text = None
    tail = None

    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError(f"Element() argument 2 must be dict, not {attrib.__class__.__name__}")
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self._children = []

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.tag!r} at {id(self):#x}>"

    def makeelement(self, tag, attrib):
        """Another element of this class."""
        return self.__class__(tag, attrib)

    def __copy__(self):
        element = self.makeelement(self.tag, self.attrib)
        element.text, element.tail = self.text, self.tail
        element[:] = self
        return element

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings
        warnings.warn(
            "Testing an element's truth value will always return True in future versions.  Use specific 'len(elem)' or "
            "'elem is not None' test instead.", DeprecationWarning, stacklevel=2,
        )
        return len(self._children) != 0

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError("child index out of range") from None

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for one in element:
                self._check(one)
        else:
            self._check(element)
        try:
            self._children[index] = element
        except IndexError:
            raise IndexError("child assignment index out of range") from None

    def __delitem__(self, index):
        del self._children[index]

    @staticmethod
    def _check(element, where="the child"):
        if not isinstance(element, Element):
            raise TypeError(f"{where} must be xml.etree.ElementTree.Element, not {type(element).__name__}")

    def append(self, subelement):
        """Another child, at the end."""
        self._check(subelement, "append() argument 1")
        self._children.append(subelement)

    def extend(self, elements):
        """Several children, at the end."""
        for element in elements:
            self.append(element)

    def insert(self, index, subelement):
        """Another child, at a place."""
        self._check(subelement, "insert() argument 2")
        self._children.insert(index, subelement)

    def remove(self, subelement):
        """Takes a child out."""
        for place, child in enumerate(self._children):
            if child is subelement:
                del self._children[place]
                return
        raise ValueError("list.remove(x): x not in list")

    def find(self, path, namespaces=None):
        """The first element that a path leads to."""
        if namespaces is None and _is_tag(path):
            return next((child for child in self._children if child.tag == path), None)
        return ElementPath.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """The text of the first element that a path leads to."""
        found = self.find(path, namespaces)
        if found is None:
            return default
        return "" if found.text is None else found.text

    def findall(self, path, namespaces=None):
        """All elements that a path leads to."""
        if namespaces is None and _is_tag(path):
            return [child for child in self._children if child.tag == path]
        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        """All elements that a path leads to, one after another."""
        return ElementPath.iterfind(self, path, namespaces)

    def clear(self):
        """Takes away all but the tag."""
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        """An attribute."""
        return self.attrib.get(key, default)

    def set(self, key, value):
        """Sets an attribute."""
        self.attrib[key] = value

    def keys(self):
        """The names of the attributes."""
        return list(self.attrib)

    def items(self):
        """The attributes as pairs."""
        return list(self.attrib.items())

    def iter(self, tag=None):
        """This element and all that are in it, in the order of the document; those of a tag only, if one is given."""
        tag = None if tag == "*" else tag
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if tag is None or element.tag == tag:
                yield element
            waiting.extend(reversed(element._children))

    def itertext(self):
        """All texts in this element, in the order of the document."""
        if not isinstance(self.tag, str) and self.tag is not None:
            return
        if self.text:
            yield self.text
        # Texts wait beside elements: a child's tail comes after all that is in the child.
        waiting = list(reversed(self._children))
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                yield one
                continue
            if one.tail:
                waiting.append(one.tail)
            if isinstance(one.tag, str) or one.tag is None:
                waiting.extend(reversed(one._children))
                if one.text:
                    yield one.text


def SubElement(parent, tag, attrib={}, **extra):
    """A new child."""
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    """A comment, as an element."""
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    """An instruction, as an element."""
    element = Element(ProcessingInstruction)
    element.text = f"{target} {text}" if text else target
    return element


PI = ProcessingInstruction


class QName:
    """A name in a namespace."""

    def __init__(self, text_or_uri, tag=None):
        self.text = f"{{{text_or_uri}}}{tag}" if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.text!r}>"

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, QName) else other)

    def __lt__(self, other):
        return self.text < (other.text if isinstance(other, QName) else other)

    def __le__(self, other):
        return self.text <= (other.text if isinstance(other, QName) else other)

    def __gt__(self, other):
        return self.text > (other.text if isinstance(other, QName) else other)

    def __ge__(self, other):
        return self.text >= (other.text if isinstance(other, QName) else other)
