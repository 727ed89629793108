"""Documents that come in pieces: what is whole is told before the rest is there."""

import io
import xml.etree.ElementTree as ET
import xml.parsers.expat
import xml.sax

DOCUMENTS = [
    ["<tip><hint>text</hint></tip>"],
    ["<a>", '<b x="1"/>', "text", "</a>"],
    ["<a>te", "xt<b/>tail</a>\n"],
    ["<!-- c --><a/>", "<!-- d -->", "<?p i?>\n"],
    ['<?xml version="1.0"?>\n<a>', "</a>"],
    ["<a>", "<a>", "<a>"],
    ["<a>&am", "p;</a>"],
    ["<a>", "<![CDATA[x", "]]></a>"],
    ["<a/>", "junk"],
    ["<a>", "</b>"],
    ["<a x='1' y='>'>", "]", "]", "</a>"],
    ['<!DOCTYPE a [<!ENTITY e "x>y">', "]><a>&e;</a>"],
    ["<a>x\r", "\ny\r", "z</a>"],
    [b"<a>\xc3", b"\xa9</a>"],
    [b'<?xml version="1.0" enc', b'oding="latin-1"?><a>\xe9</a>'],
    [b"\xff\xfe<\0a\0", b"/\0>\0"],
]


def shown(value):
    return getattr(value, "tag", value) if not callable(getattr(value, "tag", None)) else "-", getattr(value, "text", None)


for pieces in DOCUMENTS:
    parser = ET.XMLPullParser(events=("start", "end", "comment", "pi", "start-ns"))
    for piece in pieces:
        try:
            parser.feed(piece)
            print(piece, [(event, *shown(value)) for event, value in parser.read_events()])
        except ET.ParseError as error:
            print(piece, error, error.position)
    try:
        parser.close()
        print("closed", [(event, *shown(value)) for event, value in parser.read_events()])
    except ET.ParseError as error:
        print("not closed:", error.code)

for is_buffered in False, True:
    for pieces in [["<a>x\ny\n", "z</a>"], ["<a>x&amp;y", "z</a>"], ["<a> ", " </a>"], ["<a>tes", "t</a>"]]:
        parser, told = xml.parsers.expat.ParserCreate(), []
        parser.buffer_text = is_buffered
        parser.StartElementHandler = lambda name, attributes: told.append(("start", name, parser.CurrentLineNumber))
        parser.EndElementHandler = lambda name: told.append(("end", name))
        parser.CharacterDataHandler = told.append
        for piece in pieces:
            parser.Parse(piece)
            print(piece, told, parser.CurrentByteIndex, parser.CurrentLineNumber, parser.CurrentColumnNumber)
            told.clear()
        print(parser.Parse("", True), told)


class Handler(xml.sax.ContentHandler):
    def startElement(self, name, attributes):
        print("<", name)

    def characters(self, content):
        print("  ", repr(content))

    def endElement(self, name):
        print(">", name)


reader = xml.sax.make_parser()
reader.setContentHandler(Handler())
for piece in "<log><entry>one</entry>", "<entry>two</ent", "ry>", "</log>":
    print("feeding", piece)
    reader.feed(piece)
reader.close()


class Counted(io.BytesIO):
    def read(self, size=-1):
        data = super().read(size)
        print("read", len(data))
        return data


entries = b"<entry>" + b"x" * 9000 + b"</entry>"
events = ET.iterparse(Counted(b"<log>" + entries * 4 + b"</log>"))
print(hasattr(events, "root"))
for event, element in events:
    print(event, element.tag, len(element.text or ""))
print(events.root.tag)
parser = ET.XMLParser()
parser.entity["mine"] = "of the program"
parser.feed('<!DOCTYPE a SYSTEM "elsewhere"><a>&mine;')
parser.feed("</a>")
print(parser.close().text)
