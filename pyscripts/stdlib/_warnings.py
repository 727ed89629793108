"""What gives warnings: built in, and so it goes by what the module `warnings` has at the time."""

import sys

from _natives import natives

filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
_defaultaction = "default"
_onceregistry = {}
_version = 1


def _filters_mutated():
    global _version
    _version += 1


def _state(name, usual):
    """What the module `warnings` has under a name, if it has been imported."""
    return getattr(sys.modules.get("warnings"), name, usual)


def _matches(pattern, text):
    if pattern is None:
        return True
    if isinstance(pattern, str):
        return pattern == text
    return pattern.match(text) is not None


def _is_own_frame(frame):
    filename = frame.f_code.co_filename
    return "importlib" in filename and "_bootstrap" in filename


def _is_skipped(frame, prefixes):
    return _is_own_frame(frame) or any(frame.f_code.co_filename.startswith(prefix) for prefix in prefixes)


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issue a warning, or maybe ignore it or raise an exception."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '{:s}'".format(type(category).__name__))
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError("skip_file_prefixes must be a tuple of strs.")
    if skip_file_prefixes:
        stacklevel = max(2, stacklevel)
    try:
        frame = sys._getframe(1)
    except ValueError:
        # Called by the interpreter after the last frame.
        frame = None
    own = stacklevel <= 0 or frame is not None and _is_own_frame(frame)
    for _ in range(stacklevel - 1):
        if frame is None:
            break
        frame = frame.f_back
        while not own and frame is not None and _is_skipped(frame, skip_file_prefixes):
            frame = frame.f_back
    if frame is None:
        namespace, filename, lineno = sys.__dict__, "<sys>", 0
    else:
        namespace, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    module = namespace.get("__name__", "<string>")
    registry = namespace.setdefault("__warningregistry__", {})
    _give(message, category, filename, lineno, module, registry, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Issue a warning, or maybe ignore it or raise an exception."""
    if module_globals is not None and not isinstance(module_globals, dict):
        raise TypeError(f"module_globals must be a dict, not '{type(module_globals).__name__}'")
    if registry is not None and not isinstance(registry, dict):
        raise TypeError("'registry' must be a dict or None")
    if isinstance(message, Warning):
        category = message.__class__
    elif not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if not hasattr(lineno, "__index__"):
        raise TypeError(f"'{type(lineno).__name__}' object cannot be interpreted as an integer")
    _give(message, category, filename, lineno.__index__(), module, registry, source)


def _give(message, category, filename, lineno, module, registry, source):
    if isinstance(message, Warning):
        text = str(message)
    else:
        text = message
        message = category(message)
    key = text, category, lineno
    if registry is not None and _is_known(registry, key):
        return
    action, item = _action_for(text, category, module, lineno)
    if action == "error":
        raise message
    if action == "ignore":
        return
    if action not in ("always", "all"):
        if registry is not None:
            registry[key] = True
        if action in ("once", "module"):
            kept = registry
            if action == "once":
                kept = _state("onceregistry", _onceregistry)
                if not isinstance(kept, dict):
                    raise TypeError("_warnings._onceregistry must be a dict, "
                                    f"not '{type(kept).__name__}'")
            elif kept is None:
                kept = {}
            key = (text, category) if action == "once" else (text, category, 0)
            if _is_known(kept, key):
                return
            kept[key] = True
        elif action != "default":
            raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {item!r}")
    _show(message, category, filename, lineno, source)


def _is_known(registry, key):
    if registry.get("version", 0) != _version:
        registry.clear()
        registry["version"] = _version
        return False
    return registry.get(key, False)


def _action_for(text, category, module, lineno):
    """The action of the first filter that fits, and that filter."""
    known = _state("filters", filters)
    if not isinstance(known, list):
        raise ValueError("_warnings.filters must be a list")
    for place, item in enumerate(known):
        if not isinstance(item, tuple) or len(item) != 5:
            raise ValueError(f"warnings.filters item {place} isn't a 5-tuple")
        action, pattern, kind, where, line = item
        if not isinstance(action, str):
            raise TypeError(f"action must be a string, not '{type(action).__name__}'")
        if (_matches(pattern, text) and issubclass(category, kind) and _matches(where, module)
                and (line == 0 or lineno == line)):
            return action, item
    action = _state("defaultaction", _defaultaction)
    if not isinstance(action, str):
        raise TypeError(f"warnings.defaultaction must be a string, not '{type(action).__name__}'")
    return action, None


def _show(message, category, filename, lineno, source):
    shows = _state("_showwarnmsg", None)
    if shows is None:
        try:
            print(f"{filename}:{lineno}: {category.__name__}: {message}", file=sys.stderr)
        except OSError:
            pass
        return
    if not callable(shows):
        raise TypeError("warnings._showwarnmsg() must be set to a callable")
    shows(_state("WarningMessage", None)(message, category, filename, lineno, None, None, source))


natives(globals(), "_filters_mutated", "warn", "warn_explicit")
