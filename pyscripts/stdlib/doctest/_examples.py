"""Finding examples: in texts, and the texts in modules."""

import inspect
import re
import sys
import types

from ._checking import OPTIONFLAGS_BY_NAME


class Example:
    """A statement and what it should print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want + "\n" if want and not want.endswith("\n") else want
        self.exc_msg = exc_msg + "\n" if exc_msg is not None and not exc_msg.endswith("\n") else exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return vars(self) == vars(other)

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), "DocTest no longer accepts str; use DocTestParser instead"
        self.examples = examples
        self.docstring = docstring
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno

    def __repr__(self):
        count = len(self.examples)
        shown = {0: "no examples", 1: "1 example"}.get(count, "%d examples" % count)
        return "<%s %s from %s:%s (%s)>" % (self.__class__.__name__, self.name, self.filename, self.lineno, shown)

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return self._key() < other._key()

    def _key(self):
        return self.name, self.filename or "", -1 if self.lineno is None else self.lineno, id(self)


_EXAMPLE = re.compile(r"""
    (?P<source>
        (?:^(?P<indent>[ ]*) >>>    .*)
        (?:\n           [ ]*  \.\.\. .*)*)
    \n?
    (?P<want> (?:(?![ ]*$)
                 (?![ ]*>>>)
                 .+$\n?
              )*)
    """, re.MULTILINE | re.VERBOSE)
_EXCEPTION = re.compile(r"""
    ^(?P<hdr> Traceback\ \( (?: most\ recent\ call\ last | innermost\ last) \) : )
    \s* $
    (?P<stack> .*?)
    ^(?P<msg> \w+ .*)
    """, re.VERBOSE | re.MULTILINE | re.DOTALL)
_OPTIONS = re.compile(r"#\s*doctest:\s*([^\n\'\"]*)$", re.MULTILINE)
_COMMENT_ONLY = re.compile(r"^[ ]*(#.*)?$")


class DocTestParser:
    """Takes examples out of texts."""

    def parse(self, string, name="<string>"):
        """The examples, and the texts between them."""
        string = string.expandtabs()
        margin = min((len(line) - len(line.lstrip(" ")) for line in string.split("\n") if line.strip()), default=0)
        if margin:
            string = "\n".join(line[margin:] for line in string.split("\n"))
        found = []
        at, line = 0, 0
        for match in _EXAMPLE.finditer(string):
            found.append(string[at:match.start()])
            line += string.count("\n", at, match.start())
            source, options, want, message = self._example(match, name, line)
            if not _COMMENT_ONLY.match(source):
                found.append(Example(source, want, message, line, margin + len(match["indent"]), options))
            line += string.count("\n", match.start(), match.end())
            at = match.end()
        found.append(string[at:])
        return found

    def get_examples(self, string, name="<string>"):
        """The examples."""
        return [one for one in self.parse(string, name) if isinstance(one, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        """The examples as a test."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def _example(self, match, name, lineno):
        indent = len(match["indent"])
        lines = match["source"].split("\n")
        for i, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != " ":
                raise ValueError("line %r of the docstring for %s lacks blank after %s: %r" % (
                    lineno + i + 1, name, line[indent:indent + 3], line))
        self._check_prefix(lines[1:], " " * indent + ".", name, lineno)
        source = "\n".join(line[indent + 4:] for line in lines)
        want_lines = match["want"].split("\n")
        if len(want_lines) > 1 and re.match(r" *$", want_lines[-1]):
            del want_lines[-1]
        self._check_prefix(want_lines, " " * indent, name, lineno + len(lines))
        want = "\n".join(line[indent:] for line in want_lines)
        exception = _EXCEPTION.match(want)
        return source, self._options(source, name, lineno), want, exception and exception["msg"]

    def _check_prefix(self, lines, prefix, name, lineno):
        for i, line in enumerate(lines):
            if line and not line.startswith(prefix):
                raise ValueError("line %r of the docstring for %s has inconsistent leading whitespace: %r" % (
                    lineno + i + 1, name, line))

    def _options(self, source, name, lineno):
        options = {}
        for match in _OPTIONS.finditer(source):
            for option in match[1].replace(",", " ").split():
                if option[0] not in "+-" or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError("line %r of the doctest for %s has an invalid option: %r" % (
                        lineno + 1, name, option))
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"
        if options and _COMMENT_ONLY.match(source):
            raise ValueError("line %r of the doctest for %s has an option directive on a line with no example: %r" % (
                lineno, name, source))
        return options


class DocTestFinder:
    """Finds the docstrings of an object, and of what is in it."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._verbose = verbose
        self._parser = parser
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The tests, sorted by name."""
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: %r" % (
                    type(obj),))
        if module is None:
            module = inspect.getmodule(obj)
        if globs is None:
            globs = {} if not module else module.__dict__.copy()
        else:
            globs = globs.copy()
        globs.update(extraglobs or {})
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module or None, globs, set())
        return sorted(tests)

    def _from_module(self, module, obj):
        if module is None:
            return True
        if inspect.isfunction(obj):
            return module.__dict__ is obj.__globals__
        if isinstance(obj, type) or hasattr(obj, "__module__"):
            return module.__name__ == obj.__module__
        return isinstance(obj, property)

    def _is_routine(self, obj):
        try:
            obj = inspect.unwrap(obj)
        except ValueError:
            pass
        return inspect.isroutine(obj)

    def _find(self, tests, obj, name, module, globs, seen):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._get_test(obj, name, module, globs)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for inner_name, value in obj.__dict__.items():
                if (self._is_routine(value) or isinstance(value, type)) and self._from_module(module, value):
                    self._find(tests, value, "%s.%s" % (name, inner_name), module, globs, seen)
            for inner_name, value in getattr(obj, "__test__", {}).items():
                self._find(tests, value, "%s.__test__.%s" % (name, inner_name), module, globs, seen)
        elif isinstance(obj, type):
            for inner_name, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (inspect.isroutine(value) or isinstance(value, (type, property))) and \
                        self._from_module(module, value):
                    self._find(tests, value, "%s.%s" % (name, inner_name), module, globs, seen)

    def _get_test(self, obj, name, module, globs):
        text = obj if isinstance(obj, str) else getattr(obj, "__doc__", None)
        if text is None:
            text = ""
        elif not isinstance(text, str):
            text = str(text)
        if self._exclude_empty and not text:
            return None
        filename = getattr(module, "__file__", None) or getattr(module, "__name__", None)
        test = self._parser.get_doctest(text, globs, name, filename, self._line(obj))
        return test if test.examples or not self._exclude_empty else None

    def _line(self, obj):
        """The line on which the docstring begins, from 0, or None."""
        if inspect.ismodule(obj):
            return 0
        if isinstance(obj, property):
            obj = obj.fget
        if inspect.isroutine(obj) and getattr(obj, "__doc__", None):
            obj = inspect.unwrap(obj)
        if isinstance(obj, types.MethodType):
            obj = obj.__func__
        try:
            lines, start = inspect.getsourcelines(obj)
        except (OSError, TypeError):
            return None
        text = getattr(obj, "__doc__", None) or ""
        quote = re.compile(r"(^|.*:)\s*\w*(\"|')")
        for i, line in enumerate(lines):
            if text and quote.match(line):
                return start - 1 + i
        return None


def find_module(module):
    """A module itself, or the one of that name, or the main program."""
    if module is None:
        module = sys.modules.get("__main__")
    if not inspect.ismodule(module):
        raise TypeError("testmod: module required; %r" % (module,))
    return module
