"""How types without methods of their own for it are pickled and copied."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Let `pickle_function` reduce the instances of `ob_type`."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Check that `object` can be called."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def pickle_complex(c):
    """Reduce a complex number."""
    return complex, (c.real, c.imag)


pickle(complex, pickle_complex, complex)


def pickle_union(obj):
    """Reduce `int | str`."""
    import functools
    import operator
    return functools.reduce, (operator.or_, obj.__args__)


pickle(type(int | str), pickle_union)


# How object.__reduce_ex__ reduces with protocols 0 and 1.


def _reconstructor(cls, base, state):
    """Make an instance of `cls` whose built-in part is the `base` made of `state`."""
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(obj, state)
    return obj


_HEAPTYPE = 1 << 9


def _reduce_ex(self, proto):
    """Reduce `self` to a call of _reconstructor()."""
    assert proto < 2
    cls = self.__class__
    for base in cls.__mro__:
        if hasattr(base, "__flags__") and not base.__flags__ & _HEAPTYPE:
            break
        new = base.__new__
        if isinstance(new, type(len)) and new.__self__ is base:
            break
    else:
        base = object
    if base is object:
        state = None
    elif base is cls:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    else:
        state = base(self)
    args = cls, base, state
    instance_state = _state_of(self, cls)
    return (_reconstructor, args, instance_state) if instance_state else (_reconstructor, args)


def _state_of(instance, cls):
    """What __getstate__() gives, or the instance's __dict__; refuses slots that nothing saves."""
    has_slots = getattr(instance, "__slots__", None)
    if type(instance).__getstate__ is not object.__getstate__:
        return instance.__getstate__()
    if has_slots:
        raise TypeError(f"a class that defines __slots__ without defining __getstate__ "
                        f"cannot be pickled with protocol 0")
    return getattr(instance, "__dict__", None)


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    """Make an instance from positional and keyword arguments."""
    return cls.__new__(cls, *args, **kwargs)


def _slotnames(cls):
    """The names of all slots of `cls` and its bases, mangled as the instances have them; kept on the class."""
    names = cls.__dict__.get("__slotnames__")
    if names is not None:
        return names
    names = []
    if hasattr(cls, "__slots__"):
        for base in cls.__mro__:
            slots = base.__dict__.get("__slots__", ())
            for name in (slots,) if isinstance(slots, str) else slots:
                if name in ("__dict__", "__weakref__"):
                    continue
                if name.startswith("__") and not name.endswith("__"):
                    stripped = base.__name__.lstrip("_")
                    name = f"_{stripped}{name}" if stripped else name
                names.append(name)
    try:
        cls.__slotnames__ = names
    except Exception:
        pass  # a built-in type
    return names


# Numbers for classes that are pickled often: (module, name) -> code and back.

_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    """Give (module, name) a number for pickles."""
    code = int(code)
    if not 1 <= code <= 0x7FFFFFFF:
        raise ValueError("code out of range")
    key = (module, name)
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f"key {key} is already registered with code {_extension_registry[key]}")
    if code in _inverted_registry:
        raise ValueError(f"code {code} is already in use for key {_inverted_registry[code]}")
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Take the number of (module, name) back, for tests."""
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    """Forget which objects the numbers stand for."""
    _extension_cache.clear()
