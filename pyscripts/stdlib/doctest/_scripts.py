"""Examples as scripts: their sources as they are, all else as comments."""

import importlib
import sys

from ._checking import REPORTING_FLAGS
from ._examples import DocTestFinder, DocTestParser, Example, find_module
from . import _running


def _comment(line):
    return f"# {line}" if line else "#"


def script_from_examples(s):
    """A text with examples as a script: what is no source becomes a comment."""
    lines = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            lines.append(piece.source[:-1])
            if piece.want:
                lines.append("# Expected:")
                lines += [f"## {line}" for line in piece.want.split("\n")[:-1]]
        else:
            lines += [_comment(line) for line in piece.split("\n")[:-1]]
    # A comment without words at either end is of no use.
    while lines and lines[-1] == "#":
        lines.pop()
    while lines and lines[0] == "#":
        lines.pop(0)
    return "\n".join(lines) + "\n"


def _named(module, name):
    """The examples of an object, and its module."""
    module = importlib.import_module(module) if isinstance(module, str) else find_module(module)
    found = [test for test in DocTestFinder().find(module) if test.name == name]
    if not found:
        raise ValueError(name, "not found in tests")
    return found[0], module


def testsource(module, name):
    """The examples in an object's docstring as a script; the object is named with its module."""
    return script_from_examples(_named(module, name)[0].docstring)


def debug_src(src, pm=False, globs=None):
    """Run a text's examples under the debugger."""
    _debug_script(script_from_examples(src), pm, globs)


def _debug_script(script, pm, globs):
    import pdb
    names = dict(globs or {})
    if pm:
        try:
            exec(script, names, names)
        except BaseException:
            print(sys.exc_info()[1])
            debugger = pdb.Pdb(nosigint=True)
            debugger.reset()
            debugger.interaction(None, sys.exc_info()[2])
    else:
        pdb.Pdb(nosigint=True).run(f"exec({script!r})", names, names)


def debug(module, name, pm=False):
    """Run the examples of an object under the debugger."""
    test, module = _named(module, name)
    _debug_script(script_from_examples(test.docstring), pm, module.__dict__)


def set_unittest_reportflags(flags):
    """Say how suites report, unless they have flags of their own; the flags from before."""
    if flags & REPORTING_FLAGS != flags:
        raise ValueError("Only reporting flags allowed", flags)
    before = _running.unittest_reportflags
    _running.unittest_reportflags = flags
    return before
