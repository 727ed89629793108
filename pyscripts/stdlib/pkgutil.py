"""Packages: the modules in them, and objects by their names."""

import importlib
import os
import re
import sys
from collections import namedtuple

__all__ = ["ModuleInfo", "extend_path", "get_data", "iter_modules", "resolve_name", "walk_packages"]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")
ModuleInfo.__doc__ = "A namedtuple with minimal info about a module."

_NAME = re.compile(r"^(?P<module>(?!\d)\w+(\.(?!\d)\w+)*)(?P<colon>:(?P<object>(?!\d)\w+(\.(?!\d)\w+)*)?)?$")


def iter_modules(path=None, prefix=""):
    """The modules in the folders of `path`, or in those of sys.path."""
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    seen = set()
    for folder in sys.path if path is None else path:
        try:
            names = sorted(os.listdir(folder or "."))
        except OSError:
            continue
        for file in names:
            name, extension = os.path.splitext(file)
            is_package = not extension and os.path.isfile(os.path.join(folder, file, "__init__.py"))
            if name in seen or name == "__init__" or "." in name or not (is_package or extension == ".py"):
                continue
            seen.add(name)
            yield ModuleInfo(None, prefix + name, is_package)


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
    with open(os.path.join(os.path.dirname(module.__file__), *resource.split("/")), "rb") as file:
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
