"""Patterns and trees of patterns compiled, for programs that do so themselves; the work is the engine's, `_re`."""

import re
from re import _parser
from re._constants import *  # noqa: F403
from re._parser import SubPattern


def isstring(obj):
    """Whether an object can be the text of a pattern."""
    return isinstance(obj, (str, bytes))


def compile(p, flags=0):
    """A pattern of a text, or of the tree that `re._parser.parse` made of one."""
    if isinstance(p, SubPattern):
        flags |= p.state.flags
        p = p.state.str
    return re.compile(p, flags)
