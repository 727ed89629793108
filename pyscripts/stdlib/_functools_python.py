"""What `functools` needs of the native `_functools`, in Python, for where that lacks it."""

from _thread import RLock
from reprlib import recursive_repr
from types import GenericAlias, MethodType

__name__ = "functools"

_missing = object()


def reduce(function, iterable, initial=_missing, /):
    """Combine the items from left to right: function(function(initial, first), second) and so on."""
    iterator = iter(iterable)
    if initial is _missing:
        try:
            value = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for item in iterator:
        value = function(value, item)
    return value


class _Key:
    """An object that compares by a function of two arguments."""

    __slots__ = ("obj", "_compare")
    __hash__ = None

    def __init__(self, obj, compare):
        self.obj = obj
        self._compare = compare

    def __lt__(self, other):
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self._compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self._compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self._compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self._compare(self.obj, other.obj) >= 0


def cmp_to_key(mycmp):
    """A key function for a function that compares two: negative, zero or positive."""
    return lambda obj: _Key(obj, mycmp)


class partial:
    """A call with some of its arguments given."""

    __slots__ = "func", "args", "keywords", "__dict__", "__weakref__"

    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    @recursive_repr()
    def __repr__(self):
        cls = type(self)
        arguments = [repr(self.func), *map(repr, self.args)]
        arguments += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(arguments)})"

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        import warnings
        warnings.warn("functools.partial will be a method descriptor in future Python versions; "
                      "wrap it in staticmethod() if you want to preserve the old behavior",
                      FutureWarning, 2)
        return self

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, self.__dict__ or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError("invalid partial state")
        func, args, keywords, namespace = state
        if not callable(func) or not isinstance(args, tuple):
            raise TypeError("invalid partial state")
        self.func = func
        self.args = tuple(args)
        self.keywords = {} if keywords is None else dict(keywords)
        self.__dict__ = {} if namespace is None else namespace

    __class_getitem__ = classmethod(GenericAlias)


class _HashedKey(list):
    """The arguments of a call with their hash, which is asked for more than once."""

    __slots__ = ("hashvalue",)

    def __init__(self, items):
        self[:] = items
        self.hashvalue = hash(items)

    def __hash__(self):
        return self.hashvalue


def _make_key(args, kwds, typed):
    """What a call is remembered by."""
    key = args
    if kwds:
        key += (_missing,)
        for item in kwds.items():
            key += item
    if typed:
        key += tuple([type(value) for value in args])
        key += tuple([type(value) for value in kwds.values()])
    elif len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return _HashedKey(key)


class _lru_cache_wrapper:
    """A function with a memory. The latest used entry is the last of the dict."""

    def __init__(self, user_function, maxsize, typed, cache_info_type):
        self._function = user_function
        self._maxsize = maxsize
        self._typed = typed
        self._info_type = cache_info_type
        self._results = {}
        self._lock = RLock()
        self._hits = self._misses = 0

    def __call__(self, /, *args, **kwds):
        if self._maxsize == 0:
            self._misses += 1
            return self._function(*args, **kwds)
        key = _make_key(args, kwds, self._typed)
        results = self._results
        with self._lock:
            result = results.get(key, _missing)
            if result is not _missing:
                self._hits += 1
                if self._maxsize is not None:
                    results[key] = results.pop(key)
                return result
            self._misses += 1
        result = self._function(*args, **kwds)
        with self._lock:
            if key not in results:
                if self._maxsize is not None and len(results) >= self._maxsize:
                    del results[next(iter(results))]
                results[key] = result
        return result

    def __get__(self, instance, owner=None):
        return self if instance is None else MethodType(self, instance)

    def cache_info(self):
        """How often the memory served, and how full it is."""
        with self._lock:
            return self._info_type(self._hits, self._misses, self._maxsize, len(self._results))

    def cache_clear(self):
        """Forget all results and counts."""
        with self._lock:
            self._results.clear()
            self._hits = self._misses = 0

    def __reduce__(self):
        return self.__qualname__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
