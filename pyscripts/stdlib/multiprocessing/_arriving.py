"""Functions and classes that arrive by value: how they are put together, once for each key.

Globals of `__main__` arrive in the `__main__` of this process: definitions replace what is there, other values do not,
so that a process keeps its own state. A value that could not be pickled arrives as an `Absent`: a name in the code may
be an attribute's name and the value not wanted at all.
"""

import marshal
import sys

from . import _keys

_FUNCTION = type(lambda: None)
_CELL = type((lambda cell: lambda: cell)(None).__closure__[0])

# Whether `__main__` is the same as in the process that started this one: after a fork.
main_is_shared = False

# Whether this process has started one itself that has another `__main__`: definitions then travel by value again.
has_child_vms = False

_filled = set()


class Packed:
    """A value that a definition reaches, pickled apart: it is read only where it is wanted."""

    def __init__(self, data):
        self.data = data

    def unpack(self):
        """The value."""
        from pickle import loads
        return loads(self.data)


class Absent:
    """Stands for a value that could not be sent; whatever is done with it says why."""

    def __init__(self, reason):
        object.__setattr__(self, "_reason", reason)

    def __reduce__(self):
        return Absent, (object.__getattribute__(self, "_reason"),)

    def _fail(self, *args, **kwargs):
        raise RuntimeError(object.__getattribute__(self, "_reason"))

    __getattr__ = __setattr__ = __call__ = __enter__ = __iter__ = __next__ = __len__ = __bool__ = __contains__ = _fail
    __getitem__ = __setitem__ = __delitem__ = __add__ = __radd__ = __eq__ = __lt__ = __gt__ = __le__ = __ge__ = _fail
    __str__ = __format__ = __index__ = __await__ = __hash__ = _fail

    def __exit__(self, *details):
        return False


class _Empty:
    """The content of a cell that holds nothing."""

    def __reduce__(self):
        return "EMPTY"


EMPTY = _Empty()


def import_module(name):
    """The module of that name."""
    if name not in sys.modules:
        __import__(name)
    return sys.modules[name]


def from_bundle(key, data):
    """A definition that came with all that it reaches."""
    found = _keys.find(key)
    return Packed(data).unpack() if found is _keys.MISSING else found


def _here(key, module_name, qualified_name):
    """What needs not be made: it is known by its key or, after a fork, by its name."""
    found = _keys.find(key)
    if found is _keys.MISSING and main_is_shared and module_name == "__main__":
        existing = sys.modules["__main__"].__dict__.get(qualified_name)
        if existing is not None:
            _filled.add(key)
            found = _keys.keep(key, existing)
    return found


def _is_to_fill(key):
    """Whether the object was made here a moment ago; asked once."""
    if key in _filled or not _keys.has_arrived(key):
        return False
    _filled.add(key)
    return True


def make_function(key, code, module_name, qualified_name, namespace, cells):
    """A function that is still to be filled."""
    found = _here(key, module_name, qualified_name)
    if found is not _keys.MISSING:
        return found
    module = sys.modules.get(namespace)
    if module is None:
        try:
            module = import_module(namespace)
        except ImportError:
            pass
    namespace = _keys.namespace(namespace, module_name) if module is None else module.__dict__
    function = _FUNCTION(marshal.loads(code), namespace, None, None, tuple(_CELL() for _ in range(cells)))
    function.__module__ = module_name
    return _keys.keep(key, function)


def fill_function(function, keyed_state):
    """Give a function all but its code."""
    key, state = keyed_state
    if not _is_to_fill(key):
        return
    for name in ("__name__", "__qualname__", "__doc__", "__defaults__", "__kwdefaults__"):
        setattr(function, name, state[name])
    if state["__annotations__"]:
        function.__annotations__ = state["__annotations__"]
    function.__dict__.update(state["dict"])
    for cell, content in zip(function.__closure__ or (), state["cells"]):
        if content is not EMPTY:
            cell.cell_contents = _unpacked(content)
    namespace = function.__globals__
    for name, value in state["globals"].items():
        if isinstance(value, (_FUNCTION, type)) or name not in namespace or type(namespace[name]) is Absent:
            namespace[name] = _unpacked(value)
    _name_in_main(function)


def make_class(key, metaclass, name, bases, start):
    """A class that is still to be filled."""
    found = _here(key, start["__module__"], start["__qualname__"])
    if found is not _keys.MISSING:
        return found
    namespace = metaclass.__prepare__(name, bases)
    namespace.update(start)
    return _keys.keep(key, metaclass(name, bases, namespace))


def make_enumeration(key, metaclass, name, bases, start, members):
    """An enumeration with its members, whose methods are still to come."""
    found = _here(key, start["__module__"], start["__qualname__"])
    if found is not _keys.MISSING:
        return found
    namespace = metaclass.__prepare__(name, bases)
    for entry, value in (start | members).items():
        namespace[entry] = value
    return _keys.keep(key, metaclass(name, bases, namespace))


def fill_class(cls, keyed_attributes):
    """Give a class its attributes."""
    key, attributes = keyed_attributes
    if not _is_to_fill(key):
        return
    for name, value in attributes.items():
        setattr(cls, name, _unpacked(value))
    _name_in_main(cls)
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods
        update_abstractmethods(cls)


def _unpacked(value):
    return value.unpack() if type(value) is Packed else value


def _name_in_main(obj):
    """A definition of `__main__` is found there under its name, as what is pickled by name expects."""
    if obj.__module__ == "__main__" and obj.__qualname__.isidentifier():
        sys.modules["__main__"].__dict__.setdefault(obj.__qualname__, obj)


def _after_fork():
    global main_is_shared, has_child_vms
    main_is_shared, has_child_vms = True, False


def _register_fork_hook():
    from posix import register_at_fork
    register_at_fork(after_in_child=_after_fork)


_register_fork_hook()
