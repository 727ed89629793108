"""Documents as trees of nodes, as the W3C's Document Object Model has them: the constants and errors."""

from xml.dom.domreg import getDOMImplementation, registerDOMImplementation

EMPTY_NAMESPACE = EMPTY_PREFIX = None
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/"
XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"


class Node:
    """The kinds of nodes."""

    ELEMENT_NODE, ATTRIBUTE_NODE, TEXT_NODE, CDATA_SECTION_NODE, ENTITY_REFERENCE_NODE, ENTITY_NODE = 1, 2, 3, 4, 5, 6
    PROCESSING_INSTRUCTION_NODE, COMMENT_NODE, DOCUMENT_NODE, DOCUMENT_TYPE_NODE = 7, 8, 9, 10
    DOCUMENT_FRAGMENT_NODE, NOTATION_NODE = 11, 12

    __slots__ = ()


class DOMException(Exception):
    """The base of what is refused; its kinds have numbers."""

    def __init__(self, *args, **kw):
        if self.__class__ is DOMException:
            raise RuntimeError("DOMException should not be instantiated directly")
        Exception.__init__(self, *args, **kw)

    def _get_code(self):
        return self.code


_KINDS = """
IndexSizeErr DomstringSizeErr HierarchyRequestErr WrongDocumentErr InvalidCharacterErr NoDataAllowedErr
NoModificationAllowedErr NotFoundErr NotSupportedErr InuseAttributeErr InvalidStateErr SyntaxErr InvalidModificationErr
NamespaceErr InvalidAccessErr ValidationErr
""".split()
_CODES = """
INDEX_SIZE_ERR DOMSTRING_SIZE_ERR HIERARCHY_REQUEST_ERR WRONG_DOCUMENT_ERR INVALID_CHARACTER_ERR NO_DATA_ALLOWED_ERR
NO_MODIFICATION_ALLOWED_ERR NOT_FOUND_ERR NOT_SUPPORTED_ERR INUSE_ATTRIBUTE_ERR INVALID_STATE_ERR SYNTAX_ERR
INVALID_MODIFICATION_ERR NAMESPACE_ERR INVALID_ACCESS_ERR VALIDATION_ERR
""".split()
for _number, (_kind, _code) in enumerate(zip(_KINDS, _CODES), 1):
    globals()[_code] = _number
    globals()[_kind] = type(_kind, (DOMException,), {"code": _number, "__module__": __name__})
del _number, _kind, _code


class UserDataHandler:
    """What may happen to a node that has user data."""

    NODE_CLONED, NODE_IMPORTED, NODE_DELETED, NODE_RENAMED = 1, 2, 3, 4
