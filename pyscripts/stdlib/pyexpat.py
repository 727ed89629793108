"""Expat, under the name of its extension."""

from xml.parsers.expat import *
from xml.parsers.expat import features


from _natives import natives as _natives

_natives(globals(), "ErrorString", "ParserCreate")
