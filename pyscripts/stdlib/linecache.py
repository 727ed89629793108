"""Lines of source files, kept so that tracebacks need not read a file again for each frame.

`cache` maps a file's name to (size, time of change, lines, full name), or for a module whose loader knows the source
to a tuple of one function that gives it. A size of None says that the source came from a loader: never outdated.
"""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def clearcache():
    """Forget all files."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line of a file with its newline, or an empty text if there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    """The lines of a file, an empty list if it cannot be read."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Forget the file, or all files, that changed since they were read."""
    import os
    for name in [*cache] if filename is None else [filename] if filename in cache else []:
        entry = cache[name]
        if len(entry) == 1 or entry[1] is None:
            continue
        size, changed, _, full_name = entry
        try:
            now = os.stat(full_name)
        except (OSError, ValueError):
            cache.pop(name, None)
        else:
            if size != now.st_size or changed != now.st_mtime:
                cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Read a file anew: from its path, its module's loader or along sys.path."""
    lazy = cache.pop(filename, None)
    if _is_no_file(filename):
        return _typed(filename)
    import os
    full_name = filename
    try:
        found = os.stat(full_name)
    except OSError:
        if lazy is not None and len(lazy) == 1 or lazycache(filename, module_globals):
            return _from_loader(filename, lazy or cache.pop(filename))
        full_name, found = _along_path(filename)
        if found is None:
            return []
    except ValueError:
        return []
    try:
        lines = _read_lines(full_name)
    except (OSError, UnicodeDecodeError, SyntaxError):
        return []
    cache[filename] = found.st_size, found.st_mtime, lines, full_name
    return lines


def _is_no_file(filename):
    return not filename or (filename.startswith("<") and filename.endswith(">"))


def _typed(name):
    import _imp
    source = _imp.kept_source(name)
    return source.splitlines(keepends=True) if source else []


def _from_loader(filename, lazy):
    try:
        source = lazy[0]()
    except (ImportError, OSError):
        return []
    if source is None:
        return []
    lines = [line + "\n" for line in source.splitlines()]
    cache[filename] = len(source), None, lines, filename
    return lines


def _along_path(filename):
    import os
    import sys
    if not os.path.isabs(filename):
        for directory in sys.path:
            try:
                full_name = os.path.join(directory, filename)
                return full_name, os.stat(full_name)
            except (TypeError, AttributeError, OSError):
                continue
    return filename, None


def _read_lines(full_name):
    """The lines of a source file, decoded as its first lines say."""
    with open(full_name, "rb") as file:
        source = file.read()
    encoding = "utf-8"
    if source.startswith(b"\xef\xbb\xbf"):
        source = source[3:]
    elif b"coding" in source[:400]:
        encoding = _declared_encoding(source) or encoding
    try:
        text = source.decode(encoding)
    except LookupError as error:
        raise SyntaxError(str(error)) from None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    last = lines.pop()
    lines = [line + "\n" for line in lines]
    return [*lines, last + "\n"] if last else lines


def _declared_encoding(source):
    """The name after "coding:" or "coding=" in a comment of the first two lines."""
    for line in source.split(b"\n", 2)[:2]:
        if not line.lstrip().startswith(b"#"):
            if line.strip():
                return None
            continue
        _, mark, rest = line.partition(b"coding")
        if mark and rest[:1] in (b":", b"="):
            name = rest[1:].lstrip().decode("latin-1")
            end = 0
            while end < len(name) and (name[end].isalnum() or name[end] in "-_."):
                end += 1
            return name[:end]
    return None


def lazycache(filename, module_globals):
    """Note how to get a module's source from its loader; whether that may work."""
    if filename in cache:
        return len(cache[filename]) == 1
    if _is_no_file(filename) or not module_globals:
        return False
    spec = module_globals.get("__spec__")
    name = getattr(spec, "name", None) or module_globals.get("__name__")
    loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
    get_source = getattr(loader, "get_source", None)
    if not name or not get_source:
        return False
    cache[filename] = (lambda: get_source(name),)
    return True


def _register_code(code, string, name):
    """Keep the source of what was compiled from a text, such as the argument of -c."""
    cache[name] = len(string), None, [line + "\n" for line in string.splitlines()], name
