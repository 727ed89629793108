"""Expat, under the name of its extension."""

from xml.parsers.expat import *
from xml.parsers.expat import features
