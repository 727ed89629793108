"""Packages: the modules in them, and objects by their names."""

import importlib
import os
import re
import sys
from collections import namedtuple

__all__ = ["ModuleInfo", "extend_path", "find_loader", "get_data", "get_importer", "get_loader", "iter_importers",
           "iter_modules", "read_code", "resolve_name", "walk_packages"]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")
ModuleInfo.__doc__ = "A namedtuple with minimal info about a module."

_NAME = re.compile(r"^(?P<module>(?!\d)\w+(\.(?!\d)\w+)*)(?P<colon>:(?P<object>(?!\d)\w+(\.(?!\d)\w+)*)?)?$")


def iter_modules(path=None, prefix=""):
    """The modules in the folders of `path`, or in those of sys.path."""
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    seen = set()
    for folder in sys.path if path is None else path:
        finder = get_importer(folder)
        for name, is_package in iter_importer_modules(finder, prefix):
            if name not in seen:
                seen.add(name)
                yield ModuleInfo(finder, name, is_package)


def iter_importer_modules(importer, prefix=""):
    """The modules that a finder has: pairs of a name and whether that is a package."""
    if hasattr(importer, "iter_modules"):
        return importer.iter_modules(prefix)
    if hasattr(importer, "archive"):
        return _modules_in_archive(importer, prefix)
    return [] if importer is None else _modules_in_folder(importer, prefix)


def _modules_in_folder(importer, prefix):
    folder = getattr(importer, "path", None)
    if folder is None or not os.path.isdir(folder):
        return
    seen = set()
    for file in sorted(os.listdir(folder)):
        name, extension = os.path.splitext(file)
        is_package = not extension and os.path.isfile(os.path.join(folder, file, "__init__.py"))
        if name in seen or name == "__init__" or "." in name or not (is_package or extension == ".py"):
            continue
        seen.add(name)
        yield prefix + name, is_package


def _modules_in_archive(importer, prefix):
    seen = set()
    for file in sorted(importer._files):
        if not file.startswith(importer.prefix):
            continue
        name, slash, rest = file[len(importer.prefix):].partition("/")
        is_package = bool(slash) and rest.startswith("__init__.py")
        if not slash:
            name, extension = os.path.splitext(name)
        if name in seen or name == "__init__" or "." in name or not (is_package or not slash and extension == ".py"):
            continue
        seen.add(name)
        yield prefix + name, is_package


def get_importer(path_item):
    """The finder for an entry of a path, kept in sys.path_importer_cache; None if there is none."""
    from importlib.machinery import PathFinder

    path_item = os.fsdecode(path_item)
    if path_item not in sys.path_importer_cache:
        finder = PathFinder._finder_of(path_item)
        if finder is None:
            return None
        sys.path_importer_cache[path_item] = finder
    return sys.path_importer_cache[path_item]


def iter_importers(fullname=""):
    """The finders that would be asked for a module."""
    if fullname.startswith("."):
        raise ImportError(f"Relative module name {fullname!r} not supported")
    package = fullname.rpartition(".")[0]
    if package:
        path = getattr(importlib.import_module(package), "__path__", None)
        if path is None:
            return
    else:
        yield from sys.meta_path
        path = sys.path
    yield from map(get_importer, path)


def find_loader(fullname):
    """The loader of a module; None if there is none."""
    _warn_of("find_loader")
    return _loader(fullname)


def get_loader(module_or_name):
    """The loader of a module, given it or its name; None if there is none."""
    _warn_of("get_loader")
    if module_or_name in sys.modules:
        module_or_name = sys.modules[module_or_name]
        if module_or_name is None:
            return None
    if isinstance(module_or_name, type(sys)):
        if getattr(module_or_name, "__loader__", None) is not None:
            return module_or_name.__loader__
        if getattr(module_or_name, "__spec__", None) is None:
            return None
        module_or_name = module_or_name.__name__
    return find_loader(module_or_name)


def _warn_of(name):
    import warnings
    warnings.warn(f"'pkgutil.{name}' is deprecated and slated for removal in Python 3.14; use importlib.util.find_spec() "
                  "instead", DeprecationWarning, stacklevel=3)


def _loader(fullname):
    import importlib.util
    if fullname.startswith("."):
        raise ImportError(f"Relative module name {fullname!r} not supported")
    try:
        spec = importlib.util.find_spec(fullname)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        raise ImportError(f"Error while finding loader for {fullname!r} ({type(error)}: {error})") from error
    return None if spec is None else spec.loader


def read_code(stream):
    """The code in a file that py_compile has written; None if it is of another version."""
    import marshal
    from importlib.util import MAGIC_NUMBER

    if stream.read(4) != MAGIC_NUMBER:
        return None
    stream.read(12)
    return marshal.load(stream)


def walk_packages(path=None, prefix="", onerror=None):
    """The same, and what is in the packages; these are imported."""
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except Exception as error:
            if onerror is not None:
                onerror(info.name)
            elif not isinstance(error, ImportError):
                raise
        else:
            yield from walk_packages(list(getattr(sys.modules[info.name], "__path__", None) or []),
                                     info.name + ".", onerror)


def extend_path(path, name):
    """The package's path with the folders of that name along sys.path."""
    if not isinstance(path, list):
        return path
    path = path[:]
    for folder in sys.path:
        more = os.path.join(folder, *name.split("."))
        if more not in path and os.path.isfile(os.path.join(more, "__init__.py")):
            path.append(more)
    return path


def get_data(package, resource):
    """The bytes of a file beside a package."""
    module = importlib.import_module(package)
    if getattr(module, "__file__", None) is None:
        return None
    path = os.path.join(os.path.dirname(module.__file__), *resource.split("/"))
    loader = getattr(module, "__loader__", None)
    if hasattr(loader, "get_data"):
        return loader.get_data(path)
    with open(path, "rb") as file:
        return file.read()


def resolve_name(name):
    """The object that `module.name` or `module:name` means."""
    match = _NAME.match(name)
    if not match:
        raise ValueError(f"invalid format: {name!r}")
    if match["colon"]:
        result = importlib.import_module(match["module"])
        parts = match["object"].split(".") if match["object"] else []
    else:
        parts = name.split(".")
        module_name = parts.pop(0)
        result = importlib.import_module(module_name)
        while parts:
            module_name = f"{module_name}.{parts[0]}"
            try:
                result = importlib.import_module(module_name)
                parts.pop(0)
            except ImportError:
                break
    for part in parts:
        result = getattr(result, part)
    return result
