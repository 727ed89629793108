import io
import sys
import xml.sax
from xml.sax import handler, saxutils, xmlreader

TEXT = """<?xml version="1.0"?>
<?style sheet="x"?>
<list kind="a&amp;b" empty="">
  <item id="1">one &lt; two</item>
  <!-- remark -->
  <item id="2"><![CDATA[raw <x>]]></item>
  <empty/>
</list>
"""


class Shown(handler.ContentHandler):
    def startDocument(self):
        print("start of document")

    def endDocument(self):
        print("end of document")

    def startElement(self, name, attrs):
        print("start", name, attrs.items(), self._locator.getLineNumber(), self._locator.getColumnNumber())

    def endElement(self, name):
        print("end", name)

    def startElementNS(self, name, qname, attrs):
        print("start", name, qname, attrs.items(), attrs.getQNames())

    def endElementNS(self, name, qname):
        print("end", name, qname)

    def startPrefixMapping(self, prefix, uri):
        print("prefix", prefix, uri)

    def endPrefixMapping(self, prefix):
        print("prefix over", prefix)

    def characters(self, content):
        print("text", repr(content))

    def processingInstruction(self, target, data):
        print("instruction", target, data)


xml.sax.parseString(TEXT, Shown())
xml.sax.parseString(b"<?xml version='1.0' encoding='latin-1'?><a>\xe9</a>", Shown())
xml.sax.parse(io.StringIO("<r/>"), Shown())
with open("doc.xml", "w") as file:
    file.write("<r><s/></r>")
xml.sax.parse("doc.xml", Shown())

print("namespaces")
parser = xml.sax.make_parser()
parser.setFeature(handler.feature_namespaces, True)
parser.setContentHandler(Shown())
parser.parse(io.StringIO('<a xmlns="urn:d" xmlns:p="urn:p" p:k="1" k="2"><p:b/><c xmlns=""/></a>'))
print("lexical")


class Lexical(handler.LexicalHandler):
    def comment(self, content):
        print("comment", repr(content))

    def startDTD(self, name, public_id, system_id):
        print("type", name, public_id, system_id)

    def endDTD(self):
        print("type over")

    def startCDATA(self):
        print("section")

    def endCDATA(self):
        print("section over")


parser = xml.sax.make_parser()
parser.setProperty(handler.property_lexical_handler, Lexical())
parser.parse(io.StringIO('<!DOCTYPE a SYSTEM "a.dtd"><a><!--c--><![CDATA[x]]></a>'))

print("errors")
for text in ("<a><b></a>", "", "<a", "<a>&nothing;</a>", "<a b='1' b='2'/>", "text", "<a/>\n<b/>"):
    try:
        xml.sax.parseString(text, handler.ContentHandler())
    except xml.sax.SAXParseException as error:
        print(error, "|", error.getMessage(), error.getLineNumber(), error.getColumnNumber(), error.getSystemId(),
              type(error.getException()).__name__)


class Lenient(handler.ErrorHandler):
    def fatalError(self, exception):
        raise ValueError(f"fatal: {exception}")


try:
    xml.sax.parseString("<a><b></a>", handler.ContentHandler(), Lenient())
except Exception as error:
    print(type(error).__name__, error)
for action in (
    lambda: parser.getFeature("odd"), lambda: parser.setFeature("odd", 1), lambda: parser.getProperty("odd"),
    lambda: parser.setFeature(handler.feature_validation, 1), lambda: parser.setLocale("x"),
    lambda: xmlreader.XMLReader().parse(""), lambda: parser.setProperty("odd", 1),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error)[:40])
print(parser.getFeature(handler.feature_namespaces), parser.getFeature(handler.feature_external_ges))

print("writing")
out = io.StringIO()
xml.sax.parseString(TEXT, saxutils.XMLGenerator(out, "utf-8"))
print(out.getvalue())
out = io.BytesIO()
xml.sax.parseString(TEXT, saxutils.XMLGenerator(out, short_empty_elements=True))
print(out.getvalue())
generator = saxutils.XMLGenerator(sys.stdout, "us-ascii")
generator.startDocument()
generator.startPrefixMapping("x", "urn:x")
generator.startElementNS(("urn:x", "doc"), "x:doc", xmlreader.AttributesNSImpl({(None, "k"): "v\"'\n"}, {(None, "k"): "k"}))
generator.characters("é<&>")
generator.ignorableWhitespace(" ")
generator.processingInstruction("do", "it")
generator.endElementNS(("urn:x", "doc"), "x:doc")
generator.endPrefixMapping("x")
generator.endDocument()
print()
out = io.BytesIO()
generator = saxutils.XMLGenerator(out, "ascii")
generator.startElement("é", {"a": "ü"})
generator.characters("ß")
generator.endElement("é")
print(out.getvalue())


class Loud(saxutils.XMLFilterBase):
    def startElement(self, name, attrs):
        super().startElement(name.upper(), attrs)

    def endElement(self, name):
        super().endElement(name.upper())


reader = Loud(xml.sax.make_parser())
reader.setContentHandler(saxutils.XMLGenerator(sys.stdout))
reader.parse(io.StringIO("<a><b c='d'>text</b></a>"))
print()
attributes = xmlreader.AttributesImpl({"a": "1", "b": "2"})
print(len(attributes), attributes["a"], attributes.get("z", 0), "b" in attributes, attributes.keys(), attributes.getType("a"),
      attributes.getNames(), attributes.getValueByQName("a"), attributes.getLength(), attributes.copy().values())
attributes = xmlreader.AttributesNSImpl({("u", "a"): "1"}, {("u", "a"): "p:a"})
print(attributes.getNameByQName("p:a"), attributes.getQNameByName(("u", "a")), attributes.getValueByQName("p:a"))
source = xmlreader.InputSource("name")
source.setEncoding("utf-8")
print(source.getSystemId(), source.getEncoding(), source.getByteStream(), xmlreader.Locator().getLineNumber())
parser = xml.sax.make_parser()
parser.setContentHandler(Shown())
parser._cont_handler.setDocumentLocator(parser)
for piece in ("<a>", "</a>"):
    parser.feed(piece)
parser.close()
print(handler.all_features[0], handler.property_lexical_handler, xml.sax.default_parser_list)
print(issubclass(xml.sax.SAXParseException, xml.sax.SAXException), xml.sax.SAXException("m", ValueError("v")).getException())
