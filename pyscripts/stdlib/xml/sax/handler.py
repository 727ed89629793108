"""The objects that a reader of documents tells its events, and the names of its features and properties."""

version = "2.0beta"


class ErrorHandler:
    """Hears of errors; this one raises them and prints warnings."""

    def error(self, exception):
        raise exception

    def fatalError(self, exception):
        raise exception

    def warning(self, exception):
        print(exception)


class ContentHandler:
    """Hears what is in a document; this one does nothing with it."""

    def __init__(self):
        self._locator = None

    def setDocumentLocator(self, locator):
        self._locator = locator

    def startDocument(self):
        """Called once, before anything else."""

    def endDocument(self):
        """Called once, after all else."""

    def startPrefixMapping(self, prefix, uri):
        """A prefix stands for a namespace from the element on that comes next."""

    def endPrefixMapping(self, prefix):
        """The element is over for which the prefix stood for a namespace."""

    def startElement(self, name, attrs):
        """An element begins, of a reader that does not care for namespaces."""

    def endElement(self, name):
        """The element ends."""

    def startElementNS(self, name, qname, attrs):
        """An element begins; its name is a pair of namespace and local name."""

    def endElementNS(self, name, qname):
        """The element ends."""

    def characters(self, content):
        """Text, maybe in several pieces."""

    def ignorableWhitespace(self, whitespace):
        """White space where a document's type lets no text be."""

    def processingInstruction(self, target, data):
        """An instruction for some program."""

    def skippedEntity(self, name):
        """An entity whose text the reader does not have."""


class DTDHandler:
    """Hears of notations and unparsed entities."""

    def notationDecl(self, name, publicId, systemId):
        """A notation is declared."""

    def unparsedEntityDecl(self, name, publicId, systemId, ndata):
        """An entity is declared that is no XML."""


class EntityResolver:
    """Says where external entities are."""

    def resolveEntity(self, publicId, systemId):
        return systemId


class LexicalHandler:
    """Hears of comments, of sections and of the document's type."""

    def comment(self, content):
        """A comment, anywhere in the document."""

    def startDTD(self, name, public_id, system_id):
        """The declaration of the document's type begins."""

    def endDTD(self):
        """The declaration ends."""

    def startCDATA(self):
        """A CDATA section begins; its text comes by `characters`."""

    def endCDATA(self):
        """The section ends."""


_FEATURES = "http://xml.org/sax/features/"
_PROPERTIES = "http://xml.org/sax/properties/"
feature_namespaces = _FEATURES + "namespaces"
feature_namespace_prefixes = _FEATURES + "namespace-prefixes"
feature_string_interning = _FEATURES + "string-interning"
feature_validation = _FEATURES + "validation"
feature_external_ges = _FEATURES + "external-general-entities"
feature_external_pes = _FEATURES + "external-parameter-entities"
all_features = [feature_namespaces, feature_namespace_prefixes, feature_string_interning, feature_validation,
                feature_external_ges, feature_external_pes]
property_lexical_handler = _PROPERTIES + "lexical-handler"
property_declaration_handler = _PROPERTIES + "declaration-handler"
property_dom_node = _PROPERTIES + "dom-node"
property_xml_string = _PROPERTIES + "xml-string"
property_encoding = "http://www.python.org/sax/properties/encoding"
property_interning_dict = "http://www.python.org/sax/properties/interning-dict"
all_properties = [property_lexical_handler, property_dom_node, property_declaration_handler, property_xml_string,
                  property_encoding, property_interning_dict]
