"""The folder of a package, and its files as files of the system."""

import contextlib
import functools
import importlib
import inspect
import itertools
import os
import pathlib
import tempfile
import types
from typing import Union

from importlib.resources.abc import Traversable

Package = Union[types.ModuleType, str]
Anchor = Package


def files(anchor=None):
    """The folder of a package, or of what a module stands in; by default of the caller's."""
    if anchor is None:
        frames = (info.frame for info in inspect.stack() if info.filename != __file__)
        anchor = next(itertools.islice(frames, 0, None)).f_globals["__name__"]
    return from_package(resolve(anchor))


def resolve(anchor):
    """The module of an anchor."""
    return anchor if isinstance(anchor, types.ModuleType) else importlib.import_module(anchor)


def from_package(package):
    """The folder of a module's files."""
    spec = package.__spec__
    reader = getattr(spec.loader, "get_resource_reader", None)
    if reader is not None:
        found = reader(spec.name)
        if found is not None:
            return found.files() if hasattr(found, "files") else _ReaderFolder(found, spec.name)
    from importlib.resources.readers import FileReader, NamespaceReader

    locations = spec.submodule_search_locations
    if spec.origin is None and locations:
        return NamespaceReader(locations).files()
    loader = spec.loader if hasattr(spec.loader, "path") else types.SimpleNamespace(path=spec.origin)
    return FileReader(loader).files()


class _ReaderFolder(Traversable):
    """What an old reader reads, as a folder."""

    def __init__(self, reader, name):
        self._reader, self._name = reader, name

    @property
    def name(self):
        return self._name

    def iterdir(self):
        return (_ReaderFile(self._reader, name) for name in self._reader.contents())

    def is_dir(self):
        return True

    def is_file(self):
        return False

    def joinpath(self, *descendants):
        if not descendants:
            return self
        return _ReaderFile(self._reader, "/".join(map(os.fspath, descendants)))

    def open(self, mode="r", *args, **kwargs):
        raise IsADirectoryError(self._name)


class _ReaderFile(Traversable):
    """A resource of an old reader."""

    def __init__(self, reader, name):
        self._reader, self._name = reader, name

    @property
    def name(self):
        return self._name.rpartition("/")[2]

    def iterdir(self):
        return iter(())

    def is_dir(self):
        return False

    def is_file(self):
        return self._reader.is_resource(self._name)

    def joinpath(self, *descendants):
        return _ReaderFile(self._reader, "/".join([self._name, *map(os.fspath, descendants)]))

    def open(self, mode="r", *args, **kwargs):
        import io

        stream = self._reader.open_resource(self._name)
        return stream if "b" in mode else io.TextIOWrapper(stream, *args, **kwargs)


@contextlib.contextmanager
def _temporary(read, suffix=""):
    number, path = tempfile.mkstemp(suffix=suffix)
    try:
        try:
            os.write(number, read())
        finally:
            os.close(number)
        yield pathlib.Path(path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.remove(path)


@functools.singledispatch
def as_file(path):
    """A context in which the resource is a file of the system."""
    return _temporary_folder(path) if path.is_dir() else _temporary(path.read_bytes, suffix=path.name)


@as_file.register(pathlib.Path)
@contextlib.contextmanager
def _(path):
    yield path


@contextlib.contextmanager
def _temporary_folder(path):
    with tempfile.TemporaryDirectory() as folder:
        yield _written(pathlib.Path(folder), path)


def _written(target, source):
    child = target.joinpath(source.name)
    if source.is_dir():
        child.mkdir()
        for item in source.iterdir():
            _written(child, item)
    else:
        child.write_bytes(source.read_bytes())
    return child
