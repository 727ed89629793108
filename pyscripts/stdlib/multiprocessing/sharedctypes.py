"""Numbers and arrays in shared memory, alone or with a lock.

They behave like those of ctypes: integers wrap around, and a type is named by its letter or, if ctypes is there, by
its class.
"""

from .heap import Block

__all__ = ["RawValue", "RawArray", "Value", "Array", "copy", "synchronized"]

# Letter -> (name of the type in C, letter of memoryview, size).
_TYPES = {
    "c": ("c_char", "c", 1), "b": ("c_byte", "b", 1), "B": ("c_ubyte", "B", 1), "h": ("c_short", "h", 2),
    "H": ("c_ushort", "H", 2), "i": ("c_int", "i", 4), "I": ("c_uint", "I", 4), "l": ("c_long", "q", 8),
    "L": ("c_ulong", "Q", 8), "q": ("c_long", "q", 8), "Q": ("c_ulong", "Q", 8), "f": ("c_float", "f", 4),
    "d": ("c_double", "d", 8), "u": ("c_wchar", "I", 4), "?": ("c_bool", "B", 1),
}


def _type_of(typecode_or_type):
    code = typecode_or_type if isinstance(typecode_or_type, str) else getattr(typecode_or_type, "_type_", None)
    if not isinstance(code, str) or code not in _TYPES:
        raise TypeError(f"this type has no storage info: {typecode_or_type!r}")
    return code


def _stored(code, value):
    """The value as it is stored; integers lose what has no room."""
    if code == "c":
        if isinstance(value, int):
            value = bytes([value])
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise TypeError("one character bytes, bytearray, or an integer in range(256) expected")
        return bytes(value)
    if code == "u":
        if not isinstance(value, str) or len(value) != 1:
            raise TypeError("a unicode character expected")
        return ord(value)
    if code == "?":
        return 1 if value else 0
    if code in "fd":
        if not hasattr(type(value), "__float__") and not hasattr(type(value), "__index__") or isinstance(value, str):
            raise TypeError(f"must be real number, not {type(value).__name__}")
        return float(value)
    if not hasattr(type(value), "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer"
                        if not isinstance(value, float) else "int expected instead of float instance")
    bits = 8 * _TYPES[code][2]
    value = value.__index__() & (1 << bits) - 1
    return value - (1 << bits) if code.islower() and value >> bits - 1 else value


def _shown(code, stored):
    return chr(stored) if code == "u" else bool(stored) if code == "?" else stored


class _Number:
    """A number in shared memory."""

    def __init__(self, code, value=0):
        self._place(code, Block(_TYPES[code][2]))
        if value != 0 or code not in "cu":
            self.value = value

    def _place(self, code, block):
        _, letter, size = _TYPES[code]
        self._code, self._block = code, block
        self._item = block.view()[:size].cast(letter)

    @property
    def value(self):
        """The number."""
        return _shown(self._code, self._item[0])

    @value.setter
    def value(self, value):
        self._item[0] = _stored(self._code, value)

    def __repr__(self):
        return f"{_TYPES[self._code][0]}({self.value!r})"

    def __reduce__(self):
        from .context import assert_spawning
        assert_spawning(self)
        return _rebuild_number, (self._code, self._block)


def _rebuild_number(code, block):
    number = _Number.__new__(_Number)
    number._place(code, block)
    return number


class _Vector:
    """An array in shared memory."""

    def __init__(self, code, length, items=()):
        self._place(code, length, Block(max(length, 1) * _TYPES[code][2]))
        if items:
            self[:] = items

    def _place(self, code, length, block):
        _, letter, size = _TYPES[code]
        self._code, self._length, self._block = code, length, block
        self._items = block.view()[:length * size].cast(letter)

    def __len__(self):
        return self._length

    def __getitem__(self, index):
        if not isinstance(index, slice):
            return _shown(self._code, self._items[self._index(index)])
        items = [self._items[place] for place in range(*index.indices(self._length))]
        if self._code == "c":
            return b"".join(items)
        shown = [_shown(self._code, item) for item in items]
        return "".join(shown) if self._code == "u" else shown

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            self._items[self._index(index)] = _stored(self._code, value)
            return
        places = range(*index.indices(self._length))
        values = list(value)
        if len(values) != len(places):
            raise ValueError("Can only assign sequence of same size")
        for place, item in zip(places, values):
            self._items[place] = _stored(self._code, item)

    def _index(self, index):
        place = index + self._length if index < 0 else index
        if not 0 <= place < self._length:
            raise IndexError("invalid index")
        return place

    def __iter__(self):
        return (self[index] for index in range(self._length))

    @property
    def raw(self):
        """All bytes of an array of characters."""
        self._check_characters("raw")
        return self[:]

    @raw.setter
    def raw(self, value):
        self._check_characters("raw")
        if len(value) > self._length:
            raise ValueError("byte string too long")
        self[:len(value)] = value

    @property
    def value(self):
        """The bytes of an array of characters up to the first zero."""
        self._check_characters("value")
        return self[:].split(b"\0", 1)[0]

    @value.setter
    def value(self, value):
        self._check_characters("value")
        if len(value) > self._length:
            raise ValueError("byte string too long")
        self[:len(value)] = value
        if len(value) < self._length:
            self[len(value)] = b"\0"

    def _check_characters(self, name):
        if self._code != "c":
            raise AttributeError(f"'{self._type_name()}' object has no attribute {name!r}")

    def _type_name(self):
        return f"{_TYPES[self._code][0]}_Array_{self._length}"

    def __repr__(self):
        return f"<multiprocessing.sharedctypes.{self._type_name()} object at {id(self):#x}>"

    def __reduce__(self):
        from .context import assert_spawning
        assert_spawning(self)
        return _rebuild_vector, (self._code, self._length, self._block)


def _rebuild_vector(code, length, block):
    vector = _Vector.__new__(_Vector)
    vector._place(code, length, block)
    return vector


# What programs call.

def RawValue(typecode_or_type, *args):
    """A number in shared memory."""
    return _Number(_type_of(typecode_or_type), *args)


def RawArray(typecode_or_type, size_or_initializer):
    """An array in shared memory, zeroed or with these items."""
    code = _type_of(typecode_or_type)
    if isinstance(size_or_initializer, int):
        if size_or_initializer < 0:
            raise ValueError("Array length must be >= 0")
        return _Vector(code, size_or_initializer)
    return _Vector(code, len(size_or_initializer), size_or_initializer)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A number in shared memory with a lock, or without if `lock` is False."""
    return _with_lock(RawValue(typecode_or_type, *args), lock, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """An array in shared memory with a lock, or without if `lock` is False."""
    return _with_lock(RawArray(typecode_or_type, size_or_initializer), lock, ctx)


def _with_lock(obj, lock, ctx):
    if lock is False:
        return obj
    if lock not in (True, None) and not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return synchronized(obj, None if lock in (True, None) else lock, ctx)


def copy(obj):
    """Another one with the same content."""
    if isinstance(obj, _Number):
        return _Number(obj._code, obj.value)
    return _Vector(obj._code, len(obj), obj[:])


def synchronized(obj, lock=None, ctx=None):
    """A number or an array together with a lock."""
    assert not isinstance(obj, SynchronizedBase), "object already synchronized"
    if isinstance(obj, _Number):
        return Synchronized(obj, lock, ctx)
    return (SynchronizedString if obj._code == "c" else SynchronizedArray)(obj, lock, ctx)


class SynchronizedBase:
    """What is in shared memory, and a lock that is held while it is looked at or changed."""

    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        if lock is None:
            from .context import _default_context
            lock = (ctx or _default_context).RLock()
        self._attach(lock)

    def _attach(self, lock):
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __reduce__(self):
        from .context import assert_spawning
        assert_spawning(self)
        return type(self), (self._obj, self._lock)

    def get_obj(self):
        """The object without the lock."""
        return self._obj

    def get_lock(self):
        """The lock."""
        return self._lock

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"


def _locked(name):
    def get(self):
        with self._lock:
            return getattr(self._obj, name)

    def put(self, value):
        with self._lock:
            setattr(self._obj, name, value)

    return property(get, put)


class Synchronized(SynchronizedBase):
    """A number with a lock."""

    value = _locked("value")


class SynchronizedArray(SynchronizedBase):
    """An array with a lock."""

    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self._lock:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self._lock:
            self._obj[i] = value



class SynchronizedString(SynchronizedArray):
    """An array of characters with a lock."""

    value = _locked("value")
    raw = _locked("raw")
