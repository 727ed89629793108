"""Finders and loaders: the interpreter's own, and those by which programs look for modules themselves."""

import os
import sys

from _imp import BuiltinImporter, ModuleSpec, SourceFileLoader

__all__ = ["AppleFrameworkLoader", "BYTECODE_SUFFIXES", "BuiltinImporter", "DEBUG_BYTECODE_SUFFIXES",
           "EXTENSION_SUFFIXES", "ExtensionFileLoader", "FileFinder", "FrozenImporter", "ModuleSpec", "NamespaceLoader",
           "OPTIMIZED_BYTECODE_SUFFIXES", "PathFinder", "SOURCE_SUFFIXES", "SourceFileLoader", "SourcelessFileLoader",
           "WindowsRegistryFinder", "all_suffixes"]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = []


def all_suffixes():
    """The endings of files that can be modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class _FileLoader:
    """What loaders of files have in common."""

    def __init__(self, name, path):
        self.name, self.path = name, path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def create_module(self, spec):
        return None

    def get_filename(self, name=None):
        return self.path

    def is_package(self, fullname):
        return os.path.basename(self.path).rsplit(".", 1)[0] == "__init__"

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()

    def get_source(self, fullname):
        return None


class SourcelessFileLoader(_FileLoader):
    """A loader of what py_compile has written."""

    def get_code(self, fullname):
        import marshal
        from importlib.util import MAGIC_NUMBER

        data = self.get_data(self.path)
        if data[:4] != MAGIC_NUMBER:
            raise ImportError(f"bad magic number in {fullname!r}: {data[:4]!r}", name=fullname, path=self.path)
        return marshal.loads(data[16:])

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)


class ExtensionFileLoader(_FileLoader):
    """A loader of compiled extensions: this interpreter has none."""

    def create_module(self, spec):
        raise ImportError("extensions cannot be loaded", name=self.name, path=self.path)

    def exec_module(self, module):
        raise ImportError("extensions cannot be loaded", name=self.name, path=self.path)

    def get_code(self, fullname):
        return None


class AppleFrameworkLoader(ExtensionFileLoader):
    """A loader of extensions in frameworks: this interpreter has none."""


class _NamespacePath:
    """The folders of a package without a source; looked for anew when those of its parent have changed."""

    def __init__(self, name, path, path_finder):
        self._name, self._path, self._path_finder = name, path, path_finder
        self._last_parent_path = tuple(self._get_parent_path())

    def _get_parent_path(self):
        parent = self._name.rpartition(".")[0]
        return sys.modules[parent].__path__ if parent else sys.path

    def _recalculate(self):
        parent_path = tuple(self._get_parent_path())
        if parent_path != self._last_parent_path:
            spec = self._path_finder(self._name, parent_path)
            if spec is not None and spec.loader is None and spec.submodule_search_locations:
                self._path = spec.submodule_search_locations
            self._last_parent_path = parent_path
        return self._path

    def __iter__(self):
        return iter(self._recalculate())

    def __getitem__(self, index):
        return self._recalculate()[index]

    def __setitem__(self, index, path):
        self._path[index] = path

    def __len__(self):
        return len(self._recalculate())

    def __contains__(self, item):
        return item in self._recalculate()

    def append(self, item):
        self._path.append(item)

    def __repr__(self):
        return f"_NamespacePath({self._path!r})"


class NamespaceLoader:
    """The loader of a package without a source."""

    def __init__(self, name, path, path_finder):
        self._path = _NamespacePath(name, path, path_finder)

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ""

    def get_code(self, fullname):
        return compile("", "<string>", "exec", dont_inherit=True)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass

    def get_resource_reader(self, module):
        from importlib.readers import NamespaceReader
        return NamespaceReader(self._path)


class FrozenImporter:
    """The finder of modules frozen into the interpreter: there are none."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None


class WindowsRegistryFinder:
    """The finder of modules in the registry of Windows."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None


class FileFinder:
    """Looks in one folder, for files of the given endings; each comes with its loader."""

    def __init__(self, path, *loader_details):
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes]
        self.path = os.path.abspath(path or ".")

    def find_spec(self, fullname, target=None):
        """The specification of a module in the folder, or None."""
        from importlib.util import spec_from_file_location

        stem = os.path.join(self.path, fullname.rpartition(".")[2])
        if os.path.isdir(stem):
            for suffix, loader in self._loaders:
                file = os.path.join(stem, "__init__" + suffix)
                if os.path.isfile(file):
                    return spec_from_file_location(
                        fullname, file, loader=loader(fullname, file), submodule_search_locations=[stem]
                    )
        for suffix, loader in self._loaders:
            if os.path.isfile(stem + suffix):
                return spec_from_file_location(fullname, stem + suffix, loader=loader(fullname, stem + suffix))
        if os.path.isdir(stem):
            spec = ModuleSpec(fullname, None)
            spec.submodule_search_locations = [stem]
            return spec
        return None

    def invalidate_caches(self):
        """Nothing is kept."""

    @classmethod
    def path_hook(cls, *loader_details):
        """A function for sys.path_hooks that makes such finders of folders."""
        def path_hook_for_FileFinder(path):
            if not os.path.isdir(path or "."):
                raise ImportError("only directories are supported", path=path)
            return cls(path, *loader_details)
        return path_hook_for_FileFinder

    def __repr__(self):
        return f"FileFinder({self.path!r})"


class PathFinder:
    """The finder of what is along sys.path or along a package's __path__."""

    @staticmethod
    def invalidate_caches():
        for finder in sys.path_importer_cache.values():
            if hasattr(finder, "invalidate_caches"):
                finder.invalidate_caches()

    @classmethod
    def _finder_of(cls, entry):
        """The finder for an entry, by the hooks of sys.path_hooks or for a folder."""
        for hook in sys.path_hooks:
            try:
                return hook(entry)
            except ImportError:
                continue
        if os.path.isdir(entry or "."):
            return FileFinder(entry, (SourceFileLoader, SOURCE_SUFFIXES), (SourcelessFileLoader, BYTECODE_SUFFIXES))
        from zipimport import ZipImportError, zipimporter
        try:
            return zipimporter(entry)
        except ZipImportError:
            return None

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """The specification of a module, or None."""
        import _imp

        namespace = []
        for entry in sys.path if path is None else path:
            if not isinstance(entry, str):
                continue
            if entry.startswith("<gilly>"):
                spec = _imp.find_in(fullname, [entry])
            else:
                finder = cls._finder_of(entry)
                spec = finder.find_spec(fullname, target) if finder is not None else None
            if spec is None:
                continue
            if spec.loader is not None:
                return spec
            namespace.extend(spec.submodule_search_locations or [])
        if not namespace:
            return None
        spec = ModuleSpec(fullname, None)
        spec.submodule_search_locations = namespace
        return spec

    @staticmethod
    def find_distributions(*args, **kwargs):
        """The distributions that importlib.metadata finds along a path."""
        from importlib.metadata import MetadataPathFinder
        return MetadataPathFinder.find_distributions(*args, **kwargs)
