"""`OrderedDict`: a dict that compares with its order and moves items to its ends.

The order is the dict's own, so an item goes to the back by leaving and coming again. To the front it goes at the price
of numbering all items anew.
"""

from _collections import _move_to_end
from _imp import tell_module
from collections.abc import ItemsView, KeysView, ValuesView
from reprlib import recursive_repr

__name__ = "collections"
__native_in_cpython__ = True

_missing = object()


class odict_keys(KeysView):
    __slots__ = ()

    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    @recursive_repr()
    def __repr__(self):
        return f"odict_keys({list(self)!r})"


class odict_items(ItemsView):
    __slots__ = ()

    def __iter__(self):
        return iter(dict.items(self._mapping))

    def __reversed__(self):
        return reversed(dict.items(self._mapping))

    @recursive_repr()
    def __repr__(self):
        return f"odict_items({list(self)!r})"


class odict_values(ValuesView):
    __slots__ = ()

    def __iter__(self):
        return iter(dict.values(self._mapping))

    def __reversed__(self):
        return reversed(dict.values(self._mapping))

    @recursive_repr()
    def __repr__(self):
        return f"odict_values({list(self)!r})"


@tell_module
class OrderedDict(dict):
    """A dict that remembers the order in which its keys came, and in which they can be moved."""

    def __init__(self, other=(), /, **kwds):
        self.update(other, **kwds)

    def update(self, other=(), /, **kwds):
        """Set the items of a mapping or of an iterable of pairs; then the keywords."""
        if type(self).__setitem__ is dict.__setitem__:
            dict.update(self, other, **kwds)
            return
        pairs = ((key, other[key]) for key in other.keys()) if hasattr(other, "keys") else other
        for key, value in pairs:
            self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def move_to_end(self, key, last=True):
        """Move an item to the end, or to the beginning; KeyError if it is not there."""
        _move_to_end(self, key, last)

    def popitem(self, last=True):
        """Take the last item out, or the first; KeyError if there is none."""
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self)) if last else next(iter(self))
        return key, dict.pop(self, key)

    def pop(self, key, default=_missing):
        """Take `key` out and return its value; without it `default`, or KeyError if there is none."""
        if default is _missing:
            if key not in self and hasattr(type(self), "__missing__"):
                return type(self).__missing__(self, key)
            return dict.pop(self, key)
        return dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        """The value of `key`, which becomes `default` if there was none."""
        if key in self:
            return self[key]
        self[key] = default
        return default

    def keys(self):
        """A set-like view of the keys."""
        return odict_keys(self)

    def items(self):
        """A set-like view of the pairs."""
        return odict_items(self)

    def values(self):
        """A view of the values."""
        return odict_values(self)

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A new dict with `value` for each key."""
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        equal = self == other
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    @recursive_repr()
    def __repr__(self):
        name = self.__class__.__name__
        return f"{name}({dict(self.items())!r})" if self else f"{name}()"

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(other)
        result.update(self)
        return result

    def __ior__(self, other):
        self.update(other)
        return self

    def __reduce__(self):
        state = self.__getstate__()
        if isinstance(state, tuple):
            state, slots = state
        else:
            slots = {}
        state = dict(state or {})
        return self.__class__, (), (state, slots) if slots else state or None, None, iter(self.items())

