"""Attributes of objects: their names, values, kinds; the docstring; closures and states."""

import functools
import re
import sys
import types
from collections import namedtuple
from inspect._kinds import *

__all__ = [
    "getmembers", "getmembers_static", "Attribute", "classify_class_attrs", "getmro", "getattr_static", "unwrap",
    "cleandoc", "getdoc", "indentsize", "ClosureVars", "getclosurevars", "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED",
    "GEN_CLOSED", "getgeneratorstate", "getgeneratorlocals", "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED",
    "CORO_CLOSED", "getcoroutinestate", "getcoroutinelocals", "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED",
    "AGEN_CLOSED", "getasyncgenstate", "getasyncgenlocals", "get_annotations", "walktree", "getclasstree",
]


def getmro(cls):
    """The classes in which attributes are looked for."""
    return cls.__mro__


def _members(object, predicate, get):
    names = dir(object)
    known = set(names)
    if isclass(object):
        mro = object.__mro__
        # Attributes that a class hides from `dir`, because they are its instances'.
        for base in object.__bases__:
            for name, value in base.__dict__.items():
                if isinstance(value, types.DynamicClassAttribute) and name not in known:
                    names.append(name)
    else:
        mro = ()
    found, seen = [], set()
    for name in names:
        try:
            value = get(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
        seen.add(name)
    found.sort(key=lambda pair: pair[0])
    return found


def getmembers(object, predicate=None):
    """Pairs of names and values, sorted by name; only values that a predicate accepts, if there is one."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """As `getmembers`, without running descriptors."""
    return _members(object, predicate, getattr_static)


Attribute = namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    """What each attribute of a class is, and where it comes from."""
    found = []
    for name in dir(cls):
        home = next((base for base in cls.__mro__ if name in base.__dict__), None)
        if home is None:
            value, home = getattr(cls, name, None), type(cls)
        else:
            value = home.__dict__[name]
        if isinstance(value, (staticmethod, types.BuiltinMethodType)):
            kind = "static method"
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(value, property):
            kind = "property"
        elif isroutine(value):
            kind = "method"
        else:
            kind = "data"
        found.append(Attribute(name, kind, home, value))
    return found


def walktree(classes, children, parent):
    """The part of `getclasstree` below some classes."""
    results = []
    classes.sort(key=lambda cls: (cls.__module__, cls.__name__))
    for cls in classes:
        results.append((cls, cls.__bases__))
        if cls in children:
            results.append(walktree(children[cls], children, cls))
    return results


def getclasstree(classes, unique=False):
    """Classes as nested lists, each below its bases."""
    children, roots = {}, []
    for cls in classes:
        for parent in cls.__bases__:
            below = children.setdefault(parent, [])
            if cls not in below:
                below.append(cls)
            if unique and parent in classes:
                break
        if not cls.__bases__ and cls not in roots:
            roots.append(cls)
    roots.extend(parent for parent in children if parent not in classes)
    return walktree(roots, children, None)


_missing = object()


def _in_dict(object, name):
    try:
        attributes = types.FunctionType.__getattribute__ and vars(object)
    except TypeError:
        return _missing
    return attributes.get(name, _missing) if isinstance(attributes, dict) else _missing


def getattr_static(obj, attr, default=_missing):
    """An attribute as it stands in the dicts: no descriptor runs, no `__getattr__`."""
    own = _missing
    if not isinstance(obj, type):
        kind = type(obj)
        own = _in_dict(obj, attr)
        classes = kind.__mro__
    else:
        kind = obj
        classes = obj.__mro__
    of_class = next((base.__dict__[attr] for base in classes if attr in base.__dict__), _missing)
    if own is not _missing and of_class is not _missing:
        # A data descriptor goes first.
        descriptor = type(of_class)
        return of_class if hasattr(descriptor, "__get__") and hasattr(descriptor, "__set__") else own
    for found in (own, of_class):
        if found is not _missing:
            return found
    if obj is kind:
        for base in type(kind).__mro__:
            if attr in base.__dict__:
                return base.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def unwrap(func, *, stop=None):
    """The innermost function behind `__wrapped__`."""
    start = func
    seen = {id(func): func}
    limit = sys.getrecursionlimit()
    while not isinstance(func, type) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= limit:
            raise ValueError(f"wrapper loop when unwrapping {start!r}")
        seen[id(func)] = func
    return func


# Docstrings.


def indentsize(line):
    """How far a line is indented, tabs being eight wide."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def cleandoc(doc):
    """A docstring without the indentation that it has from its place in the code."""
    lines = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")), default=sys.maxsize)
    lines[0] = lines[0].lstrip(" ")
    if margin < sys.maxsize:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    """The docstring, or that of what is overridden, cleaned up."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None or isclass(object) and "__doc__" not in object.__dict__ and doc == type(object).__doc__:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(object):
    if isclass(object):
        return next((base.__doc__ for base in object.__mro__ if base is not type and base.__doc__ is not None), None)
    if ismethod(object):
        name, owner = object.__func__.__name__, object.__self__
        cls = owner if isclass(owner) else type(owner)
    elif isfunction(object):
        name = object.__name__
        cls = sys.modules.get(object.__module__)
        for part in object.__qualname__.split(".")[:-1]:
            cls = getattr(cls, part)
        if not isclass(cls):
            return None
    elif isinstance(object, property):
        name = object.__name__
        cls = sys.modules.get(object.fget.__module__)
        for part in object.fget.__qualname__.split(".")[:-1]:
            cls = getattr(cls, part)
    elif ismethoddescriptor(object) or isdatadescriptor(object):
        name, cls = object.__name__, object.__objclass__
    else:
        return None
    for base in cls.__mro__:
        doc = getattr(base, name).__doc__ if hasattr(base, name) else None
        if doc is not None:
            return doc
    return None


# Closures and states.

ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getclosurevars(func):
    """The values of the names that a function uses from outside."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {}
    for name, cell in zip(code.co_freevars, func.__closure__ or ()):
        try:
            nonlocals[name] = cell.cell_contents
        except ValueError:
            pass
    space = func.__globals__
    builtins = space.get("__builtins__", __builtins__)
    if ismodule(builtins):
        builtins = builtins.__dict__
    found_globals, found_builtins, unbound = {}, {}, set()
    for name in code.co_names:
        if name in code.co_freevars:
            continue
        if name in space:
            found_globals[name] = space[name]
        elif name in builtins:
            found_builtins[name] = builtins[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found_globals, found_builtins, unbound)


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING = "CORO_CREATED", "CORO_RUNNING"
CORO_SUSPENDED, CORO_CLOSED = "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING = "AGEN_CREATED", "AGEN_RUNNING"
AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_SUSPENDED", "AGEN_CLOSED"


def _state(running, suspended, frame):
    if running:
        return "RUNNING"
    if suspended:
        return "SUSPENDED"
    return "CLOSED" if frame is None else "CREATED"


def getgeneratorstate(generator):
    """GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    return "GEN_" + _state(generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getcoroutinestate(coroutine):
    """CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    return "CORO_" + _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getasyncgenstate(agen):
    """AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED or AGEN_CLOSED."""
    return "AGEN_" + _state(agen.ag_running, agen.ag_suspended, agen.ag_frame)


def getgeneratorlocals(generator):
    """The local variables of a generator."""
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return generator.gi_frame.f_locals if generator.gi_frame is not None else {}


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine."""
    return coroutine.cr_frame.f_locals if coroutine.cr_frame is not None else {}


def getasyncgenlocals(agen):
    """The local variables of an asynchronous generator."""
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return agen.ag_frame.f_locals if agen.ag_frame is not None else {}


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a function, class or module; texts are evaluated if `eval_str`."""
    if isinstance(obj, type):
        annotations = obj.__dict__.get("__annotations__")
        module = sys.modules.get(getattr(obj, "__module__", None))
        space, names = getattr(module, "__dict__", None), dict(vars(obj))
        innermost = obj
    elif isinstance(obj, types.ModuleType):
        annotations, space, names, innermost = getattr(obj, "__annotations__", None), obj.__dict__, None, None
    elif callable(obj):
        annotations, names, innermost = getattr(obj, "__annotations__", None), None, obj
        while True:
            if hasattr(innermost, "__wrapped__"):
                innermost = innermost.__wrapped__
            elif isinstance(innermost, functools.partial):
                innermost = innermost.func
            else:
                break
        space = getattr(innermost, "__globals__", None)
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if annotations is None:
        return {}
    if not isinstance(annotations, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not annotations or not eval_str:
        return dict(annotations)
    globals = space if globals is None else globals
    locals = (names or {}) if locals is None else locals
    parameters = {parameter.__name__: parameter for parameter in getattr(innermost, "__type_params__", ())}
    return {
        name: eval(value, globals, parameters | dict(locals)) if isinstance(value, str) else value
        for name, value in annotations.items()
    }
