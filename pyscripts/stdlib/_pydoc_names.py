"""What `pydoc` calls things, and which of them it shows."""

import builtins
import inspect
import os
import re
import sys
from reprlib import Repr

_HIDDEN = frozenset("""
__author__ __builtins__ __credits__ __date__ __doc__ __docformat__ __file__ __loader__ __module__ __name__ __package__
__path__ __qualname__ __slots__ __spec__ __version__ __cached__ __static_attributes__ __firstlineno__
""".split())


def pathdirs():
    """The folders of sys.path, each once."""
    found, seen = [], set()
    for folder in sys.path:
        folder = os.path.abspath(folder or ".")
        if os.path.normcase(folder) not in seen and os.path.isdir(folder):
            seen.add(os.path.normcase(folder))
            found.append(folder)
    return found


def getdoc(object):
    """The docstring of an object, or else the comments above it."""
    text = own_or_inherited(object) or inspect.getcomments(object)
    return re.sub("^ *\n", "", text.rstrip()) if text else ""


def own_or_inherited(object):
    """The docstring of an object; that of a method may be that of a base class, that of a class is its own."""
    if inspect.isclass(object) or not (inspect.isroutine(object) or inspect.isdatadescriptor(object)):
        return _own(object)
    return inspect.getdoc(object)


def _own(object):
    try:
        text = builtins.object.__getattribute__(object, "__doc__")
        if text is not None and object is not type and not isinstance(object, type) and not inspect.ismodule(object):
            # An instance shows its class's docstring as its own.
            if type(object).__doc__ is text:
                return None
        elif text is not None and isinstance(object, type):
            text = object.__dict__.get("__doc__", text)
    except AttributeError:
        return None
    return inspect.cleandoc(text) if isinstance(text, str) else None


def splitdoc(doc):
    """The first line of a docstring, if it stands alone, and the rest."""
    lines = doc.strip().split("\n")
    if len(lines) == 1:
        return lines[0], ""
    if not lines[1].rstrip():
        return lines[0], "\n".join(lines[2:])
    return "", "\n".join(lines)


def classname(object, modname):
    """The name of a class, with its module if that is another one."""
    name = object.__name__
    return name if object.__module__ == modname else f"{object.__module__}.{name}"


def parentname(object, modname):
    """The name of what a function is in; None if that is not known."""
    if "." in object.__qualname__:
        name = object.__qualname__.rpartition(".")[0]
        return f"{object.__module__}.{name}" if object.__module__ != modname else name
    return object.__module__ if object.__module__ != modname else None


def isdata(object):
    """Whether an object is none of those that have sections of their own."""
    return not (inspect.ismodule(object) or inspect.isclass(object) or inspect.isroutine(object)
                or inspect.isframe(object) or inspect.istraceback(object) or inspect.iscode(object))


def replace(text, *pairs):
    """A text with each first of the pairs put in the place of the second."""
    for old, new in zip(pairs[::2], pairs[1::2]):
        text = new.join(text.split(old))
    return text


def cram(text, maxlen):
    """A text without its middle, if it is too long."""
    if len(text) <= maxlen:
        return text
    before = max(0, (maxlen - 3) // 2)
    after = max(0, maxlen - 3 - before)
    return f"{text[:before]}...{text[len(text) - after:]}"


def stripid(text):
    """The default repr of an object without its address."""
    return re.sub(r" at 0x[0-9a-f]{6,16}(>+)$", r"\1", text, flags=re.IGNORECASE)


def bound(object):
    """Whether an object is a method of a known object, written in whatever language."""
    if inspect.ismethod(object):
        return True
    if isinstance(object, (type([].append), type([].__len__))):
        return not (inspect.ismodule(object.__self__) or object.__self__ is None)
    return False


def allmethods(cl):
    """The methods that a class has, its bases' too."""
    methods = dict.fromkeys(name for name, _ in inspect.getmembers(cl, inspect.isroutine))
    for base in cl.__bases__:
        methods.update(allmethods(base))
    return {name: getattr(cl, name) for name in methods}


def visiblename(name, all=None, obj=None):
    """Whether a name is one to show."""
    if name in _HIDDEN:
        return 0
    if name.startswith("__") and name.endswith("__"):
        return 1
    if name.startswith("_") and hasattr(obj, "_fields"):
        # Those of named tuples are public.
        return True
    return not name.startswith("_") if all is None else name in all


def classify_class_attrs(object):
    """The attributes of a class by their kinds; data descriptors and properties without setter told apart."""
    found = []
    for name, kind, cls, value in inspect.classify_class_attrs(object):
        if inspect.isdatadescriptor(value):
            kind = "data descriptor"
            # The fields of a named tuple are read from its class's own kind of descriptor.
            if isinstance(value, property) and value.fset is None and name not in getattr(object, "_fields", ()):
                kind = "readonly property"
        found.append((name, kind, cls, value))
    return found


def sort_attributes(attrs, object):
    """Put attributes in order: the fields of a named tuple first, the others by name."""
    fields = getattr(object, "_fields", [])
    try:
        places = {name: place - len(fields) for place, name in enumerate(fields)}
    except TypeError:
        places = {}
    attrs.sort(key=lambda attr: (places.get(attr[0], 0), attr[0]))


def describe(thing):
    """A few words for what an object is."""
    if inspect.ismodule(thing):
        if thing.__name__ in sys.builtin_module_names:
            return "built-in module " + thing.__name__
        return ("package " if hasattr(thing, "__path__") else "module ") + thing.__name__
    if inspect.isbuiltin(thing):
        return "built-in function " + thing.__name__
    for kind, words in ((inspect.isgetsetdescriptor, "getset descriptor"),
                        (inspect.ismemberdescriptor, "member descriptor")):
        if kind(thing):
            owner = thing.__objclass__
            return f"{words} {owner.__module__}.{owner.__name__}.{thing.__name__}"
    for kind, words in ((inspect.isclass, "class"), (inspect.isfunction, "function"), (inspect.ismethod, "method")):
        if kind(thing):
            return f"{words} {thing.__name__}"
    return type(thing).__name__


class TextRepr(Repr):
    """Short forms of values, for listings."""

    def __init__(self):
        Repr.__init__(self)
        self.maxlist = self.maxtuple = 20
        self.maxdict = 10
        self.maxstring = self.maxother = 100

    def repr1(self, x, level):
        method = getattr(self, "repr_" + "_".join(type(x).__name__.split()), None)
        return method(x, level) if method else cram(stripid(repr(x)), self.maxother)

    def repr_string(self, x, level):
        shown = cram(x, self.maxstring)
        quoted = repr(shown)
        if "\\" in shown and "\\" not in quoted.replace(r"\\", ""):
            # Only backslashes were escaped: a raw string is easier to read.
            return f"r{quoted[0]}{shown}{quoted[0]}"
        return quoted

    repr_str = repr_string

    def repr_instance(self, x, level):
        try:
            return cram(stripid(repr(x)), self.maxstring)
        except Exception:
            return f"<{x.__class__.__name__} instance>"
