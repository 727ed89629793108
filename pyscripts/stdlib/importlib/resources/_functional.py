"""Resources by functions: open, read, where they are, what there is."""

import warnings

from importlib.resources._common import as_file, from_package, resolve

_MISSING = object()


def _resource(anchor, path_names):
    if anchor is None:
        raise TypeError("anchor must be module or string, got None")
    return from_package(resolve(anchor)).joinpath(*path_names)


def _encoding(encoding, path_names):
    if encoding is not _MISSING:
        return encoding
    if len(path_names) <= 1:
        return "utf-8"
    raise TypeError("'encoding' argument required with multiple path names")


def open_binary(anchor, *path_names):
    """A stream of the bytes of a resource."""
    return _resource(anchor, path_names).open("rb")


def open_text(anchor, *path_names, encoding=_MISSING, errors="strict"):
    """A stream of the text of a resource."""
    encoding = _encoding(encoding, path_names)
    return _resource(anchor, path_names).open("r", encoding=encoding, errors=errors)


def read_binary(anchor, *path_names):
    """The bytes of a resource."""
    return _resource(anchor, path_names).read_bytes()


def read_text(anchor, *path_names, encoding=_MISSING, errors="strict"):
    """The text of a resource."""
    encoding = _encoding(encoding, path_names)
    with _resource(anchor, path_names).open("r", encoding=encoding, errors=errors) as stream:
        return stream.read()


def path(anchor, *path_names):
    """A context in which a resource is a file of the system."""
    return as_file(_resource(anchor, path_names))


def is_resource(anchor, *path_names):
    """Whether there is such a file."""
    return _resource(anchor, path_names).is_file()


def contents(anchor, *path_names):
    """The names in a package."""
    warnings.warn("importlib.resources.contents is deprecated. Use files(anchor).iterdir() instead.",
                  DeprecationWarning, stacklevel=1)
    return (resource.name for resource in _resource(anchor, path_names).iterdir())
