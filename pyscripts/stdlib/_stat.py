"""The part of stat that is built in elsewhere."""

from stat import *
