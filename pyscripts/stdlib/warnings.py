"""Warnings: what is shown, what is raised, and what is let pass."""

import sys

from _warnings import _defaultaction, _filters_mutated, _onceregistry, filters, warn, warn_explicit

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings", "deprecated"]

defaultaction, onceregistry = _defaultaction, _onceregistry
_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


class WarningMessage:
    """A warning with its place, as `catch_warnings(record=True)` collects them."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file, `sys.stderr` by default."""
    _show(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """The text that is written for a warning."""
    return _format(WarningMessage(message, category, filename, lineno, None, line))


_showwarning_original = showwarning
_formatwarning_original = formatwarning


def _show(record):
    file = record.file
    if file is None:
        file = sys.stderr
        if file is None:
            return
    try:
        file.write(_text_of(record))
    except OSError:
        pass


def _text_of(record):
    if formatwarning is not _formatwarning_original:
        return formatwarning(record.message, record.category, record.filename, record.lineno, record.line)
    return _format(record)


def _format(record):
    text = f"{record.filename}:{record.lineno}: {record.category.__name__}: {record.message}\n"
    line = record.line
    if line is None:
        try:
            import linecache
            line = linecache.getline(record.filename, record.lineno)
        except Exception:
            line = None
    if line:
        text += "  %s\n" % line.strip()
    if record.source is not None:
        text += f"{record.category.__name__}: Enable tracemalloc to get the object allocation traceback\n"
    return text


def _showwarnmsg(record):
    # A program may have put a function of its own there, or taken ours away.
    shows = globals().get("showwarning", _showwarning_original)
    if shows is not _showwarning_original:
        if not callable(shows):
            raise TypeError("warnings.showwarning() must be set to a function or method")
        shows(record.message, record.category, record.filename, record.lineno, record.file, record.line)
        return
    _show(record)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Adds a filter; message and module are regular expressions."""
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    if message or module:
        import re
    message = re.compile(message, re.I) if message else None
    module = re.compile(module) if module else None
    _add_filter((action, message, category, module, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for a category, whatever the message and the module."""
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    _add_filter((action, None, category, None, lineno), append)


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        try:
            filters.remove(item)
        except ValueError:
            pass
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    """Removes all filters."""
    filters[:] = []
    _filters_mutated()


_filters_mutated_lock_held = _filters_mutated


class catch_warnings:
    """Keeps the filters as they are, and collects warnings if told to."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        arguments = []
        if self._record:
            arguments.append("record=True")
        if self._module is not sys.modules["warnings"]:
            arguments.append("module=" + repr(self._module))
        return "%s(%s)" % (type(self).__name__, ", ".join(arguments))

    def __enter__(self):
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        module._filters_mutated()
        self._kept = module.showwarning, module._show
        log = None
        if self._record:
            log = []
            module._show = log.append
            module.showwarning = module._showwarning_original
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        module = self._module
        module.filters = self._filters
        module._filters_mutated()
        module.showwarning, module._show = self._kept


class deprecated:
    """Marks a class or a function as deprecated: its use warns."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        import functools
        message, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            return _deprecated_class(arg, message, category, stacklevel)
        if callable(arg):
            @functools.wraps(arg)
            def wrapper(*args, **kwargs):
                warn(message, category=category, stacklevel=stacklevel + 1)
                return arg(*args, **kwargs)

            arg.__deprecated__ = wrapper.__deprecated__ = message
            return wrapper
        raise TypeError(f"@deprecated decorator with non-None category must be applied to a class or callable, "
                        f"not {arg!r}")


def _deprecated_class(cls, message, category, stacklevel):
    original = cls.__new__

    def __new__(kind, /, *args, **kwargs):
        if kind is cls:
            warn(message, category=category, stacklevel=stacklevel + 1)
        if original is not object.__new__:
            return original(kind, *args, **kwargs)
        if cls.__init__ is object.__init__ and (args or kwargs):
            raise TypeError(f"{kind.__name__}() takes no arguments")
        return original(kind)

    cls.__new__ = staticmethod(__new__)
    own = cls.__dict__.get("__init_subclass__")
    inherited = cls.__init_subclass__

    def __init_subclass__(kind, *args, **kwargs):
        warn(message, category=category, stacklevel=stacklevel + 1)
        if own is None:
            return super(cls, kind).__init_subclass__(*args, **kwargs)
        if isinstance(own, classmethod):
            return own.__func__(kind, *args, **kwargs)
        return inherited(*args, **kwargs)

    cls.__init_subclass__ = classmethod(__init_subclass__)
    cls.__deprecated__ = __init_subclass__.__deprecated__ = message
    return cls


_DEPRECATED_MSG = "{name!r} is deprecated and slated for removal in Python {remove}"


def _deprecated(name, message=_DEPRECATED_MSG, *, remove, _version=sys.version_info):
    """Warns of what will go, and refuses it once it should have gone."""
    shown = "{0}.{1}".format(*remove)
    if _version[:2] > remove or _version[:2] == remove and _version[3] != "alpha":
        raise RuntimeError(f"{name!r} was slated for removal after Python {shown} alpha")
    warn(message.format(name=name, remove=shown), DeprecationWarning, stacklevel=3)


# The options of the command line. Test runners that take the same options call these by their names.


class _OptionError(Exception):
    """An option that is none."""


def _processoptions(options):
    for option in options:
        try:
            _setoption(option)
        except _OptionError as error:
            print("Invalid -W option ignored:", error, file=sys.stderr)


def _setoption(option):
    """A filter from `action:message:category:module:lineno`, of which the ends may be missing."""
    parts = [part.strip() for part in option.split(":")]
    if len(parts) > 5:
        raise _OptionError(f"too many fields (max 5): {option!r}")
    action, message, category, module, lineno = parts + [""] * (5 - len(parts))
    if message or module:
        import re
        message = re.escape(message)
        module = re.escape(module) + r"\Z" if module else module
    action, category = _getaction(action), _getcategory(category)
    try:
        place = int(lineno or 0)
    except ValueError:
        raise _OptionError(f"invalid lineno {lineno!r}") from None
    if place < 0:
        raise _OptionError(f"invalid lineno {place}")
    filterwarnings(action, message, category, module, place)


def _getaction(action):
    if not action:
        return "default"
    if action == "all":
        return "always"
    for known in ("default", "always", "ignore", "module", "once", "error"):
        if known.startswith(action):
            return known
    raise _OptionError(f"invalid action: {action!r}")


def _getcategory(name):
    if not name:
        return Warning
    module, _, name = name.rpartition(".")
    try:
        found = __import__(module or "builtins", None, None, [name])
    except ImportError:
        raise _OptionError(f"invalid module name: {module!r}") from None
    category = getattr(found, name, None)
    if category is None:
        raise _OptionError(f"unknown warning category: {name!r}")
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise _OptionError(f"invalid warning category: {name!r}")
    return category


_processoptions(sys.warnoptions)
