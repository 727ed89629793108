"""Documentation as plain text: the pages that `pydoc` makes of modules, classes and functions."""

import builtins
import inspect
import os
import pkgutil
import sys
from _pydoc_names import (
    TextRepr, bound, classify_class_attrs, classname, describe, getdoc, isdata, parentname, sort_attributes, splitdoc,
    visiblename,
)
from collections import deque

_MOST_SUBCLASSES = 4
_WIDTH = 80
_SECTIONS = (
    ("Methods", "method"), ("Class methods", "class method"), ("Static methods", "static method"),
    ("Readonly properties", "readonly property"), ("Data descriptors", "data descriptor"),
    ("Data and other attributes", "data"),
)


def signature_of(object):
    """The parameters as a text, one a line if they are many; None if they are not known."""
    try:
        signature = inspect.signature(object)
    except (ValueError, TypeError):
        return None
    if not signature:
        return None
    name = getattr(object, "__name__", "")
    return signature.format(max_width=max(_WIDTH - len(name), 1))


class Doc:
    """Sends each kind of object to its method; what a kind has not is `fail`ed."""

    PYTHONDOCS = os.environ.get("PYTHONDOCS", "https://docs.python.org/%d.%d/library" % sys.version_info[:2])

    def document(self, object, name=None, *args):
        """The page of an object."""
        args = (object, name) + args
        try:
            if inspect.ismodule(object):
                return self.docmodule(*args)
            if inspect.isclass(object):
                return self.docclass(*args)
            if inspect.isroutine(object):
                return self.docroutine(*args)
        except AttributeError:
            pass
        if inspect.isdatadescriptor(object):
            return self.docdata(*args)
        return self.docother(*args)

    def fail(self, object, name=None, *args):
        """There is no page for objects of this kind."""
        named = name and " " + repr(name)
        raise TypeError(f"don't know how to document object{named} of type {type(object).__name__}")

    docmodule = docclass = docroutine = docother = docproperty = docdata = fail

    def getdocloc(self, object, basedir=None):
        """Where the manual has a page on a module; None for those that are not of the library."""
        file = getattr(object, "__file__", None) or "(built-in)"
        if file.startswith("<gilly>") or file == "(built-in)":
            name = object.__name__
            if name not in ("__main__",) and not name.startswith("_"):
                return f"{self.PYTHONDOCS.rstrip('/')}/{name.lower()}.html"
        return None


class TextDoc(Doc):
    """Pages of plain text, what is bold struck over."""

    _repr_instance = TextRepr()
    repr = _repr_instance.repr

    def bold(self, text):
        return "".join(f"{character}\b{character}" for character in text)

    def indent(self, text, prefix="    "):
        """A text with something in front of each line."""
        if not text:
            return ""
        return "\n".join((prefix + line).rstrip() for line in text.split("\n"))

    def section(self, title, contents):
        """A part of a page, with its title."""
        return f"{self.bold(title)}\n{self.indent(contents).rstrip()}\n\n"

    def formattree(self, tree, modname, parent=None, prefix=""):
        """The tree of classes that `inspect.getclasstree` makes."""
        result = ""
        for entry in tree:
            if isinstance(entry, list):
                result += self.formattree(entry, modname, around, prefix + "    ")
                continue
            around, bases = entry
            result += prefix + classname(around, modname)
            if bases and bases != (parent,):
                result += f"({', '.join(classname(base, modname) for base in bases)})"
            result += "\n"
        return result

    # A module.

    def docmodule(self, object, name=None, mod=None, *ignored):
        """The page of a module."""
        name = object.__name__
        synopsis, description = splitdoc(getdoc(object))
        result = self.section("NAME", name + (synopsis and " - " + synopsis))
        public = getattr(object, "__all__", None)
        location = self.getdocloc(object)
        if location is not None:
            result += self.section("MODULE REFERENCE", location)
        if description:
            result += self.section("DESCRIPTION", description)
        result += self._contents(object, name)
        classes, functions, data = self._members(object, public)
        if classes:
            tree = inspect.getclasstree([value for _, value in classes], 1)
            pages = [self.formattree(tree, name)]
            pages += [self.document(value, key, name) for key, value in classes]
            result += self.section("CLASSES", "\n".join(pages))
        if functions:
            pages = [self.document(value, key, name) for key, value in functions]
            result += self.section("FUNCTIONS", "\n".join(pages))
        if data:
            result += self.section("DATA", "\n".join(self.docother(value, key, name, maxlen=70) for key, value in data))
        for title, attribute in (("VERSION", "__version__"), ("DATE", "__date__"), ("AUTHOR", "__author__"),
                                 ("CREDITS", "__credits__")):
            if hasattr(object, attribute):
                result += self.section(title, self._told(getattr(object, attribute)))
        try:
            file = inspect.getabsfile(object)
        except TypeError:
            file = "(built-in)"
        return result + self.section("FILE", file)

    def _told(self, value):
        text = str(value)
        if text[:11] == "$Revision: " and text[-1:] == "$":
            text = text[11:-1].strip()
        return text

    def _contents(self, object, name):
        """The modules in a package."""
        if not hasattr(object, "__path__"):
            return ""
        found = [info.name + (" (package)" if info.ispkg else "") for info in pkgutil.iter_modules(object.__path__)]
        return self.section("PACKAGE CONTENTS", "\n".join(sorted(found))) if found else ""

    def _members(self, object, public):
        """(classes, functions, data) of a module, those that are its own or that it names in __all__."""
        classes, functions, data = [], [], []
        for key, value in inspect.getmembers(object, inspect.isclass):
            if public is not None or (inspect.getmodule(value) or object) is object:
                if visiblename(key, public, object):
                    classes.append((key, value))
        for key, value in inspect.getmembers(object, inspect.isroutine):
            if public is not None or inspect.isbuiltin(value) or inspect.getmodule(value) is object:
                if visiblename(key, public, object):
                    functions.append((key, value))
        for key, value in inspect.getmembers(object, isdata):
            if visiblename(key, public, object):
                data.append((key, value))
        return classes, functions, data

    # A class.

    def docclass(self, object, name=None, mod=None, *ignored):
        """The page of a class."""
        realname = object.__name__
        name = name or realname
        makename = lambda cls: classname(cls, object.__module__)
        title = f"class {self.bold(realname)}" if name == realname else f"{self.bold(name)} = class {realname}"
        if object.__bases__:
            title += f"({', '.join(map(makename, object.__bases__))})"
        contents = []
        parameters = signature_of(object)
        if parameters and parameters != "()":
            contents.append(name + parameters + "\n")
        doc = getdoc(object)
        if doc:
            contents.append(doc + "\n")
        mro = deque(inspect.getmro(object))
        if len(mro) > 2:
            contents += ["Method resolution order:", *("    " + makename(base) for base in mro), ""]
        contents += self._subclasses(object, makename)
        for number, parts in enumerate(self._attributes(object, mro, mod)):
            contents += ["-" * 70, *parts] if number else parts
        text = "\n".join(contents)
        if not text:
            return title + "\n"
        return title + "\n" + self.indent(text.rstrip(), " |  ") + "\n"

    def _subclasses(self, object, makename):
        found = sorted((str(cls.__name__) for cls in type.__subclasses__(object)
                        if not cls.__name__.startswith("_") and cls.__module__ == "builtins"), key=str.lower)
        if not found:
            return []
        shown = ["Built-in subclasses:", *("    " + name for name in found[:_MOST_SUBCLASSES])]
        if len(found) > _MOST_SUBCLASSES:
            shown.append(f"    ... and {len(found) - _MOST_SUBCLASSES} other subclasses")
        return [*shown, ""]

    def _attributes(self, object, mro, mod):
        """The sections on the attributes of a class, those of its own first, then base by base."""
        attrs = [attr for attr in classify_class_attrs(object) if visiblename(attr[0], obj=object)]
        while attrs:
            owner = mro.popleft() if mro else attrs[0][2]
            inherited = [attr for attr in attrs if attr[2] is not owner]
            attrs = [attr for attr in attrs if attr[2] is owner]
            if object is not builtins.object and owner is builtins.object:
                attrs = inherited
                continue
            whence = "defined here" if owner is object else f"inherited from {classname(owner, object.__module__)}"
            sort_attributes(attrs, object)
            for title, kind in _SECTIONS:
                chosen = [attr for attr in attrs if attr[1] == kind]
                if chosen:
                    yield [f"{title} {whence}:\n", *(self._attribute(name, kind, homecls, value, object, mod)
                                                     for name, _, homecls, value in chosen)]
            attrs = inherited

    def _attribute(self, name, kind, homecls, value, object, mod):
        if kind in ("readonly property", "data descriptor"):
            return self.docdata(value, name, mod)
        if kind == "data":
            doc = getdoc(value) if callable(value) or inspect.isdatadescriptor(value) else None
            return self.docother(getattr(object, name, None), name, mod, maxlen=70, doc=doc) + "\n"
        try:
            found = getattr(object, name)
        except Exception:
            # A metaclass or a descriptor may refuse.
            return self.docdata(value, name, mod)
        return self.document(found, name, mod, object, homecls)

    # Functions and the rest.

    def _note(self, object, realname, mod, cl, homecls):
        """Where a function comes from, if that is not plain."""
        function = None
        if bound(object):
            owner = object.__self__
            if owner is cl:
                function = getattr(object, "__func__", None)
            elif inspect.isclass(owner):
                return f" class method of {classname(owner, mod)}"
            else:
                return f" method of {classname(owner.__class__, mod)} instance"
        elif isinstance(object, (type(list.append), type(list.__len__))):
            if cl is None:
                return f" unbound {classname(object.__objclass__, mod)} method"
            if object.__objclass__ is not homecls:
                return f" from {classname(object.__objclass__, mod)}"
        else:
            function = object
        if inspect.isfunction(function) and homecls is not None and (
                function.__module__ != homecls.__module__
                or function.__qualname__ != f"{homecls.__qualname__}.{realname}"):
            parent = parentname(function, mod)
            if parent:
                return f" from {parent}"
        return ""

    def docroutine(self, object, name=None, mod=None, cl=None, homecls=None):
        """The page of a function or a method."""
        realname = object.__name__
        name = name or realname
        note = self._note(object, realname, mod, cl, homecls if homecls is not None else cl)
        is_async = inspect.iscoroutinefunction(object) or inspect.isasyncgenfunction(object)
        is_told_elsewhere = False
        if name == realname:
            title = self.bold(realname)
        else:
            if cl is not None and inspect.getattr_static(cl, realname, []) is object:
                is_told_elsewhere = True
                note = "" if note.startswith(" from ") else note
            title = f"{self.bold(name)} = {realname}"
        parameters = signature_of(object) if inspect.isroutine(object) else None
        if realname == "<lambda>":
            title = self.bold(name) + " lambda "
            parameters = parameters and parameters[1:-1]
        line = ("async " if is_async else "") + title + (parameters or "(...)") + note
        if is_told_elsewhere:
            return line + "\n"
        doc = getdoc(object)
        return line + "\n" + (doc and self.indent(doc).rstrip() + "\n")

    def docdata(self, object, name=None, mod=None, *ignored):
        """The page of a descriptor."""
        lines = [self.bold(name)] if name else []
        doc = getdoc(object)
        if doc:
            lines.append(self.indent(doc))
        return "\n".join([*lines, ""]) if lines else ""

    docproperty = docdata

    def docother(self, object, name=None, mod=None, *ignored, parent=None, maxlen=None, doc=None):
        """The page of a value."""
        shown = self.repr(object)
        if maxlen:
            line = (name + " = " if name else "") + shown
            excess = maxlen - len(line)
            if excess < 0:
                shown = shown[:excess] + "..."
        line = (self.bold(name) + " = " if name else "") + shown
        if not doc:
            doc = getdoc(object) if not isdata(object) else None
        return line + ("\n" + self.indent(str(doc)) + "\n" if doc else "")


class PlainTextDoc(TextDoc):
    """Pages without anything bold."""

    def bold(self, text):
        return text
