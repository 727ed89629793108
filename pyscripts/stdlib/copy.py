"""Copies of objects: copy() shares what is inside, deepcopy() copies that too.

deepcopy() is native (`_copy`) and keeps a memo, id of the original -> copy, so that what is shared stays shared and
cycles end. The memo also holds the originals (under its own id), since an id is only good while its object lives.
"""

import types as _types
from _copy import deepcopy as _deepcopy
from _weakref import ref as _ref
from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    """An object that cannot be copied."""


error = Error

# Types whose instances are their own shallow copies.
_ATOMS = frozenset({
    type(None), int, float, bool, complex, str, bytes, type, range, property, type(Ellipsis), type(NotImplemented),
    _types.FunctionType, _types.BuiltinFunctionType, _types.CodeType, _ref, tuple, frozenset, slice,
})


def copy(x):
    """A new object of the same kind with the same contents."""
    cls = type(x)
    if cls in _ATOMS:
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if issubclass(cls, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reduced = _reduce(x, cls)
    return x if isinstance(reduced, str) else _rebuild(x, None, *reduced)


def deepcopy(x, memo=None, _nil=[]):
    """A new object of the same kind whose contents are deep copies."""
    return _deepcopy(x, memo, dispatch_table, _deepcopy_instance, _rebuild)


def _deepcopy_instance(x, cls, memo):
    """Copy by the class's own __deepcopy__, else by reducing: objects that the native part does not know how to reduce."""
    copier = getattr(x, "__deepcopy__", None)
    if copier is not None:
        return copier(memo)
    reduced = _reduce(x, cls)
    return x if isinstance(reduced, str) else _rebuild(x, memo, *reduced)


def _reduce(x, cls):
    """What pickling reduces `x` to: a name, or how to make it."""
    reducer = dispatch_table.get(cls)
    if reducer is not None:
        return reducer(x)
    reducer = getattr(x, "__reduce_ex__", None)
    if reducer is not None:
        return reducer(4)
    reducer = getattr(x, "__reduce__", None)
    if reducer is not None:
        return reducer()
    raise Error(f"un(deep)copyable object of type {cls}")


def _rebuild(x, memo, function, args, state=None, items=None, pairs=None):
    """Make the copy that a reduction describes; a deep one if there is a memo."""
    deep = memo is not None
    if deep and args:
        result = function(*[deepcopy(arg, memo) for arg in args])
    else:
        result = function(*args)
    if deep:
        memo[id(x)] = result
    if state is not None:
        _restore(result, deepcopy(state, memo) if deep else state)
    if items is not None:
        for item in items:
            result.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            result[key] = value
    return result


def _restore(instance, state):
    """Give a new instance its attributes."""
    if hasattr(instance, "__setstate__"):
        instance.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        instance.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            setattr(instance, name, value)


def replace(obj, /, **changes):
    """A copy with other values in some fields, as its class's __replace__() makes it."""
    cls = obj.__class__
    maker = getattr(cls, "__replace__", None)
    if maker is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return maker(obj, **changes)
