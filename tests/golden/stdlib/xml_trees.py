# xml.etree.ElementTree and xml.sax.saxutils: reading, finding, changing, writing; what is not well-formed.
import copy
import io
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape, quoteattr, unescape

text = """<?xml version="1.0"?>
<!DOCTYPE data [<!ENTITY own "my &amp; text"><!ELEMENT data ANY>]>
<!-- before -->
<data xmlns:x="http://x.org/ns" version='1 &lt; 2'>
  <country name="A"><rank updated="yes">2</rank><year>2008</year><neighbor name="B" direction="E"/></country>
  <country name="C"><rank>5</rank><year>2011</year><x:extra x:key="v">&own;</x:extra>tail &#233;&#x41;</country>
  <![CDATA[<raw> & ]]><?pi some data?><!-- in -->
  <empty/>
</data>
"""
root = ET.fromstring(text)
print(root.tag, root.attrib, len(root), [child.tag for child in root], root[0][1].text, root[-2:][0].get("name"))
for path in (
    "country", "country/rank", ".//rank", "country[@name]", "country[@name='C']/year", "country[2]", "country[last()]",
    "country[last()-1]", "country[year='2008']", ".//rank[@updated!='no']", "*/neighbor/..", ".//{http://x.org/ns}extra",
    ".//x:extra", "country[rank]", ".//*[.='5']", "country/*", ".", "{*}country", ".//{http://x.org/ns}*", "nope",
    "country/rank[.!='2']",
):
    print(path, [found.tag for found in root.findall(path, {"x": "http://x.org/ns"})])
print(root.find("country").find("rank").text, root.findtext("country/year"), root.findtext("nope", "default"), root.find("nope"))
print(repr("".join(root.itertext())), [element.tag for element in root.iter("rank")])
for path in "/absolute", "country[0]", "y:z", "a//", "country[last()+1]":
    try:
        print(root.findall(path))
    except SyntaxError as error:
        print(path, error)
print(ET.tostring(root).decode())
print(ET.tostring(root, encoding="unicode", short_empty_elements=False))
for encoding in "utf-8", "iso-8859-1", "us-ascii":
    print(ET.tostring(root.find("country[2]"), encoding=encoding))
print(ET.tostring(root[0], xml_declaration=True, encoding="utf-8"), ET.tostring(root[0], "unicode", "text"))

made = ET.Element("html", {"lang": "en"})
body = ET.SubElement(made, "body", id="b")
ET.SubElement(body, "br").tail = "after & more"
ET.SubElement(body, "script").text = "a < b"
body.append(ET.Comment("note"))
body.insert(0, ET.ProcessingInstruction("target", "text"))
body.set("quoted", 'a"b\n<>')
print(ET.tostring(made, "unicode"), ET.tostring(made, "unicode", "html"))
ET.indent(made)
ET.dump(made)
body.remove(body[1])
body[0:1] = []
print([child.tag for child in body if isinstance(child.tag, str)], body.items(), list(body.keys()))
copied = copy.deepcopy(made)
copied.clear()
print(len(copied), len(made), made.attrib)
for wrong in (lambda: body.append("text"), lambda: body.remove(made), lambda: ET.Element("a", 5), lambda: body[9]):
    try:
        wrong()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
for element in ET.Element("a", b=5), ET.Element(5):
    try:
        ET.tostring(element)
    except TypeError as error:
        print(error)

ET.register_namespace("own", "http://own.org")
spaced = ET.Element(ET.QName("http://own.org", "tag"), {"{http://other.org}key": "v"})
spaced.set("kind", ET.QName("http://own.org", "value"))
print(ET.tostring(spaced, "unicode"), ET.QName("a", "b"), repr(ET.QName("c")))
plain = ET.fromstring('<a xmlns="u"><b/></a>')
print(ET.tostring(plain, "unicode", default_namespace="u"))

events = ET.iterparse(io.BytesIO(b'<a xmlns:p="u"><b>t</b><p:c/></a>'), ["start", "end", "start-ns", "end-ns"])
print([(event, getattr(found, "tag", found)) for event, found in events], events.root.tag)
parser = ET.XMLParser(target=ET.TreeBuilder(insert_comments=True, insert_pis=True))
for piece in "<a><!--c--", "><?p d?>x</", "a>":
    parser.feed(piece)
print(ET.tostring(parser.close()))
tree = ET.ElementTree(root)
tree.write("out.xml", encoding="utf-8", xml_declaration=True)
again = ET.parse("out.xml")
print(again.getroot().attrib == root.attrib, again.findtext("country/rank"), [e.tag for e in again.iter()][:3])
print(ET.fromstring("<a>é</a>".encode("utf-16")).text, ET.fromstring(b'<?xml version="1.0" encoding="latin-1"?><a>\xe9</a>').text)
print(ET.XMLID('<a id="1"><b id="2"/></a>')[1].keys(), ET.iselement(root), ET.fromstringlist(["<a>", "</a>"]).tag)

for wrong in (
    "", "   ", "text", "<a>", "<a></b>", "<a", "<a><b></a>", "<a/><b/>", "<a/>text", "<a b=c/>", "<a b='1' b='2'/>", "<a>&nope;</a>",
    "<a>&#0;</a>", "<a>&</a>", "<a><!-- -- --></a>", "<a x:y='1'/>", "<x:a/>", "<a>]]></a>", "<a><![CDATA[x</a>", "<1/>",
    "<a b='<'/>", "\n<?xml version='1.0'?><a/>", "<a b='1'c='2'/>", "<a>\x01</a>", "<a\n  b='1'\n  />\n<c", "<a></a ><",
    "<a b/>", "<!DOCTYPE a><a>&nope;</a>",
):
    try:
        print(ET.fromstring(wrong))
    except (ET.ParseError, LookupError, ValueError) as error:
        print(repr(wrong), type(error).__name__, error, getattr(error, "code", None), getattr(error, "position", None))

deep = ET.fromstring("<a>" * 5000 + "</a>" * 5000)
print(sum(1 for _ in deep.iter()))
print(escape("a < b & c > d", {"a": "&a;"}), unescape("&lt;&amp;lt;&gt;"), quoteattr('a"b'), quoteattr("a'b\"c\n"), quoteattr("x"))
