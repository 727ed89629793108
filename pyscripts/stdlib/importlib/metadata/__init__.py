"""What is installed: the distributions along sys.path, their versions, files, requirements and entry points."""

import abc
import collections
import csv
import email
import functools
import importlib
import itertools
import os
import pathlib
import posixpath
import re
import sys
from importlib.abc import MetaPathFinder
from importlib.metadata._names import Prepared, section_pairs
from itertools import starmap

__all__ = ["Distribution", "DistributionFinder", "PackageMetadata", "PackageNotFoundError", "distribution",
           "distributions", "entry_points", "files", "metadata", "packages_distributions", "requires", "version"]


class PackageNotFoundError(ModuleNotFoundError):
    """No distribution of that name is installed."""

    def __str__(self):
        return f"No package metadata was found for {self.name}"

    @property
    def name(self):
        (name,) = self.args
        return name


class EntryPoint:
    """An object that a distribution offers under a name, in a group."""

    pattern = re.compile(r"(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?((?P<extras>\[.*\])\s*)?$")

    dist = None

    def __init__(self, name, value, group):
        vars(self).update(name=name, value=value, group=group)

    def load(self):
        """The object."""
        match = self.pattern.match(self.value)
        module = importlib.import_module(match["module"])
        return functools.reduce(getattr, filter(None, (match["attr"] or "").split(".")), module)

    @property
    def module(self):
        match = self.pattern.match(self.value)
        assert match is not None
        return match["module"]

    @property
    def attr(self):
        match = self.pattern.match(self.value)
        assert match is not None
        return match["attr"]

    @property
    def extras(self):
        match = self.pattern.match(self.value)
        assert match is not None
        return re.findall(r"\w+", match["extras"] or "")

    def _for(self, dist):
        vars(self).update(dist=dist)
        return self

    def matches(self, **params):
        """Whether its attributes have these values."""
        return all(value == getattr(self, name) for name, value in params.items())

    def _key(self):
        return self.name, self.value, self.group

    def __lt__(self, other):
        return self._key() < other._key()

    def __eq__(self, other):
        return self._key() == other._key()

    def __setattr__(self, name, value):
        raise AttributeError("EntryPoint objects are immutable.")

    def __repr__(self):
        return f"EntryPoint(name={self.name!r}, value={self.value!r}, group={self.group!r})"

    def __hash__(self):
        return hash(self._key())


class EntryPoints(tuple):
    """Entry points, by name and to be selected from."""

    __slots__ = ()

    def __getitem__(self, name):
        try:
            return next(iter(self.select(name=name)))
        except StopIteration:
            raise KeyError(name) from None

    def __repr__(self):
        return "%s(%r)" % (self.__class__.__name__, tuple(self))

    def select(self, **params):
        """Those whose attributes have these values."""
        return EntryPoints(point for point in self if point.matches(**params))

    @property
    def names(self):
        return {point.name for point in self}

    @property
    def groups(self):
        return {point.group for point in self}

    @classmethod
    def _from_text_for(cls, text, dist):
        pairs = section_pairs(text or "")
        return cls(EntryPoint(name=name, value=value, group=group)._for(dist) for group, name, value in pairs)


class FileHash:
    """The hash that RECORD has of a file."""

    def __init__(self, spec):
        self.mode, _, self.value = spec.partition("=")

    def __repr__(self):
        return f"<FileHash mode: {self.mode} value: {self.value}>"


class PackagePath(pathlib.PurePosixPath):
    """A file of a distribution."""

    def read_text(self, encoding="utf-8"):
        return self.locate().read_text(encoding=encoding)

    def read_binary(self):
        return self.locate().read_bytes()

    def locate(self):
        """Where it is on this machine."""
        return self.dist.locate_file(self)


class PackageMetadata(abc.ABC):
    """What a distribution tells of itself: a message of headers."""

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "get_all") and hasattr(other, "json") or NotImplemented


class Distribution(metaclass=abc.ABCMeta):
    """Something installed."""

    @abc.abstractmethod
    def read_text(self, filename):
        """A file of its metadata, or None."""

    @abc.abstractmethod
    def locate_file(self, path):
        """The path of one of its files."""

    @classmethod
    def from_name(cls, name):
        """The distribution of a name."""
        if not name:
            raise ValueError("A distribution name is required.")
        try:
            return next(iter(cls.discover(name=name)))
        except StopIteration:
            raise PackageNotFoundError(name) from None

    @classmethod
    def discover(cls, *, context=None, **kwargs):
        """All that the finders find."""
        if context and kwargs:
            raise ValueError("cannot accept context and kwargs")
        context = context or DistributionFinder.Context(**kwargs)
        return itertools.chain.from_iterable(resolver(context) for resolver in cls._discover_resolvers())

    @staticmethod
    def at(path):
        """The distribution of a folder of metadata."""
        return PathDistribution(pathlib.Path(path))

    @staticmethod
    def _discover_resolvers():
        declared = [getattr(finder, "find_distributions", None) for finder in sys.meta_path]
        return [*filter(None, declared), MetadataPathFinder.find_distributions]

    @property
    def metadata(self):
        from importlib.metadata._message import Message

        text = self.read_text("METADATA") or self.read_text("PKG-INFO") or self.read_text("")
        return Message(email.message_from_string(text or ""))

    @property
    def name(self):
        return self.metadata["Name"]

    @property
    def _normalized_name(self):
        return Prepared.normalize(self.name)

    @property
    def version(self):
        return self.metadata["Version"]

    @property
    def entry_points(self):
        return EntryPoints._from_text_for(self.read_text("entry_points.txt"), self)

    @property
    def files(self):
        """Its files, or None if no list of them is there."""
        record = self.read_text("RECORD")
        if record is not None:
            rows = csv.reader(record.splitlines())
        else:
            listed = self.read_text("installed-files.txt") or self.read_text("SOURCES.txt")
            if listed is None:
                return None
            rows = ([line] for line in listed.splitlines() if line)

        def made(name, hash=None, size_str=None):
            path = PackagePath(name)
            path.hash = FileHash(hash) if hash else None
            path.size = int(size_str) if size_str else None
            path.dist = self
            return path
        return [path for path in starmap(made, rows) if record is None or path.locate().exists()]

    @property
    def requires(self):
        """Its requirements, or None."""
        listed = self.metadata.get_all("Requires-Dist")
        if listed is None:
            text = self.read_text("requires.txt")
            listed = None if text is None else list(_egg_requirements(text))
        return list(listed) if listed else None

    @property
    def origin(self):
        text = self.read_text("direct_url.json")
        if text is None:
            return None
        import json
        import types
        return json.loads(text, object_hook=lambda data: types.SimpleNamespace(**data))


def _egg_requirements(text):
    """The requirements of an egg, its sections made conditions."""
    section = None
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
            continue
        extra, _, markers = (section or "").partition(":")
        conditions = [f"({markers})" if extra and markers else markers, f'extra == "{extra}"' if extra else ""]
        joined = " and ".join(filter(None, conditions))
        space = " " if "@" in line else ""
        yield f"{line}{space}; {joined}" if joined else line


class DistributionFinder(MetaPathFinder):
    """A finder that finds distributions, too."""

    class Context:
        """What is looked for, and where."""

        name = None

        def __init__(self, **kwargs):
            vars(self).update(kwargs)

        @property
        def path(self):
            return vars(self).get("path", sys.path)

    @abc.abstractmethod
    def find_distributions(self, context=Context()):
        """The distributions of that name, or all."""


class MetadataPathFinder(DistributionFinder):
    """The finder of distributions in folders, beside what they install."""

    @classmethod
    def find_distributions(cls, context=DistributionFinder.Context()):
        prepared = Prepared(context.name)
        for folder in context.path:
            if not isinstance(folder, (str, os.PathLike)):
                continue
            try:
                names = os.listdir(folder or ".")
            except OSError:
                continue
            for name in names:
                if prepared.fits(name):
                    yield PathDistribution(pathlib.Path(folder) / name)

    @classmethod
    def invalidate_caches(cls):
        """Nothing is kept."""


class PathDistribution(Distribution):
    """A distribution whose metadata are a folder, or a file."""

    def __init__(self, path):
        self._path = path

    def read_text(self, filename):
        try:
            return self._path.joinpath(filename).read_text(encoding="utf-8")
        except (FileNotFoundError, IsADirectoryError, KeyError, NotADirectoryError, PermissionError):
            return None

    def locate_file(self, path):
        return self._path.parent / path

    @property
    def _normalized_name(self):
        return Prepared.name_of(os.path.basename(str(self._path))) or super()._normalized_name


def distribution(distribution_name):
    """The distribution of a name."""
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    """All distributions."""
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    """What a distribution tells of itself."""
    return Distribution.from_name(distribution_name).metadata


def version(distribution_name):
    """The version of a distribution."""
    return distribution(distribution_name).version


def entry_points(**params):
    """The entry points of all distributions; the first of a name along the path counts."""
    unique, seen = [], set()
    for found in distributions():
        key = found._normalized_name
        if key not in seen:
            seen.add(key)
            unique.append(found)
    points = itertools.chain.from_iterable(found.entry_points for found in unique)
    return EntryPoints(points).select(**params)


def files(distribution_name):
    """The files of a distribution."""
    return distribution(distribution_name).files


def requires(distribution_name):
    """The requirements of a distribution."""
    return distribution(distribution_name).requires


def packages_distributions():
    """The names of distributions by the top-level modules that they install."""
    found = collections.defaultdict(list)
    for dist in distributions():
        listed = (dist.read_text("top_level.txt") or "").split() or _top_level_names(dist)
        for name in listed:
            found[name].append(dist.metadata["Name"])
    return dict(found)


def _top_level_names(dist):
    names = set()
    for file in dist.files or ():
        top = file.parts[0]
        if len(file.parts) == 1:
            top = posixpath.splitext(top)[0] if top.endswith(".py") else ""
        if top and "." not in top:
            names.add(top)
    return names
