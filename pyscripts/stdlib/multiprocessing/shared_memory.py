"""Memory that processes share by its name.

A block is a file of the system's memory file system, mapped. Who creates it owns it: it lasts until somebody unlinks it,
or until the program that created it is gone, however that happened (`resource_tracker`). Who only attaches to it is no
owner, and leaves it alone at its end.
"""

import os
import struct

from _multiprocessing import Map

from . import resource_tracker

__all__ = ["SharedMemory", "ShareableList"]

_FOLDER = "/dev/shm"


def _new_name():
    return f"/psm_{os.urandom(4).hex()}"


def _open(name, flags):
    """The descriptor of the file behind a name that begins with a slash."""
    try:
        return os.open(_FOLDER + name, flags | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise OSError(error.errno, error.strerror, name) from None


class SharedMemory:
    """A block of shared memory."""

    _name = None
    _map = None
    _buf = None

    def __init__(self, name=None, create=False, size=0, *, track=True):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        self._track = track
        if name is not None:
            self._name = name if name.startswith("/") else "/" + name
            fd = _open(self._name, os.O_CREAT | os.O_EXCL if create else 0)
        else:
            fd = self._create()
        try:
            if create:
                os.ftruncate(fd, size)
            self._size = os.fstat(fd).st_size
            # The map owns the descriptor from here on.
            self._map = Map(self._size, fd)
        except BaseException:
            os.close(fd)
            if create:
                os.unlink(_FOLDER + self._name)
            raise
        self._buf = memoryview(self._map)
        if create and track:
            resource_tracker.register(self._name, "shared_memory")

    def _create(self):
        while True:
            self._name = _new_name()
            try:
                return _open(self._name, os.O_CREAT | os.O_EXCL)
            except FileExistsError:
                continue

    @property
    def buf(self):
        """The bytes, as a memoryview."""
        return self._buf

    @property
    def name(self):
        """The name by which others attach to it."""
        return self._name.removeprefix("/")

    @property
    def size(self):
        """How many bytes there are."""
        return self._size

    def close(self):
        """Use the block no more here; it stays there for others."""
        if self._buf is not None:
            self._buf.release()
            self._buf = None
        if self._map is not None:
            self._map.close()
            self._map = None

    def unlink(self):
        """Have the block go when the last one closes it; FileNotFoundError if that was said already."""
        try:
            os.unlink(_FOLDER + self._name)
        except OSError as error:
            raise OSError(error.errno, error.strerror, self._name) from None
        if self._track:
            resource_tracker.unregister(self._name, "shared_memory")

    def __del__(self):
        try:
            self.close()
        except (OSError, BufferError):
            pass

    def __reduce__(self):
        return type(self), (self.name, False, self.size)

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, size={self.size})"


# Lists. A list lies in a block as its length, the ends of its items, the items, their formats and what to make of them.

_ALIGNMENT = 8
_PLAIN, _TEXT, _BYTES, _NONE = range(4)
_FORMATS = {int: "q", float: "d", bool: "xxxxxxx?", type(None): "xxxxxx?x"}


def _format_of(item):
    """How an item is stored; texts and bytes have some room to grow."""
    if isinstance(item, (str, bytes)):
        size = len(item.encode() if isinstance(item, str) else item)
        return f"{_ALIGNMENT * (size // _ALIGNMENT + 1)}s"
    return _FORMATS[type(item)]


def _kind_of(item):
    return {str: _TEXT, bytes: _BYTES, type(None): _NONE}.get(type(item), _PLAIN)


def _stored(item):
    return item.encode() if isinstance(item, str) else item


class ShareableList:
    """A list of numbers, texts, bytes, booleans and None in shared memory; its length is fixed."""

    def __init__(self, sequence=None, *, name=None):
        if sequence is None:
            self.shm = SharedMemory(name)
            self._length = struct.unpack_from("q", self.shm.buf, 0)[0]
            self._ends = [*struct.unpack_from(f"{self._length + 1}q", self.shm.buf, 8)]
            return
        items = [*sequence]
        formats = [_format_of(item) for item in items]
        ends = [0]
        for form in formats:
            ends.append(ends[-1] + struct.calcsize(form))
        self._length, self._ends = len(items), ends
        size = struct.calcsize(self._header_format) + ends[-1] + 9 * len(items)
        self.shm = SharedMemory(name, create=True, size=size)
        struct.pack_into(self._header_format, self.shm.buf, 0, len(items), *ends)
        for position, item in enumerate(items):
            self._store(position, item, formats[position])

    @property
    def _header_format(self):
        return f"q{self._length + 1}q"

    @property
    def _data_start(self):
        return 8 * (self._length + 2)

    def _format_place(self, position):
        return self._data_start + self._ends[-1] + 8 * position

    def _kind_place(self, position):
        return self._data_start + self._ends[-1] + 8 * self._length + position

    def _get_packing_format(self, position):
        (form,) = struct.unpack_from("8s", self.shm.buf, self._format_place(position))
        return form.rstrip(b"\0").decode()

    def _store(self, position, item, form):
        struct.pack_into(form, self.shm.buf, self._data_start + self._ends[position], _stored(item))
        struct.pack_into("8s", self.shm.buf, self._format_place(position), form.encode())
        struct.pack_into("b", self.shm.buf, self._kind_place(position), _kind_of(item))

    def _place(self, position, what):
        position = position if position >= 0 else position + self._length
        if not 0 <= position < self._length:
            raise IndexError(f"{what}index out of range")
        return position

    def __getitem__(self, position):
        position = self._place(position, "")
        place = self._data_start + self._ends[position]
        (item,) = struct.unpack_from(self._get_packing_format(position), self.shm.buf, place)
        (kind,) = struct.unpack_from("b", self.shm.buf, self._kind_place(position))
        if kind == _TEXT:
            return item.rstrip(b"\0").decode()
        if kind == _BYTES:
            return item.rstrip(b"\0")
        return None if kind == _NONE else item

    def __setitem__(self, position, value):
        position = self._place(position, "assignment ")
        form = self._get_packing_format(position)
        if not isinstance(value, (str, bytes)):
            self._store(position, value, _FORMATS[type(value)])
            return
        room = self._ends[position + 1] - self._ends[position]
        if len(_stored(value)) > room:
            raise ValueError("bytes/str item exceeds available storage")
        self._store(position, value, form if form[-1] == "s" else f"{room}s")

    def __len__(self):
        return self._length

    def __iter__(self):
        return (self[position] for position in range(self._length))

    def __repr__(self):
        return f"{type(self).__name__}({[*self]}, name={self.shm.name!r})"

    def __reduce__(self):
        from functools import partial
        return partial(type(self), name=self.shm.name), ()

    @property
    def format(self):
        """How the items are stored, in the words of `struct`."""
        return "".join(self._get_packing_format(position) for position in range(self._length))

    def count(self, value):
        """How many items equal the value."""
        return sum(value == item for item in self)

    def index(self, value):
        """The place of the first item that equals the value."""
        for position, item in enumerate(self):
            if value == item:
                return position
        raise ValueError(f"{value!r} not in this container")

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)
