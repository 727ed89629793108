"""Documents read event by event, with trees of the parts that matter."""

import io
from xml.dom import pulldom

TEXT = """<?xml version="1.0"?>
<?style sheet?>
<shop xmlns="http://shop" xmlns:p="http://price">
  <item p:value="3" kind="a">pen &amp; <b>ink</b></item>
  <item p:value="5"/><?inside it?>
  <p:item>paper</p:item>
</shop>
"""
for event, node in pulldom.parseString(TEXT):
    attributes = sorted(node.attributes.items()) if event == "START_ELEMENT" else ""
    print(event, node.nodeName, repr(node.nodeValue), attributes)

stream = pulldom.parse(io.BytesIO(TEXT.encode()), bufsize=16)
for event, node in stream:
    if event == pulldom.START_ELEMENT and node.tagName == "item":
        stream.expandNode(node)
        print(node.toxml(), node.getAttributeNS("http://price", "value"), node.namespaceURI)
print(next(iter(pulldom.parseString("<a/>")))[0], [event for event, _ in pulldom.parseString("<a>x</a>")])
try:
    list(pulldom.parseString("<a><b></a>"))
except Exception as error:
    print(type(error).__name__)

import xml.sax
handler = pulldom.SAX2DOM()
parser = xml.sax.make_parser()
parser.setContentHandler(handler)
parser.parse(io.StringIO("<a><b x='1'>text</b><!--gone--><?do it?></a>"))
print(handler.document.toxml())
