"""Helpers for those who import by hand: specifications, modules made of them, relative names."""

import sys
import types

from importlib import _resolve
from importlib._resolve import resolve_name
from importlib.machinery import ModuleSpec, SourceFileLoader

__all__ = ["find_spec", "module_from_spec", "resolve_name", "spec_from_file_location", "spec_from_loader"]

_not_given = object()


def find_spec(name, package=None):
    """The specification of a module, its parents imported; None if there is no such module."""
    name = resolve_name(name, package)
    if name in sys.modules:
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
    parent_name = name.rpartition(".")[0]
    if not parent_name:
        return _resolve.find_spec(name)
    parent = __import__(parent_name, fromlist=["__path__"])
    try:
        path = parent.__path__
    except AttributeError as error:
        raise ModuleNotFoundError(f"__path__ attribute not found on {parent_name!r} while trying to find {name!r}",
                                  name=name) from error
    return _resolve.find_spec(name, path)


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
    if is_package is None:
        ask = getattr(loader, "is_package", None)
        is_package = bool(ask(name)) if ask else False
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_not_given):
    """A specification for a source file."""
    if loader is None:
        if not str(location).endswith(".py"):
            return None
        loader = SourceFileLoader(name, str(location))
    spec = ModuleSpec(name, loader, origin=str(location))
    spec.has_location = True
    if submodule_search_locations is not _not_given:
        spec.submodule_search_locations = submodule_search_locations
    elif str(location).endswith("/__init__.py"):
        spec.submodule_search_locations = [str(location).rpartition("/")[0]]
    return spec
