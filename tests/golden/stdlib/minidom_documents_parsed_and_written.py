# A document parsed into nodes and written again, as it was and with indents.
from xml.dom import minidom

document = minidom.parseString("""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE r SYSTEM "x.dtd">
<r xmlns="urn:a" xmlns:p="urn:b" a="1&amp;2"><!-- c --><p:x p:q="v">a &lt; \u00e9</p:x><?pi data?><y><![CDATA[raw]]></y>
  <z/></r>""")
print(document.toxml())
print(document.toprettyxml(indent="  "))
print(document.toxml("ascii"))
root = document.documentElement
print(root.tagName, root.namespaceURI, document.doctype.systemId, [node.nodeName for node in root.childNodes])
element = document.getElementsByTagName("p:x")[0]
print(element.localName, element.prefix, element.getAttribute("p:q"), element.getAttributeNS("urn:b", "q"))
print(element.firstChild, element.attributes.items(), len(document.getElementsByTagNameNS("urn:a", "*")))
