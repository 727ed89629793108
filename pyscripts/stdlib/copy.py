"""Copies of objects: copy() shares what is inside, deepcopy() copies that too.

deepcopy() keeps a memo, id of the original -> copy, so that what is shared stays shared and cycles end. The memo also
holds the originals (under its own id), since an id is only good while its object lives.
"""

import types as _types
from _weakref import ref as _ref
from copyreg import dispatch_table as _reducers, __newobj__ as _newobj

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    """An object that cannot be copied."""


error = Error

# Types whose instances never change, so that they are their own copies, shallow and deep.
_ATOMS = frozenset({
    type(None), int, float, bool, complex, str, bytes, type, range, property, type(Ellipsis), type(NotImplemented),
    _types.FunctionType, _types.BuiltinFunctionType, _types.CodeType, _ref,
})
# Of those that may contain others only copy() may say so.
_SHALLOW_ATOMS = _ATOMS | {tuple, frozenset, slice}

_missing = object()


def copy(x):
    """A new object of the same kind with the same contents."""
    cls = type(x)
    if cls in _SHALLOW_ATOMS:
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
    cls = type(x)
    if cls in _ATOMS:
        return x
    key = id(x)
    if memo is None:
        memo = {}
    else:
        known = memo.get(key, _nil)
        if known is not _nil:
            return known
    copier = _COPIERS.get(cls)
    if copier is not None:
        result = copier(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        result = _deepcopy_instance(x, cls, memo)
    if result is not x:
        memo[key] = result
        _keep_alive(x, memo)
    return result


def _keep_alive(x, memo):
    kept = memo.get(id(memo))
    if kept is None:
        memo[id(memo)] = [x]
    else:
        kept.append(x)


def _deepcopy_list(x, memo):
    result = []
    memo[id(x)] = result
    append = result.append
    for item in x:
        append(item if type(item) in _ATOMS else deepcopy(item, memo))
    return result


def _deepcopy_dict(x, memo):
    result = {}
    memo[id(x)] = result
    for key, value in x.items():
        if type(key) not in _ATOMS:
            key = deepcopy(key, memo)
        result[key] = value if type(value) in _ATOMS else deepcopy(value, memo)
    return result


def _deepcopy_tuple(x, memo):
    items = [item if type(item) in _ATOMS else deepcopy(item, memo) for item in x]
    # The tuple may have been copied on the way, if it contains itself.
    known = memo.get(id(x), _missing)
    if known is not _missing:
        return known
    for item, copied in zip(x, items):
        if item is not copied:
            return tuple(items)
    return x


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_COPIERS = {
    list: _deepcopy_list,
    dict: _deepcopy_dict,
    tuple: _deepcopy_tuple,
    _types.MethodType: _deepcopy_method,
}


def _deepcopy_instance(x, cls, memo):
    """Copy by the class's own __deepcopy__, else by reducing."""
    copier = getattr(x, "__deepcopy__", None)
    if copier is not None:
        return copier(memo)
    reduced = _reduce(x, cls)
    return x if isinstance(reduced, str) else _rebuild(x, memo, *reduced)


def _reduce(x, cls):
    """What pickling reduces `x` to: a name, or how to make it."""
    reducer = _reducers.get(cls)
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
        if function is _newobj and len(args) == 1:
            result = function(*args)  # a class alone, which is its own copy
        else:
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
