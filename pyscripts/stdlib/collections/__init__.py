"""Containers beyond the built-in ones.

Here are `namedtuple` and `Counter`; `deque` and `defaultdict` are native; the others are loaded when somebody asks
for them (`__getattr__` below), since they need the abstract classes and most programs do not.
"""

import sys as _sys
from _collections import defaultdict, deque

__all__ = [
    "ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple",
]

_HOMES = {
    "ChainMap": "_chain_map",
    "OrderedDict": "_ordered_dict",
    "UserDict": "_user",
    "UserList": "_user",
    "UserString": "_user",
}


def __getattr__(name):
    if name == "abc":
        import collections.abc
        return collections.abc
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = __import__(f"collections.{home}", globals(), None, [name])
    value = globals()[name] = getattr(module, name)
    return value


try:
    from _collections import _tuplegetter
except ImportError:
    class _tuplegetter(property):
        """A read-only attribute for one item of a tuple."""

        def __init__(self, position, doc):
            from operator import itemgetter
            super().__init__(itemgetter(position), doc=doc)
            self._position = position

        def __repr__(self):
            return f"_tuplegetter({self._position}, {self.__doc__!r})"

        def __reduce__(self):
            return type(self), (self._position, self.__doc__)

        def __set__(self, instance, value):
            raise AttributeError("can't set attribute")

        def __delete__(self, instance):
            raise AttributeError("can't delete attribute")

try:
    from _collections import _count_elements
except ImportError:
    def _count_elements(mapping, iterable):
        """Add one to the count of each item."""
        get = mapping.get
        for item in iterable:
            mapping[item] = get(item, 0) + 1


def _caller_module():
    """The name of the module that called the caller of this function."""
    try:
        return _sys._getframemodulename(2) or "__main__"
    except AttributeError:
        pass
    try:
        return _sys._getframe(2).f_globals.get("__name__", "__main__")
    except (AttributeError, ValueError):
        return None


# Named tuples.


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A subclass of tuple whose items have names.

    `field_names` is a sequence of names, or one string of them parted by spaces or commas. `rename` turns names that
    cannot be into `_0`, `_1`...; `defaults` are those of the last fields.
    """
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = [_sys.intern(str(name)) for name in field_names]
    typename = _sys.intern(str(typename))
    if rename:
        _rename_invalid(field_names)
    _check_names(typename, field_names, rename)
    field_names = tuple(field_names)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(field_names[len(field_names) - len(defaults):], defaults))
    namespace = _named_tuple_methods(typename, field_names, field_defaults)
    namespace["__new__"] = _named_tuple_constructor(typename, field_names, defaults)
    for position, name in enumerate(field_names):
        namespace[name] = _tuplegetter(position, _sys.intern(f"Alias for field number {position}"))
    cls = type(typename, (tuple,), namespace)
    if module is None:
        module = _caller_module()
    if module is not None:
        cls.__module__ = module
    return cls


def _rename_invalid(names):
    from keyword import iskeyword
    seen = set()
    for position, name in enumerate(names):
        if not name.isidentifier() or iskeyword(name) or name[0] == "_" or name in seen:
            names[position] = f"_{position}"
        seen.add(name)


def _check_names(typename, field_names, rename):
    from keyword import iskeyword
    for name in (typename, *field_names):
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)


def _named_tuple_constructor(typename, field_names, defaults):
    """__new__ with the fields as parameters: compiled, so that arguments are bound as in any call."""
    parameters = ", ".join(field_names)
    items = parameters + "," if field_names else ""
    scope = {"_tuple_new": tuple.__new__, "__builtins__": {}, "__name__": f"namedtuple_{typename}"}
    parameters = f"_cls, {parameters}" if field_names else "_cls"
    __new__ = eval(f"lambda {parameters}: _tuple_new(_cls, ({items}))", scope)
    __new__.__name__ = "__new__"
    __new__.__qualname__ = f"{typename}.__new__"
    __new__.__doc__ = f"Create new instance of {typename}({', '.join(field_names)})"
    if defaults is not None:
        __new__.__defaults__ = defaults
    return __new__


def _named_tuple_methods(typename, field_names, field_defaults):
    """The namespace of a named tuple but for its constructor and its fields."""
    new = tuple.__new__
    count = len(field_names)
    form = "(" + ", ".join([f"{name}=%r" for name in field_names]) + ")"

    def _make(cls, iterable):
        result = new(cls, iterable)
        if len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    def _replace(self, /, **kwds):
        result = self._make(map(kwds.pop, field_names, self))
        if kwds:
            raise TypeError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    def __repr__(self):
        return self.__class__.__name__ + form % self

    _make.__doc__ = f"Make a new {typename} object from a sequence or iterable"
    _replace.__doc__ = f"Return a new {typename} object replacing specified fields with new values"
    __repr__.__doc__ = "The name of the class and all fields with their values."
    _asdict.__doc__ = "A dict of the fields and their values."
    __getnewargs__.__doc__ = "The fields as a plain tuple, for copies and pickles."
    for method in (_make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"
    return {
        "__doc__": f"{typename}({', '.join(field_names)})",
        "__slots__": (),
        "_fields": field_names,
        "_field_defaults": field_defaults,
        "_make": classmethod(_make),
        "__replace__": _replace,
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": field_names,
    }


# Counters.


class Counter(dict):
    """A dict of items and how often they occur; what does not occur counts zero."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The `n` most common items, or all, with their counts: the commonest first."""
        if n is None:
            return sorted(self.items(), key=_count_of, reverse=True)
        from heapq import nlargest
        return nlargest(n, self.items(), key=_count_of)

    def elements(self):
        """Each item as often as it counts."""
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        """Not for counters: what would the counts be?"""
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Add the counts of a mapping, or count the items of an iterable."""
        if iterable is not None:
            if not _is_mapping(iterable):
                _count_elements(self, iterable)
            elif self:
                get = self.get
                for item, count in iterable.items():
                    self[item] = count + get(item, 0)
            else:
                super().update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Take the counts of a mapping, or those of the items of an iterable, away."""
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for item, count in iterable.items():
                    self[item] = get(item, 0) - count
            else:
                for item in iterable:
                    self[item] = get(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, item):
        """Forget the item; no error if it is unknown."""
        if item in self:
            super().__delitem__(item)

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        try:
            ordered = dict(self.most_common())
        except TypeError:
            ordered = dict(self)  # counts that have no order
        return f"{self.__class__.__name__}({ordered!r})"

    # Comparison: what is missing counts zero.

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] == other[item] for counter in (self, other) for item in counter)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] <= other[item] for counter in (self, other) for item in counter)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[item] >= other[item] for counter in (self, other) for item in counter)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    # Arithmetic of multisets: results keep positive counts only.

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = _positive(Counter(), ((item, count + other[item]) for item, count in self.items()))
        return _positive(result, ((item, count) for item, count in other.items() if item not in self))

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = _positive(Counter(), ((item, count - other[item]) for item, count in self.items()))
        return _positive(result, ((item, -count) for item, count in other.items() if item not in self))

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = _positive(Counter(), ((item, max(count, other[item])) for item, count in self.items()))
        return _positive(result, ((item, count) for item, count in other.items() if item not in self))

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive(Counter(), ((item, min(count, other[item])) for item, count in self.items()))

    def __pos__(self):
        return _positive(Counter(), self.items())

    def __neg__(self):
        return _positive(Counter(), ((item, -count) for item, count in self.items()))

    def _keep_positive(self):
        for item in [item for item, count in self.items() if not count > 0]:
            del self[item]
        return self

    def __iadd__(self, other):
        for item, count in other.items():
            self[item] += count
        return self._keep_positive()

    def __isub__(self, other):
        for item, count in other.items():
            self[item] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for item, count in other.items():
            if count > self[item]:
                self[item] = count
        return self._keep_positive()

    def __iand__(self, other):
        for item, count in self.items():
            if other[item] < count:
                self[item] = other[item]
        return self._keep_positive()


def _count_of(pair):
    return pair[1]


def _is_mapping(iterable):
    if isinstance(iterable, dict):
        return True
    if isinstance(iterable, (str, list, tuple)):
        return False
    from collections.abc import Mapping
    return isinstance(iterable, Mapping)


def _positive(result, pairs):
    """Put the pairs whose count is above zero into `result`; returns it."""
    for item, count in pairs:
        if count > 0:
            result[item] = count
    return result
