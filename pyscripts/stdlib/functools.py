"""Functions on functions: wrapping, caching, partial calls, dispatch by type, orderings.

`partial`, `reduce`, `cmp_to_key` and the memory of `lru_cache` are native: see `_functools`.
"""

from types import GenericAlias

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
    "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from _thread import RLock


# Wrappers.

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make `wrapper` look like `wrapped`; returns it."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, since the update may have brought the wrapped function's own __wrapped__.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that makes a wrapper look like `wrapped`."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# Orderings.


_SIGNS = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


def _follows(name, operation, rule, formula):
    """The comparison `name` as it follows from the method `operation` by a rule."""
    def compare(self, other):
        result = getattr(type(self), operation)(self, other)
        return result if result is NotImplemented else rule(result, self, other)
    compare.__name__ = name
    formula = formula % f"a {_SIGNS[operation]} b"
    compare.__doc__ = f"Return a {_SIGNS[name]} b.  Computed by @total_ordering from {formula}."
    compare.__qualname__ = f"_{name.strip('_')}_from_{operation.strip('_')}"
    # By that name it can be pickled.
    globals()[compare.__qualname__] = compare
    return compare


# Rules, each with its formula.
_negated = lambda result, self, other: not result, "(not %s)"
_or_equal = lambda result, self, other: result or self == other, "(%s) or (a == b)"
_and_unequal = lambda result, self, other: result and self != other, "(%s) and (a != b)"
_neither = lambda result, self, other: not result and self != other, "(not %s) and (a != b)"
_not_or_equal = lambda result, self, other: not result or self == other, "(not %s) or (a == b)"

# The comparison that a class defines -> the other three.
_ORDERINGS = {
    root: [(name, _follows(name, root, *rule)) for name, rule in others]
    for root, others in {
        "__lt__": (("__gt__", _neither), ("__le__", _or_equal), ("__ge__", _negated)),
        "__le__": (("__ge__", _not_or_equal), ("__lt__", _and_unequal), ("__gt__", _negated)),
        "__gt__": (("__lt__", _neither), ("__ge__", _or_equal), ("__le__", _negated)),
        "__ge__": (("__le__", _not_or_equal), ("__gt__", _and_unequal), ("__lt__", _negated)),
    }.items()
}


def total_ordering(cls):
    """Give a class that defines one ordering comparison the other three."""
    defined = {name for name in _ORDERINGS if getattr(cls, name, None) is not getattr(object, name, None)}
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    # Of several the first of <, <=, >, >= serves.
    root = next(name for name in _ORDERINGS if name in defined)
    for name, method in _ORDERINGS[root]:
        if name not in defined:
            setattr(cls, name, method)
    return cls


# Partial methods.


class partialmethod:
    """A method that is another one with some arguments given."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        cls = type(self)
        arguments = [repr(self.func), *map(repr, self.args)]
        arguments += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(arguments)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        getter = getattr(self.func, "__get__", None)
        if getter is not None:
            bound = getter(obj, cls)
            if bound is not self.func:
                # A static or class method, or a descriptor of another kind, has made its own callable.
                result = partial(bound, *self.args, **self.keywords)
                if hasattr(bound, "__self__"):
                    result.__self__ = bound.__self__
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


# Caches.

_CacheInfo = None


def _cache_info_type():
    """The named tuple of cache_info(), made when first asked for: most programs never do."""
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple
        _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
    return _CacheInfo


def _new_cache_info(hits, misses, maxsize, currsize):
    return _cache_info_type()(hits, misses, maxsize, currsize)


def lru_cache(maxsize=128, typed=False):
    """A decorator that remembers the results of the latest `maxsize` calls, or of all if it is None.

    With `typed`, arguments of different types are different even if they are equal.
    """
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        user_function, maxsize = maxsize, 128
        return _cached(user_function, maxsize, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)

    return decorating_function


def _cached(user_function, maxsize, typed):
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _new_cache_info)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, user_function)


def cache(user_function, /):
    """Remember the results of all calls."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once and then kept in the instance's __dict__."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {name!r} property.") from None
        value = values.get(name, self)
        if value is self:
            value = self.func(instance)
            try:
                values[name] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                                f"does not support item assignment for caching {name!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# Dispatch by the type of the first argument.


def singledispatch(func):
    """Turn `func` into a function with an implementation for each type of its first argument.

    `func` itself is the one for object; register() adds others.
    """
    import weakref
    registry = {object: func}
    found = weakref.WeakKeyDictionary()
    token = None

    def dispatch(cls):
        """The implementation for `cls`: its own, or that of its nearest registered base."""
        nonlocal token
        if token is not None:
            current = _abc_token()
            if token != current:
                found.clear()
                token = current
        try:
            return found[cls]
        except KeyError:
            pass
        implementation = registry.get(cls)
        if implementation is None:
            from _dispatch import _find_impl
            implementation = _find_impl(cls, registry)
        found[cls] = implementation
        return implementation

    def register(cls, func=None):
        """Add the implementation `func` for `cls`; without a function, a decorator that does.

        `cls` may also be an annotated function, whose first annotation is the class.
        """
        nonlocal token
        from _dispatch import classes_to_register
        if func is None and isinstance(cls, type):
            return lambda func: register(cls, func)
        classes, func = classes_to_register(cls, func)
        for each in classes:
            registry[each] = func
            if token is None and hasattr(each, "__abstractmethods__"):
                token = _abc_token()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    from types import MappingProxyType
    name = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


def _abc_token():
    from abc import get_cache_token
    return get_cache_token()


class singledispatchmethod:
    """singledispatch() for methods: the argument after self or cls decides."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Add the implementation `method` for `cls`, as the function's register() does."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def _method(*args, **kwargs):
            if not args:
                name = getattr(self.func, "__name__", "singledispatchmethod method")
                raise TypeError(f"{name} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


def __getattr__(name):
    # What singledispatch works with is there by the names that programs know, but loaded late.
    if name in ("_c3_mro", "_compose_mro", "_find_impl"):
        import _dispatch
        return getattr(_dispatch, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
