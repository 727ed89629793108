"""Functions and classes that the other process cannot import: they travel as what they are made of.

These are those of `__main__`, lambdas, what is defined inside of functions, and modules made on the fly. A function is
its code, its defaults, the contents of its closure and the globals that its code names. Each such object has a key,
unique among all processes, under which both sides keep it (`_keys`): it is sent to a process once, and what comes back
is the object that was sent. On arrival an empty object is made first and filled then (`_arriving`), so that what
refers to itself works.

Where it is not known who will read a message, a definition is sent as a bundle of its own with all that it reaches:
the bundle is made once, and whoever knows the key does not look inside.
"""

import marshal
import sys
from _thread import LockType, RLock, allocate_lock

from . import _arriving, _keys
from ._arriving import EMPTY, Absent, Packed

_FUNCTION = type(lambda: None)
_MODULE = type(sys)
_CELL = type((lambda cell: lambda: cell)(None).__closure__[0])
_CODE = type((lambda: None).__code__)

# Values that need no pickle of their own.
_PLAIN = (type(None), bool, int, float, complex, str, bytes, type(...), _FUNCTION, _MODULE, type, property,
          staticmethod, classmethod)

# Not sent with a class: it is made anew on the other side.
_LEFT_OUT = {"__dict__", "__weakref__", "_abc_impl", "__abstractmethods__", "__module__", "__qualname__", "__slots__",
             "__doc__", "__static_attributes__", "__firstlineno__"}

_bundles = {}


def reduce(obj, pickler):
    """How to pickle an object that the usual way is not good enough for; NotImplemented for all others."""
    kind = type(obj)
    if kind is _FUNCTION:
        return NotImplemented if _is_importable(obj) else _reduce_definition(obj, pickler, _reduce_function)
    if isinstance(obj, type):
        if "__module__" not in obj.__dict__ or _is_importable(obj):
            return NotImplemented
        enumeration = "_member_map_" in obj.__dict__
        return _reduce_definition(obj, pickler, _reduce_enumeration if enumeration else _reduce_class)
    if kind is _MODULE:
        return _reduce_module(obj)
    reducer = _REDUCERS.get(kind)
    return _reduce_single(obj) if reducer is None else reducer(obj)


def _is_importable(obj):
    module_name = obj.__module__
    main_is_alone = not _arriving.main_is_shared or _arriving.has_child_vms
    if module_name is None or module_name == "__main__" and main_is_alone:
        return False
    found = sys.modules.get(module_name)
    for part in obj.__qualname__.split("."):
        found = getattr(found, part, None)
    return found is obj


def _reduce_definition(obj, pickler, reduce_parts):
    key = _keys.key_of(obj)
    if pickler.is_known(key):
        return _keys.get, (key,)
    if not pickler.wants_bundles:
        return reduce_parts(obj, pickler, key)
    bundle = _bundles.get(key)
    if bundle is None:
        bundle, cacheable = pickler.bundle(obj)
        if cacheable:
            _bundles[key] = bundle
    return _arriving.from_bundle, (key, bundle)


# Functions.

def _reduce_function(function, pickler, key):
    code = function.__code__
    closure = function.__closure__ or ()
    cells = []
    for cell, name in zip(closure, code.co_freevars):
        try:
            cells.append(_packed(cell.cell_contents, pickler, f"variable {name!r}"))
        except ValueError:
            cells.append(EMPTY)
    state = {
        "__name__": function.__name__, "__qualname__": function.__qualname__, "__doc__": function.__doc__,
        "__defaults__": function.__defaults__, "__kwdefaults__": function.__kwdefaults__,
        "__annotations__": _plain_annotations(function), "dict": function.__dict__, "cells": cells,
        "globals": _reached(function, pickler),
    }
    shell = key, marshal.dumps(code), function.__module__, function.__qualname__, _namespace(function), len(closure)
    return _arriving.make_function, shell, (key, state), None, None, _arriving.fill_function


def _plain_annotations(function):
    """The annotations if they are cheap to send: texts and built-in types."""
    annotations = function.__annotations__
    plain = all(isinstance(value, str) or value is None or getattr(value, "__module__", None) == "builtins"
                for value in annotations.values())
    return dict(annotations) if plain else {}


def _namespace(function):
    """The name of the module whose globals the function has, or the key of globals of its own."""
    namespace = function.__globals__
    name = namespace.get("__name__")
    module = sys.modules.get(name)
    if module is not None and module.__dict__ is namespace:
        return name
    return _keys.key_of_namespace(namespace)


def _reached(function, pickler):
    """What the globals hold that the code names, as a dict; nothing for a module that can be imported."""
    if _namespace(function) in sys.modules and _namespace(function) != "__main__":
        return {}
    namespace = function.__globals__
    names = [name for name in _names(function.__code__) if name in namespace]
    return {name: _packed(namespace[name], pickler, f"global {name!r}") for name in names}


def _names(code):
    """The names that code and the code inside of it use, each once."""
    names = dict.fromkeys(code.co_names)
    for constant in code.co_consts:
        if type(constant) is _CODE:
            names |= dict.fromkeys(_names(constant))
    return names


def _packed(value, pickler, what):
    """A value that a definition reaches, ready to be pickled: as it is, or pickled apart, or marked as absent."""
    if isinstance(value, _PLAIN):
        return value
    try:
        return Packed(pickler.nested(value))
    except Exception as error:
        return Absent(f"{what} could not be sent to the other process: {error}")


# Classes.

def _reduce_class(cls, pickler, key):
    attributes = {name: _packed(value, pickler, f"attribute {name!r} of class {cls.__name__!r}")
                  for name, value in cls.__dict__.items() if name not in _LEFT_OUT}
    start = {"__module__": cls.__module__, "__qualname__": cls.__qualname__}
    start |= {name: cls.__dict__[name] for name in ("__slots__", "__doc__") if name in cls.__dict__}
    slots = start.get("__slots__", ())
    for name in [slots] if isinstance(slots, str) else slots:
        # Slots are made anew with the class, which calls private ones by another name.
        attributes.pop(name, None)
        attributes.pop(f"_{cls.__name__.lstrip('_')}{name}", None)
    return (_arriving.make_class, (key, type(cls), cls.__name__, cls.__bases__, start), (key, attributes),
            None, None, _arriving.fill_class)


def _reduce_enumeration(cls, pickler, key):
    members = {name: member._value_ for name, member in cls.__members__.items()}
    # Of the rest only what the class itself defines: enum makes its own additions again on the other side.
    own = {name: value for name, value in cls.__dict__.items() if name not in members and _is_defined_in(value, cls)}
    start = {"__module__": cls.__module__, "__qualname__": cls.__qualname__}
    return (_arriving.make_enumeration, (key, type(cls), cls.__name__, cls.__bases__, start, members), (key, own),
            None, None, _arriving.fill_class)


def _is_defined_in(value, cls):
    function = getattr(value, "fget", None) or getattr(value, "__func__", value)
    return (type(function) is _FUNCTION and function.__module__ == cls.__module__
            and function.__qualname__.startswith(cls.__qualname__ + "."))


# Other objects.

def _reduce_module(module):
    if sys.modules.get(module.__name__) is not module:
        raise TypeError("cannot pickle 'module' object")
    return _arriving.import_module, (module.__name__,)


def _reduce_single(obj):
    """By their names those objects of dataclasses and sys that are known by their identity."""
    if type(obj).__module__ == "dataclasses":
        for name, value in vars(sys.modules["dataclasses"]).items():
            if value is obj:
                return getattr, (sys.modules["dataclasses"], name)
    for name in ("stdout", "stderr", "stdin"):
        if obj is getattr(sys, name, None):
            return getattr, (sys, name)
    return NotImplemented


def _reduce_cell(cell):
    try:
        return _CELL, (cell.cell_contents,)
    except ValueError:
        return _CELL, ()


def _reduce_lock(lock):
    """As a fork's child would find it: a lock of its own, open."""
    from .context import get_spawning_popen
    if get_spawning_popen() is None:
        raise TypeError(f"cannot pickle '{type(lock).__module__}.{type(lock).__name__}' object")
    return (allocate_lock if type(lock) is LockType else RLock), ()


_REDUCERS = {
    _CELL: _reduce_cell, LockType: _reduce_lock, RLock: _reduce_lock,
    staticmethod: lambda method: (staticmethod, (method.__func__,)),
    classmethod: lambda method: (classmethod, (method.__func__,)),
    property: lambda prop: (property, (prop.fget, prop.fset, prop.fdel, prop.__doc__)),
    _CODE: lambda code: (marshal.loads, (marshal.dumps(code),)),
}
