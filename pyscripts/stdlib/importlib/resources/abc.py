"""What can be asked of resources, and of those who read them."""

import abc
import itertools
import os
import pathlib
from typing import Protocol, runtime_checkable

__all__ = ["ResourceReader", "Traversable", "TraversableResources"]


class ResourceReader(metaclass=abc.ABCMeta):
    """Reads the files of a package."""

    @abc.abstractmethod
    def open_resource(self, resource):
        """A stream of a resource's bytes."""
        raise FileNotFoundError

    @abc.abstractmethod
    def resource_path(self, resource):
        """The path of a resource, if it is a file."""
        raise FileNotFoundError

    @abc.abstractmethod
    def is_resource(self, path):
        """Whether it is a resource; folders are not."""
        raise FileNotFoundError

    @abc.abstractmethod
    def contents(self):
        """The names in the package."""
        raise FileNotFoundError


class TraversalError(Exception):
    """There is nothing at that path."""


@runtime_checkable
class Traversable(Protocol):
    """A file or folder, as pathlib.Path is one."""

    @abc.abstractmethod
    def iterdir(self):
        """What is in the folder."""

    def read_bytes(self):
        with self.open("rb") as stream:
            return stream.read()

    def read_text(self, encoding=None):
        with self.open(encoding=encoding) as stream:
            return stream.read()

    @abc.abstractmethod
    def is_dir(self):
        """Whether it is a folder."""

    @abc.abstractmethod
    def is_file(self):
        """Whether it is a file."""

    def joinpath(self, *descendants):
        """What is below, by its names."""
        if not descendants:
            return self
        names = itertools.chain.from_iterable(pathlib.PurePosixPath(name).parts for name in map(os.fspath, descendants))
        target = next(names)
        matches = (child for child in self.iterdir() if child.name == target)
        try:
            match = next(matches)
        except StopIteration:
            raise TraversalError("Target not found during traversal.", target, list(names)) from None
        return match.joinpath(*names)

    def __truediv__(self, child):
        return self.joinpath(child)

    @abc.abstractmethod
    def open(self, mode="r", *args, **kwargs):
        """A stream of it."""

    @property
    @abc.abstractmethod
    def name(self):
        """Its name, without the folders above."""


class TraversableResources(ResourceReader):
    """A reader by way of a Traversable."""

    @abc.abstractmethod
    def files(self):
        """The package's folder."""

    def open_resource(self, resource):
        return self.files().joinpath(resource).open("rb")

    def resource_path(self, resource):
        raise FileNotFoundError(resource)

    def is_resource(self, path):
        return self.files().joinpath(path).is_file()

    def contents(self):
        return (item.name for item in self.files().iterdir())
