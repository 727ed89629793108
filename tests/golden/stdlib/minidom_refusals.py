# What nodes refuse, and documents that are not well-formed.
import xml.dom
from xml.dom import minidom

document = minidom.Document()
root = document.appendChild(document.createElement("root"))
text = root.appendChild(document.createTextNode("x"))
for attempt in [lambda: minidom.parseString("<a>"), lambda: minidom.parseString("<a></b>"),
    lambda: minidom.parseString("<p:a/>"),
                lambda: root.removeChild(document.createElement("y")),
                lambda: document.appendChild(document.createElement("x")),
                lambda: text.appendChild(root), lambda: root.removeAttribute("zz"), lambda: minidom.parseString(""),
                lambda: document.createTextNode(1), lambda: document.createComment("a--b").toxml(),
                lambda: xml.dom.DOMException()]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "code", None))
