"""Helpers for those who import by hand: specifications, modules made of them, relative names."""

import os
import sys
import types

from importlib import _resolve
from importlib._resolve import resolve_name
from importlib.machinery import ModuleSpec, SourceFileLoader, SourcelessFileLoader

__all__ = ["LazyLoader", "Loader", "MAGIC_NUMBER", "cache_from_source", "decode_source", "find_spec",
           "module_from_spec", "resolve_name", "source_from_cache", "source_hash", "spec_from_file_location",
           "spec_from_loader"]

# Of the code that py_compile writes.
MAGIC_NUMBER = b"gy\r\n"

_not_given = object()


def find_spec(name, package=None):
    """The specification of a module, its parents imported; None if there is no such module."""
    name = resolve_name(name, package)
    parent_name = name.rpartition(".")[0]
    if name in sys.modules or not parent_name:
        return _find_spec_from_path(name)
    parent = __import__(parent_name, fromlist=["__path__"])
    try:
        path = parent.__path__
    except AttributeError as error:
        raise ModuleNotFoundError(f"__path__ attribute not found on {parent_name!r} while trying to find {name!r}",
                                  name=name) from error
    return _resolve.find_spec(name, path)


def _find_spec_from_path(name, path=None):
    """The specification of a module along a path, its parents not imported."""
    if name not in sys.modules:
        return _resolve.find_spec(name) if path is None else _find_along(name, path)
    module = sys.modules[name]
    if module is None:
        return None
    try:
        spec = module.__spec__
    except AttributeError:
        raise ValueError(f"{name}.__spec__ is not set") from None
    if spec is None:
        raise ValueError(f"{name}.__spec__ is None")
    return spec


def _find_along(name, path):
    from importlib.machinery import PathFinder
    for finder in [*sys.meta_path, PathFinder]:
        spec = finder.find_spec(name, path)
        if spec is not None:
            return spec
    return None


def module_from_spec(spec):
    """A new module that a specification describes, its body not yet run."""
    create = getattr(spec.loader, "create_module", None)
    module = create(spec) if create else None
    if module is None:
        module = types.ModuleType(spec.name)
    module.__name__ = spec.name
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    module.__spec__ = spec
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    return module


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A specification for a loader."""
    if origin is None and hasattr(loader, "get_filename"):
        if is_package is None:
            return spec_from_file_location(name, loader=loader)
        return spec_from_file_location(name, loader=loader, submodule_search_locations=[] if is_package else None)
    if is_package is None:
        ask = getattr(loader, "is_package", None)
        is_package = bool(ask(name)) if ask else False
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_not_given):
    """A specification for a source file."""
    if location is None:
        location = "<unknown>"
        if hasattr(loader, "get_filename"):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = os.path.abspath(os.fspath(location))
    if loader is None:
        if location.endswith(".pyc"):
            loader = SourcelessFileLoader(name, location)
        elif location.endswith(".py"):
            loader = SourceFileLoader(name, location)
        else:
            return None
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is _not_given:
        if hasattr(loader, "is_package"):
            try:
                if loader.is_package(name):
                    spec.submodule_search_locations = []
            except ImportError:
                pass
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(os.path.split(location)[0])
    return spec


def _cache_tag():
    tag = sys.implementation.cache_tag
    if tag is None:
        raise NotImplementedError("sys.implementation.cache_tag is None")
    return tag


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where py_compile puts the code of a source."""
    if debug_override is not None:
        import warnings
        warnings.warn("the debug_override parameter is deprecated; use 'optimization' instead", DeprecationWarning)
        if optimization is not None:
            raise TypeError("debug_override or optimization must be set to None")
        optimization = "" if debug_override else 1
    head, tail = os.path.split(os.fspath(path))
    stem, dot, rest = tail.rpartition(".")
    name = (stem if stem else rest) + (dot if stem or dot else "") + _cache_tag()
    if optimization is None:
        optimization = sys.flags.optimize or ""
    optimization = str(optimization)
    if optimization:
        if not optimization.isalnum():
            raise ValueError(f"{optimization!r} is not alphanumeric")
        name += f".opt-{optimization}"
    name += ".pyc"
    if sys.pycache_prefix is not None:
        return os.path.join(sys.pycache_prefix, os.path.abspath(head).lstrip("/"), name)
    return os.path.join(head, "__pycache__", name)


def source_from_cache(path):
    """The source whose code py_compile puts there."""
    _cache_tag()
    head, name = os.path.split(os.fspath(path))
    prefix = sys.pycache_prefix
    if prefix is not None and head.startswith(prefix.rstrip("/") + "/"):
        head = head[len(prefix.rstrip("/")):]
    else:
        head, folder = os.path.split(head)
        if folder != "__pycache__":
            raise ValueError(f"__pycache__ not bottom-level directory in {os.fspath(path)!r}")
    dots = name.count(".")
    if dots not in (2, 3):
        raise ValueError(f"expected only 2 or 3 dots in {name!r}")
    if dots == 3:
        optimization = name.rsplit(".", 2)[-2]
        if not optimization.startswith("opt-"):
            raise ValueError("optimization portion of filename does not start with 'opt-'")
        if not optimization[4:].isalnum():
            raise ValueError(f"optimization level {optimization!r} is not an alphanumeric value")
    return os.path.join(head, name.partition(".")[0] + ".py")


def decode_source(source_bytes):
    """The text of a source, its ends of lines made even."""
    import io
    import tokenize

    encoding = tokenize.detect_encoding(io.BytesIO(source_bytes).readline)[0]
    return io.IncrementalNewlineDecoder(None, True).decode(bytes(source_bytes).decode(encoding))


def source_hash(source_bytes):
    """Eight bytes that tell sources apart."""
    import hashlib
    return hashlib.blake2b(bytes(source_bytes), digest_size=8, key=MAGIC_NUMBER).digest()


class _LazyModule(types.ModuleType):
    """A module whose body runs when one of its attributes is asked for."""

    def __getattribute__(self, attr):
        spec = object.__getattribute__(self, "__spec__")
        state = spec.loader_state
        with state["lock"]:
            if object.__getattribute__(self, "__class__") is _LazyModule:
                if state["is_loading"] and (attr == "__dict__" or attr.startswith("__") and attr.endswith("__")):
                    return object.__getattribute__(self, attr)
                state["is_loading"] = True
                names = object.__getattribute__(self, "__dict__")
                changed = {name: value for name, value in names.items()
                           if name not in state["__dict__"] or state["__dict__"][name] is not value}
                spec.loader.exec_module(self)
                if spec.name in sys.modules and sys.modules[spec.name] is not self:
                    raise ValueError(f"module object for {spec.name!r} substituted in sys.modules during a lazy load")
                names.update(changed)
                self.__class__ = types.ModuleType
        return getattr(self, attr)

    def __delattr__(self, attr):
        self.__getattribute__(attr)
        delattr(self, attr)


class LazyLoader:
    """A loader whose modules run when they are first used."""

    def __init__(self, loader):
        if not hasattr(loader, "exec_module"):
            raise TypeError("loader must define exec_module()")
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        """A function that makes such a loader of what the given one makes."""
        if not hasattr(loader, "exec_module"):
            raise TypeError("loader must define exec_module()")
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        import threading

        module.__spec__.loader = self.loader
        module.__loader__ = self.loader
        module.__spec__.loader_state = {"__dict__": module.__dict__.copy(), "__class__": module.__class__,
                                        "lock": threading.RLock(), "is_loading": False}
        module.__class__ = _LazyModule


def __getattr__(name):
    if name == "Loader":
        from importlib.abc import Loader
        return Loader
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
