"""Importing by hand, under the names that tools know from CPython; the machinery itself is the interpreter's own."""

import sys

from importlib import import_module as _gcd_import
from importlib._resolve import find_spec as _find_spec, resolve_name as _resolve
from importlib.machinery import BuiltinImporter, FrozenImporter, ModuleSpec
from importlib.util import module_from_spec, spec_from_loader


def _resolve_name(name, package, level):
    """The absolute form of a name with so many dots before it."""
    return _resolve("." * level + name, package)


def _call_with_frames_removed(f, *args, **kwds):
    return f(*args, **kwds)


def _load(spec):
    """The module of a specification, its body run."""
    module = sys.modules[spec.name] = module_from_spec(spec)
    try:
        if spec.loader is not None:
            spec.loader.exec_module(module)
    except:
        sys.modules.pop(spec.name, None)
        raise
    return sys.modules[spec.name]
