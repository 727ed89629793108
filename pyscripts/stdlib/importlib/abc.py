"""Abstract base classes of finders and loaders."""

import abc
import importlib
import io

from importlib.machinery import (
    BuiltinImporter, ExtensionFileLoader, FileFinder, FrozenImporter, NamespaceLoader, PathFinder, SourceFileLoader,
    SourcelessFileLoader,
)

__all__ = ["Loader", "MetaPathFinder", "PathEntryFinder", "ResourceLoader", "InspectLoader", "ExecutionLoader",
           "FileLoader", "SourceLoader"]


def __getattr__(name):
    """What has moved to importlib.resources.abc."""
    if name in ("ResourceReader", "Traversable", "TraversableResources"):
        import warnings
        from importlib.resources import abc as resources
        warnings._deprecated(f"{__name__}.{name}", remove=(3, 14))
        return getattr(resources, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class Loader(metaclass=abc.ABCMeta):
    """What makes modules; its exec_module() runs their bodies."""

    def create_module(self, spec):
        """A module of the loader's own kind, or None for a usual one."""
        return None

    def load_module(self, fullname):
        """Load a module the old way, by exec_module()."""
        if not hasattr(self, "exec_module"):
            raise ImportError
        import sys
        from importlib import util

        spec = util.spec_from_loader(fullname, self)
        module = sys.modules.get(fullname)
        if module is None:
            module = util.module_from_spec(spec)
            sys.modules[fullname] = module
        self.exec_module(module)
        return sys.modules[fullname]


class MetaPathFinder(metaclass=abc.ABCMeta):
    """What stands in sys.meta_path: find_spec(fullname, path, target=None)."""

    def invalidate_caches(self):
        """Forget what is known of files."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    """What looks in one entry of sys.path: find_spec(fullname, target=None)."""

    def invalidate_caches(self):
        """Forget what is known of files."""


class ResourceLoader(Loader):
    """A loader that can read files beside its modules."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes of a file."""
        raise OSError


class InspectLoader(Loader):
    """A loader that tells of modules without loading them."""

    def is_package(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        """The module's code, or None."""
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        """The module's source, or None."""
        raise ImportError

    @staticmethod
    def source_to_code(data, path="<string>"):
        """The code of a source."""
        return compile(data, path, "exec", dont_inherit=True)

    def exec_module(self, module):
        """Run the module's code in it."""
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f"cannot load module {module.__name__!r} when get_code() returns None")
        exec(code, module.__dict__)


class ExecutionLoader(InspectLoader):
    """A loader whose modules are files."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        if source is None:
            return None
        try:
            path = self.get_filename(fullname)
        except ImportError:
            return self.source_to_code(source)
        return self.source_to_code(source, path)


class FileLoader(ResourceLoader, ExecutionLoader):
    """A loader of one file."""

    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):
        with io.FileIO(path, "r") as file:
            return file.read()


class SourceLoader(ResourceLoader, ExecutionLoader):
    """A loader of sources; subclasses have get_data() and get_filename()."""

    def is_package(self, fullname):
        import os

        file = os.path.split(self.get_filename(fullname))[1]
        return file.rsplit(".", 1)[0] == "__init__" and fullname.rpartition(".")[2] != "__init__"

    def path_mtime(self, path):
        if self.path_stats.__func__ is SourceLoader.path_stats:
            raise OSError
        return int(self.path_stats(path)["mtime"])

    def path_stats(self, path):
        if self.path_mtime.__func__ is SourceLoader.path_mtime:
            raise OSError
        return {"mtime": self.path_mtime(path)}

    def set_data(self, path, data):
        """Write a file; nothing here does so itself."""

    def get_source(self, fullname):
        from importlib.util import decode_source

        path = self.get_filename(fullname)
        try:
            return decode_source(self.get_data(path))
        except OSError as error:
            raise ImportError("source not available through get_data()", name=fullname) from error

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)


MetaPathFinder.register(BuiltinImporter)
MetaPathFinder.register(FrozenImporter)
MetaPathFinder.register(PathFinder)
PathEntryFinder.register(FileFinder)
InspectLoader.register(BuiltinImporter)
InspectLoader.register(FrozenImporter)
InspectLoader.register(NamespaceLoader)
ExecutionLoader.register(ExtensionFileLoader)
for _class in SourceFileLoader, SourcelessFileLoader:
    FileLoader.register(_class)
SourceLoader.register(SourceFileLoader)
del _class
