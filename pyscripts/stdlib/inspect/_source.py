"""The source of objects: their files, modules, lines."""

import linecache
import os
import re
import sys
import tokenize
from inspect._kinds import *
from inspect._members import cleandoc, unwrap

__all__ = [
    "getfile", "getsourcefile", "getmodule", "getmodulename", "getabsfile", "findsource", "getsource",
    "getsourcelines", "getblock", "getcomments", "ClassFoundException", "EndOfBlock", "BlockFinder",
]


class ClassFoundException(Exception):
    pass


class EndOfBlock(Exception):
    pass


def getfile(object):
    """The file in which something was defined."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    code = _code_of(object)
    if code is None:
        raise TypeError(
            "module, class, method, function, traceback, frame, or code object was expected, got "
            f"{type(object).__name__}"
        )
    return code.co_filename


def _code_of(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        return object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        return object.f_code
    return object if iscode(object) else None


def getmodulename(path):
    """The name of the module that a file would be."""
    name, dot, ending = os.path.basename(path).rpartition(".")
    return name if dot and ending in ("py", "pyc") else None


def getsourcefile(object):
    """The file with the source of something, or None."""
    filename = getfile(object)
    if os.path.exists(filename) or linecache.getlines(filename, _globals_of(object)):
        return filename
    return None


def _globals_of(object):
    module = getmodule(object)
    return module.__dict__ if module is not None else None


def getabsfile(object, _filename=None):
    """The absolute path of the file."""
    return os.path.normcase(os.path.abspath(_filename or getsourcefile(object) or getfile(object)))


def getmodule(object, _filename=None):
    """The module in which something was defined, or None."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        filename = _filename or getfile(object)
    except (TypeError, OSError):
        return None
    for module in list(sys.modules.values()):
        if ismodule(module) and getattr(module, "__file__", None) == filename:
            return module
    return None


def findsource(object):
    """All lines of the file, and the place of the object's first."""
    filename = getfile(object)
    lines = linecache.getlines(filename, _globals_of(object))
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _first_line_of_class(object, lines)
    code = _code_of(object)
    if code is None:
        raise OSError("could not find code object")
    place = code.co_firstlineno - 1
    if place >= len(lines):
        raise OSError("lineno is out of bounds")
    return lines, place


def _first_line_of_class(object, lines):
    if "__firstlineno__" in object.__dict__:
        place = object.__dict__["__firstlineno__"] - 1
        if place >= len(lines):
            raise OSError("lineno is out of bounds")
        return place
    header = re.compile(rf"^\s*class\s+{re.escape(object.__name__)}\b")
    for place, line in enumerate(lines):
        if header.match(line):
            while place > 0 and lines[place - 1].lstrip().startswith("@"):
                place -= 1
            return place
    raise OSError("source code not available")


def getsourcelines(object):
    """The lines of an object's source, and the number of the first."""
    object = unwrap(object)
    lines, place = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[place:]), place + 1


def getsource(object):
    """The source of an object."""
    lines, _ = getsourcelines(object)
    return "".join(lines)


def getcomments(object):
    """The comment lines right above an object, or at the top of a module."""
    try:
        lines, place = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0].startswith("#!") else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        end = start
        while end < len(lines) and lines[end].startswith("#"):
            end += 1
        return "".join(line.expandtabs() for line in lines[start:end]) or None
    indent = len(lines[place]) - len(lines[place].lstrip())
    found = []
    while place > 0:
        place -= 1
        line = lines[place].expandtabs()
        if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) != indent:
            break
        found.insert(0, line.lstrip())
    return "".join(found) or None


_STRING = re.compile(r"""(?i:\b[rbuft]{1,2})?('''|\"""|'|\")""")


class _Lines:
    """Goes through lines and knows where statements begin: not within brackets, strings or continued lines."""

    def __init__(self):
        self.depth = 0
        self.quote = None
        self.continued = False

    def begins_statement(self):
        return self.depth == 0 and self.quote is None and not self.continued

    def take(self, line):
        at = 0
        self.continued = False
        while at < len(line):
            sign = line[at]
            if self.quote is not None:
                if sign == "\\":
                    at += 2
                elif line.startswith(self.quote, at):
                    at += len(self.quote)
                    self.quote = None
                else:
                    at += 1
                continue
            if sign == "#":
                return
            if sign in "'\"":
                self.quote = sign * 3 if line.startswith(sign * 3, at) else sign
                at += len(self.quote)
                continue
            if sign in "([{":
                self.depth += 1
            elif sign in ")]}":
                self.depth -= 1
            elif sign == "\\" and line[at + 1:].strip() == "":
                self.continued = True
            at += 1
        if self.quote is not None and len(self.quote) == 1 and not line.rstrip("\n").endswith("\\"):
            self.quote = None  # a string that nobody closed ends with its line


def getblock(lines):
    """The lines of the definition with which a list of lines begins."""
    scan = _Lines()
    indent = None  # of the header
    body = None  # of the first line in the block
    has_header = False
    last = 0
    for number, line in enumerate(lines):
        text = line.strip()
        if scan.begins_statement() and text:
            column = len(line) - len(line.lstrip())
            if text.startswith("#"):
                if has_header and body is not None and column >= body:
                    last = number + 1
                continue
            if has_header:
                if column <= indent:
                    break
                body = column if body is None else body
            elif indent is None:
                indent = column
            if not has_header and not text.startswith("@"):
                has_header = True
                if not re.match(r"(async\s+def|def|class)\b", text):
                    indent = sys.maxsize  # a lambda: its statement is all
        scan.take(line)
        if text or not scan.begins_statement():
            last = number + 1
    return lines[:last]


class BlockFinder:
    """Eats the tokens of a definition and what follows, one by one, and raises EndOfBlock once `last`, the number of
    the definition's last line, is known. `started` may be set when the tokens begin amid a block."""

    def __init__(self):
        self.started = False
        self.last = 1
        self.indent = 0
        self._decorates = False
        self._is_lambda = False
        self._in_line = False  # a logical line whose tokens tell nothing new
        self._body = None  # the column of the first line in the block

    def tokeneater(self, type, token, srowcol, erowcol, line):
        if not self.started and not self._decorates:
            self._look_for_header(token)
        elif type == tokenize.NEWLINE:
            self._end_line(srowcol[0])
        elif self._in_line:
            return
        elif type == tokenize.INDENT:
            if self._body is None and self.started:
                self._body = erowcol[1]
            self.indent += 1
            self._in_line = True
        elif type == tokenize.DEDENT:
            self.indent -= 1
            if self.indent <= 0:
                raise EndOfBlock
        elif type == tokenize.COMMENT:
            if self._body is not None and srowcol[1] >= self._body:
                self.last = srowcol[0]
        elif self._decorates:
            # The decorator's arguments, or the definition after its line.
            self._look_for_header(token)
        elif self.indent == 0 and type != tokenize.NL:
            raise EndOfBlock

    def _look_for_header(self, token):
        if token == "@":
            self._decorates = True
        elif token in ("def", "class", "lambda"):
            self._decorates = False
            self._is_lambda = token == "lambda"
            self.started = True
        self._in_line = self.started or self._decorates

    def _end_line(self, row):
        self._in_line = False
        self.last = row
        if self._is_lambda:
            raise EndOfBlock
