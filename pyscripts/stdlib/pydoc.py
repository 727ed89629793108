"""Documentation of modules, classes and functions, from their docstrings: `help()`, and `python -m pydoc NAME`.

`_pydoc_text` makes the pages. Pages of HTML and the server of them are not there.
"""

import builtins
import importlib
import inspect
import os
import pkgutil
import re
import sys
from _pydoc_names import (
    TextRepr, allmethods, classify_class_attrs, classname, cram, describe, getdoc, isdata, own_or_inherited,
    parentname, pathdirs, replace, sort_attributes, splitdoc, stripid, visiblename,
)
from _pydoc_text import Doc, PlainTextDoc, TextDoc

__all__ = ["help"]
__date__ = "26 February 2001"
__author__ = "Ka-Ping Yee <ping@lfw.org>"

text = TextDoc()
plaintext = PlainTextDoc()


class ErrorDuringImport(Exception):
    """A module is there and fails when it is imported."""

    def __init__(self, filename, exc_info):
        if not isinstance(exc_info, tuple):
            exc_info = type(exc_info), exc_info, exc_info.__traceback__
        self.filename = filename
        self.exc, self.value, self.tb = exc_info

    def __str__(self):
        return f"problem in {self.filename} - {self.exc.__name__}: {self.value}"


def ispath(x):
    """Whether a text is a path rather than a name."""
    return isinstance(x, str) and os.sep in x


def ispackage(path):
    """Whether a path is the folder of a package."""
    return os.path.isdir(path) and any(os.path.exists(os.path.join(path, "__init__" + end)) for end in (".py", ".pyc"))


def source_synopsis(file):
    """The first line of a source's docstring."""
    import ast
    try:
        doc = ast.get_docstring(ast.parse(file.read()))
    except SyntaxError:
        return None
    return doc.split("\n")[0].strip() if doc else None


def synopsis(filename, cache={}):
    """The first line of a file's docstring."""
    try:
        changed = os.stat(filename).st_mtime
    except OSError:
        return None
    if filename not in cache or cache[filename][0] < changed:
        import tokenize
        with tokenize.open(filename) as file:
            cache[filename] = changed, source_synopsis(file)
    return cache[filename][1]


def importfile(path):
    """The module in a file."""
    name = os.path.splitext(os.path.basename(path))[0]
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except BaseException as error:
        raise ErrorDuringImport(path, error)
    return module


def safeimport(path, forceload=0, cache={}):
    """A module by its name; None if there is none."""
    try:
        if forceload and path in sys.modules and path not in sys.builtin_module_names:
            for name in [name for name in sys.modules if name == path or name.startswith(path + ".")]:
                del sys.modules[name]
        return importlib.import_module(path)
    except BaseException as error:
        if path in sys.modules:
            raise ErrorDuringImport(getattr(sys.modules[path], "__file__", path), error)
        if isinstance(error, SyntaxError):
            raise ErrorDuringImport(error.filename, error)
        if isinstance(error, ImportError) and error.name and (path == error.name or path.startswith(error.name + ".")):
            return None
        raise ErrorDuringImport(path, error)


def locate(path, forceload=0):
    """The object that a dotted name means; None if there is none."""
    parts = [part for part in path.split(".") if part]
    module, count = None, 0
    while count < len(parts):
        following = safeimport(".".join(parts[:count + 1]), forceload)
        if following is None:
            break
        module, count = following, count + 1
    found = builtins if module is None else module
    for part in parts[count:]:
        try:
            found = getattr(found, part)
        except AttributeError:
            return None
    return found


def resolve(thing, forceload=0):
    """An object, or the one of that name, and its name."""
    if isinstance(thing, str):
        found = locate(thing, forceload)
        if found is None:
            raise ImportError(f"No Python documentation found for {thing!r}.\nUse help() to get the interactive help "
                              "utility.\nUse help(str) for help on the str class.")
        return found, thing
    name = getattr(thing, "__name__", None)
    return thing, name if isinstance(name, str) else None


def render_doc(thing, title="Python Library Documentation: %s", forceload=0, renderer=None):
    """The page of an object, or of what a name means, as text with bold parts."""
    if renderer is None:
        renderer = text
    object, name = resolve(thing, forceload)
    words = describe(object)
    module = inspect.getmodule(object)
    if name and "." in name:
        words += " in " + name[:name.rfind(".")]
    elif module and module is not object:
        words += " in module " + module.__name__
    if not (inspect.ismodule(object) or inspect.isclass(object) or inspect.isroutine(object)
            or inspect.isdatadescriptor(object) or own_or_inherited(object)):
        # A value has no page but that of its type.
        object = getattr(object, "__origin__", None) or type(object)
        words += " object"
    return title % words + "\n\n" + renderer.document(object, name)


def doc(thing, title="Python Library Documentation: %s", forceload=0, output=None, is_cli=False):
    """Show the page of an object."""
    try:
        if output is None:
            pager(render_doc(thing, title, forceload))
        else:
            output.write(render_doc(thing, title, forceload, plaintext))
    except ImportError as problem:
        if is_cli:
            raise
        (sys.stdout if output is None else output).write(f"{problem}\n" if output is None else str(problem))
    except ErrorDuringImport as problem:
        if is_cli:
            raise
        print(problem, file=output)


def plain(text):
    """A text without what is struck over."""
    return re.sub(".\b", "", text)


def plainpager(text, title=""):
    """Show a text as it is."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.write(plain(text.encode(encoding, "backslashreplace").decode(encoding)))


plain_pager = plainpager


def pipepager(text, cmd, title=""):
    """Show a text by another program."""
    import subprocess
    process = subprocess.Popen(cmd, shell=True, stdin=subprocess.PIPE, errors="backslashreplace", text=True,
                               env={**os.environ, "LESS": "-Rm"} if "LESS" not in os.environ else None)
    try:
        with process.stdin as pipe:
            pipe.write(text)
    except (KeyboardInterrupt, OSError):
        # Whoever reads has seen enough.
        pass
    while True:
        try:
            process.wait()
            break
        except KeyboardInterrupt:
            pass


pipe_pager = pipepager


def getpager():
    """The function by which texts are shown: a terminal has a pager, a file has not."""
    is_terminal = all(hasattr(stream, "isatty") and stream.isatty() for stream in (sys.stdin, sys.stdout))
    if not is_terminal or os.environ.get("TERM") in ("dumb", "emacs"):
        return plainpager
    command = os.environ.get("MANPAGER") or os.environ.get("PAGER")
    if not command:
        import shutil
        command = next((name for name in ("pager", "less", "more") if shutil.which(name)), None)
    return plainpager if command is None else lambda text, title="": pipepager(text, command, title)


get_pager = getpager


def pager(text, title=""):
    """Show a text, page by page if it goes to a terminal."""
    global pager
    pager = getpager()
    pager(text, title)


class Helper:
    """What `help` is: a page when it is called with an object, a dialogue when it is called with none."""

    _GONE = object()

    def __init__(self, input=None, output=None):
        self._input, self._output = input, output

    @property
    def input(self):
        return self._input or sys.stdin

    @property
    def output(self):
        return self._output or sys.stdout

    def __repr__(self):
        return "<pydoc.Helper instance>"

    def __call__(self, request=_GONE):
        if request is not self._GONE:
            self.help(request)
            return
        self.intro()
        self.interact()

    def intro(self):
        self.output.write(f"Help of Python {sys.version_info[0]}.{sys.version_info[1]}: enter the name of a module, a "
                          "class or a function to read its documentation, 'modules' or 'keywords' for a list, 'q' to "
                          "leave.\n\n")

    def interact(self):
        """Answer until somebody wants to leave."""
        self.output.write("\n")
        while True:
            try:
                request = self.getline("help> ").strip()
            except (KeyboardInterrupt, EOFError):
                break
            if request.lower() in ("q", "quit", "exit", ""):
                break
            if request[:1] == request[-1:] and request[0] in "'\"" and len(request) > 2:
                request = request[1:-1]
            self.help("str" if request == "help" else request)

    def getline(self, prompt):
        if self.input is sys.stdin:
            return input(prompt)
        self.output.write(prompt)
        self.output.flush()
        line = self.input.readline()
        if not line:
            raise EOFError
        return line

    def help(self, request, is_cli=False):
        """Show the page of an object, or what there is under a name."""
        if isinstance(request, str):
            request = request.strip()
            if request == "keywords":
                self.listkeywords()
                return
            if request.split(" ")[0] == "modules":
                self.listmodules(request.partition(" ")[2].strip())
                return
            if request in ("True", "False", "None"):
                request = eval(request)
            elif not request:
                request = "str"
        if isinstance(request, Helper):
            self()
            return
        doc(request, "Help on %s:", output=self._output, is_cli=is_cli)
        if self._output is None or isinstance(request, str) or True:
            self.output.write("\n")

    def list(self, items, columns=4, width=80):
        """Write items in columns."""
        items = sorted(items)
        rows = (len(items) + columns - 1) // columns
        wide = width // columns
        for row in range(rows):
            line = "".join(f"{items[place]:<{wide - 1}} " for place in range(row, len(items), rows))
            self.output.write(line.rstrip() + "\n")

    def listkeywords(self):
        import keyword
        self.output.write("\n")
        self.list(keyword.kwlist)

    def listmodules(self, key=""):
        names = set(sys.builtin_module_names) | {info.name for info in pkgutil.iter_modules()}
        self.output.write("\n")
        self.list([name for name in names if key in name and not name.startswith("_")])


help = Helper()


def apropos(key):
    """Print the modules in whose names a word is."""
    for info in pkgutil.iter_modules():
        if key.lower() in info.name.lower():
            print(info.name)


def cli():
    """`python -m pydoc NAME ...`: the pages of names and of files; `-k WORD` looks for modules."""
    arguments = sys.argv[1:]
    if not arguments or arguments[0].startswith("-") and arguments[0] != "-k":
        print("usage: pydoc NAME ...\n       pydoc -k WORD")
        return
    if "." not in sys.path and "" not in sys.path:
        sys.path.insert(0, os.getcwd())
    if arguments[0] == "-k":
        for word in arguments[1:]:
            apropos(word)
        return
    for argument in arguments:
        try:
            if ispath(argument) and os.path.isfile(argument):
                argument = importfile(argument)
            help.help(argument, is_cli=True)
        except (ImportError, ErrorDuringImport) as problem:
            print(problem)
            sys.exit(1)


if __name__ == "__main__":
    cli()
