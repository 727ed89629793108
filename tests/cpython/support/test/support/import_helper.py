"""Importing for tests: or skipping, afresh, with modules hidden."""

import contextlib
import importlib
import os
import shutil
import sys
import types
import unittest

from .os_helper import temp_dir, unlink

# Modules that are CPython's inside, or ways into it.
_INSIDES = {
    "_testcapi", "_testinternalcapi", "_testlimitedcapi", "_testbuffer", "_testmultiphase", "_testsinglephase",
    "_testclinic", "_xxsubinterpreters", "_interpreters", "_interpchannels", "xxsubtype", "ctypes", "_opcode",
}


def import_module(name, deprecated=False, *, required_on=()):
    """The module, or a skip."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        if sys.platform.startswith(tuple(required_on)):
            raise
        if name.partition(".")[0] in _INSIDES:
            raise unittest.SkipTest(f"implementation detail: {error}")
        raise unittest.SkipTest(str(error))


def _family(modules, names):
    """The names in `modules` that are one of these or within one."""
    return [name for name in modules if any(name == top or name.startswith(top + ".") for top in names)]


class Twin(types.ModuleType):
    """A module that stands for the variant of itself that its interpreter does not have."""

    def __init__(self, module):
        super().__init__(module.__name__)
        self.__dict__.update(module.__dict__)


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False):
    """A new copy of a module, with others new or hidden meanwhile.

    Many modules of CPython are there twice, in C and in Python; hiding the first gives the second. Where there is one
    only, the module itself is given as a `Twin`, and the tests of the second are put aside.
    """
    tops = (name, *fresh, *blocked)
    saved = {key: sys.modules.pop(key) for key in _family(list(sys.modules), tops)}
    for hidden in blocked:
        sys.modules[hidden] = None
    try:
        for other in fresh:
            __import__(other)
        return importlib.import_module(name)
    except ImportError:
        return Twin(saved[name]) if name in saved and blocked else None
    finally:
        for key in _family(list(sys.modules), tops):
            del sys.modules[key]
        sys.modules.update(saved)


def unload(name):
    """Forgets a module."""
    sys.modules.pop(name, None)


def forget(modname):
    """Forgets a module, and its bytecode."""
    unload(modname)
    for folder in sys.path:
        unlink(os.path.join(folder, modname + ".pyc"))


class CleanImport:
    """Has the modules imported anew within the block."""

    def __init__(self, *names, usefrozen=False):
        self.saved = sys.modules.copy()
        for name in names:
            for top in {name, getattr(sys.modules.get(name), "__name__", name)}:
                sys.modules.pop(top, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        sys.modules.update(self.saved)


class DirsOnSysPath:
    """Puts folders on sys.path for a block."""

    def __init__(self, *paths):
        self.before = sys.path[:]
        self.holder = sys.path
        sys.path.extend(paths)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        sys.path = self.holder
        sys.path[:] = self.before


@contextlib.contextmanager
def ready_to_import(name=None, source=""):
    """A module of this source that can be imported within the block; gives its name and path."""
    name = name or "spam"
    with temp_dir() as folder:
        path = os.path.join(folder, name + ".py")
        before = sys.modules.pop(name, None)
        with open(path, "w", encoding="utf-8") as file:
            file.write(source)
        sys.path.insert(0, folder)
        try:
            importlib.invalidate_caches()
            yield name, path
        finally:
            sys.path.remove(folder)
            sys.modules.pop(name, None)
            if before is not None:
                sys.modules[name] = before


def modules_setup():
    return (sys.modules.copy(),)


def modules_cleanup(saved):
    sys.modules.clear()
    sys.modules.update(saved)


@contextlib.contextmanager
def isolated_modules():
    """Brings sys.modules back after the block."""
    (saved,) = modules_setup()
    try:
        yield
    finally:
        modules_cleanup(saved)
