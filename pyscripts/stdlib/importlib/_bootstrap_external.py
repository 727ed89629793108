"""Finders and loaders of files, under the names that tools know from CPython."""

from importlib.abc import FileLoader, SourceLoader
from importlib.machinery import (
    BYTECODE_SUFFIXES, DEBUG_BYTECODE_SUFFIXES, EXTENSION_SUFFIXES, OPTIMIZED_BYTECODE_SUFFIXES, SOURCE_SUFFIXES,
    ExtensionFileLoader, FileFinder, NamespaceLoader, PathFinder, SourceFileLoader, SourcelessFileLoader,
    WindowsRegistryFinder, _NamespacePath,
)
from importlib.util import (
    MAGIC_NUMBER, cache_from_source, decode_source, source_from_cache, spec_from_file_location,
)

_NamespaceLoader = NamespaceLoader
path_separators = path_sep = "/"


def _get_supported_file_loaders():
    """Loaders with the endings of their files, as `FileFinder` takes them."""
    return [(SourceFileLoader, SOURCE_SUFFIXES), (SourcelessFileLoader, BYTECODE_SUFFIXES)]
