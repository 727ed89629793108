"""Names of modules made absolute, and specifications found by name: what `importlib` and its submodules share."""

import _imp
import sys


def resolve_name(name, package):
    """The absolute form of a name that may be relative to a package."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    level = len(name) - len(name.lstrip("."))
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{parts[0]}.{name[level:]}" if name[level:] else parts[0]


def find_spec(name, path=None):
    """The specification of a module, without importing it; None if there is no such module."""
    for finder in sys.meta_path:
        find = getattr(finder, "find_spec", None)
        spec = find(name, path, None) if find else None
        if spec is not None:
            return spec
    return _imp.find_spec(name)
