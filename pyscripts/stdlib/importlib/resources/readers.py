"""Readers of resources: beside a file, in a zip file, in the folders of a namespace package."""

import collections
import itertools
import operator
import pathlib

from importlib.resources import abc

__all__ = ["FileReader", "ZipReader", "MultiplexedPath", "NamespaceReader"]


class FileReader(abc.TraversableResources):
    """Reads the files beside a loader's own."""

    def __init__(self, loader):
        self.path = pathlib.Path(loader.path).parent

    def resource_path(self, resource):
        return str(self.path.joinpath(resource))

    def files(self):
        return self.path


class ZipReader(abc.TraversableResources):
    """Reads the files of a package in a zip file."""

    def __init__(self, loader, module):
        self.prefix = loader.prefix.replace("\\", "/")
        if loader.is_package(module):
            self.prefix += module.rpartition(".")[2] + "/"
        self.archive = loader.archive

    def open_resource(self, resource):
        try:
            return super().open_resource(resource)
        except KeyError as error:
            raise FileNotFoundError(error.args[0]) from None

    def is_resource(self, path):
        target = self.files().joinpath(path)
        return target.is_file() and target.exists()

    def files(self):
        import zipfile
        return zipfile.Path(self.archive, self.prefix)


class MultiplexedPath(abc.Traversable):
    """Several folders as one."""

    def __init__(self, *paths):
        self._paths = [pathlib.Path(path) for path in dict.fromkeys(paths)]
        if not self._paths:
            raise FileNotFoundError("MultiplexedPath must contain at least one path")
        if not all(path.is_dir() for path in self._paths):
            raise NotADirectoryError("MultiplexedPath only supports directories")

    def iterdir(self):
        children = sorted((child for path in self._paths for child in path.iterdir()), key=operator.attrgetter("name"))
        for _, same in itertools.groupby(children, key=operator.attrgetter("name")):
            yield self._follow(list(same))

    @classmethod
    def _follow(cls, children):
        folders = [child for child in children if child.is_dir()]
        if len(folders) == len(children) > 1:
            return cls(*folders)
        return children[0]

    def read_bytes(self):
        raise FileNotFoundError(f"{self} is not a file")

    def read_text(self, *args, **kwargs):
        raise FileNotFoundError(f"{self} is not a file")

    def is_dir(self):
        return True

    def is_file(self):
        return False

    def joinpath(self, *descendants):
        try:
            return super().joinpath(*descendants)
        except abc.TraversalError:
            return self._paths[0].joinpath(*descendants)

    def open(self, *args, **kwargs):
        raise FileNotFoundError(f"{self} is not a file")

    @property
    def name(self):
        return self._paths[0].name

    def __repr__(self):
        paths = ", ".join(f"'{path}'" for path in self._paths)
        return f"MultiplexedPath({paths})"


class NamespaceReader(abc.TraversableResources):
    """Reads the files of a package without a source."""

    def __init__(self, namespace_path):
        self.path = MultiplexedPath(*collections.OrderedDict.fromkeys(namespace_path))

    def resource_path(self, resource):
        return str(self.path.joinpath(resource))

    def files(self):
        return self.path
