"""Importing as functions: by a name that is only known when the program runs, and once more.

The machinery itself is the interpreter's own.
"""

import sys

from importlib import _resolve
from importlib._resolve import resolve_name as _resolve_name

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__


def import_module(name, package=None):
    """Import a module; a relative name needs the package that it is relative to."""
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        name = _resolve_name(name, package)
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """Forget what is known of folders; this interpreter keeps nothing, but programs' own finders may."""
    for finder in sys.meta_path:
        if hasattr(finder, "invalidate_caches"):
            finder.invalidate_caches()


def reload(module):
    """Run a module's source again in the same module."""
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError("reload() argument must be a module") from None
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    spec = _resolve.find_spec(name)
    if spec is None:
        raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
    module.__spec__ = spec
    if spec.loader is not None:
        spec.loader.exec_module(module)
    return sys.modules[name]
