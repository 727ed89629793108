# The handlers of Expat are told what is in a document, in order.
from xml.parsers import expat

SOURCE = """<?xml version="1.0"?><!DOCTYPE r SYSTEM "x">
<r xmlns="urn:a" b="1" a="2">text<!-- c --><?pi d?><y>one
two</y></r>"""


def telling(name):
    return lambda *arguments: print(name, arguments)


parser = expat.ParserCreate()
for name in ("StartElementHandler", "EndElementHandler", "CharacterDataHandler", "CommentHandler", "XmlDeclHandler",
             "ProcessingInstructionHandler", "StartDoctypeDeclHandler", "EndDoctypeDeclHandler"):
    setattr(parser, name, telling(name))
print(parser.Parse(SOURCE, True))
parser = expat.ParserCreate(namespace_separator=" ")
parser.buffer_text = parser.ordered_attributes = True
parser.StartElementHandler, parser.CharacterDataHandler = telling("start"), telling("text")
parser.StartNamespaceDeclHandler = telling("namespace")
parser.Parse(SOURCE, True)
try:
    expat.ParserCreate().Parse("<a><b></a>", True)
except expat.ExpatError as error:
    print(error, error.code, error.lineno, error.offset, expat.ErrorString(error.code))
