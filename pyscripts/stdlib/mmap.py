"""Mapped files: objects that look like bytearrays and like files, and whose bytes are those of a file."""

import errno
import operator
import os

import _mmap
from _mmap import *

ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY = 0, 1, 2, 3

error = OSError


def _bytes_of(data, what="a bytes-like object is required, not"):
    try:
        return bytes(memoryview(data).cast("B"))
    except TypeError:
        raise TypeError(f"{what} {type(data).__name__!r}") from None


class mmap(_mmap.Map):
    """A file, or memory of no file if `fileno` is -1."""

    __slots__ = ("_place", "_access", "_descriptor", "_offset", "_flags")
    __module__ = "mmap"

    def __new__(cls, fileno, length, flags=_mmap.MAP_SHARED, prot=_mmap.PROT_READ | _mmap.PROT_WRITE,
                access=ACCESS_DEFAULT, offset=0, *, trackfd=True):
        fileno, length, offset = operator.index(fileno), operator.index(length), operator.index(offset)
        if length < 0:
            raise OverflowError("memory mapped length must be positive")
        if offset < 0:
            raise OverflowError("memory mapped offset must be positive")
        flags, prot = cls._chosen(flags, prot, access)
        size = None
        if fileno != -1:
            size = os.fstat(fileno).st_size
            if length == 0:
                if size == 0:
                    raise ValueError("cannot mmap an empty file")
                if offset >= size:
                    raise ValueError("mmap offset is greater than file size")
                length = size - offset
            elif offset > size or size - offset < length:
                raise ValueError("mmap length is greater than file size")
        else:
            flags |= _mmap.MAP_ANONYMOUS
        self = _mmap.Map.__new__(cls, fileno, length, flags, prot, offset)
        self._descriptor = -1
        if fileno != -1 and trackfd:
            self._descriptor = os.dup(fileno)
        self._place, self._access, self._offset = 0, access, offset
        self._flags = (fileno, trackfd)
        return self

    def __init__(self, *arguments, **keywords):
        pass

    @staticmethod
    def _chosen(flags, prot, access):
        usual = _mmap.MAP_SHARED, _mmap.PROT_READ | _mmap.PROT_WRITE
        if access != ACCESS_DEFAULT and (flags, prot) != usual:
            raise ValueError("mmap can't specify both access and flags, prot.")
        if access == ACCESS_READ:
            return _mmap.MAP_SHARED, _mmap.PROT_READ
        if access == ACCESS_WRITE:
            return _mmap.MAP_SHARED, _mmap.PROT_READ | _mmap.PROT_WRITE
        if access == ACCESS_COPY:
            return _mmap.MAP_PRIVATE, _mmap.PROT_READ | _mmap.PROT_WRITE
        if access != ACCESS_DEFAULT:
            raise ValueError("mmap invalid access parameter.")
        return flags, prot

    def _opened(self):
        if not self._is_open:
            raise ValueError("mmap closed or invalid")

    def _writable(self):
        self._opened()
        if self._access == ACCESS_READ or memoryview(self).readonly:
            raise TypeError("mmap can't modify a readonly memory map.")

    # As bytes.

    def __len__(self):
        self._opened()
        with memoryview(self) as view:
            return len(view)

    def __getitem__(self, index):
        self._opened()
        with memoryview(self) as view:
            if isinstance(index, slice):
                return view[index].tobytes()
            try:
                index = operator.index(index)
            except TypeError:
                raise TypeError("mmap indices must be integers") from None
            if not -len(view) <= index < len(view):
                raise IndexError("mmap index out of range")
            return view[index]

    def __setitem__(self, index, value):
        self._writable()
        with memoryview(self) as view:
            if isinstance(index, slice):
                data = _bytes_of(value)
                places = range(*index.indices(len(view)))
                if len(places) != len(data):
                    raise IndexError("mmap slice assignment is wrong size")
                view[index] = data
                return
            try:
                index = operator.index(index)
            except TypeError:
                raise TypeError("mmap indices must be integers") from None
            if not -len(view) <= index < len(view):
                raise IndexError("mmap index out of range")
            if not hasattr(type(value), "__index__"):
                raise TypeError("mmap item value must be an int")
            value = operator.index(value)
            if not 0 <= value <= 255:
                raise ValueError("mmap item value must be in range(0, 256)")
            view[index] = value

    def __delitem__(self, index):
        self._writable()
        if isinstance(index, slice):
            raise TypeError("mmap object doesn't support slice deletion")
        raise TypeError("mmap doesn't support item deletion")

    def __iter__(self):
        place = 0
        while place < len(self):
            yield self[place:place + 1]
            place += 1

    def __contains__(self, item):
        return any(item == other for other in self)

    def find(self, sub, start=None, end=None):
        """The lowest place from `start`, or from the position, at which `sub` is found; -1 if it is not."""
        return self._find(sub, start, end, bytes.find)

    def rfind(self, sub, start=None, end=None):
        """The highest place at which `sub` is found; -1 if it is not."""
        return self._find(sub, start, end, bytes.rfind)

    def _find(self, sub, start, end, search):
        self._opened()
        sub = _bytes_of(sub)
        size = len(self)
        start = self._place if start is None else operator.index(start)
        end = size if end is None else operator.index(end)
        start, end = (max(0, place + size) if place < 0 else min(place, size) for place in (start, end))
        found = search(self[start:end], sub) if start <= end else -1
        return found + start if found >= 0 else -1

    # As a file.

    def read(self, n=None):
        """So many bytes from the position on, or all."""
        self._opened()
        if n is not None:
            try:
                n = operator.index(n)
            except TypeError:
                raise TypeError(f"argument should be integer or None, not '{type(n).__name__}'") from None
        left = max(0, len(self) - self._place)
        count = left if n is None or n < 0 or n > left else n
        data = self[self._place:self._place + count]
        self._place += count
        return data

    def read_byte(self):
        """The byte at the position."""
        self._opened()
        if self._place >= len(self):
            raise ValueError("read byte out of range")
        self._place += 1
        return self[self._place - 1]

    def readline(self):
        """The bytes up to the end of a line."""
        self._opened()
        end = self.find(b"\n")
        end = len(self) if end < 0 else end + 1
        data = self[self._place:end]
        self._place = max(self._place, end)
        return data

    def write(self, data, /):
        """Write bytes at the position."""
        self._opened()
        data = _bytes_of(data)
        self._writable()
        if len(data) > len(self) - self._place:
            raise ValueError("data out of range")
        self[self._place:self._place + len(data)] = data
        self._place += len(data)
        return len(data)

    def write_byte(self, byte, /):
        """Write a byte at the position."""
        self._writable()
        if self._place >= len(self):
            raise ValueError("write byte out of range")
        self[self._place] = byte
        self._place += 1

    def seek(self, pos, whence=0, /):
        """Set the position; the new one."""
        self._opened()
        if whence not in (0, 1, 2):
            raise ValueError("unknown seek type")
        place = pos + (0, self._place, len(self))[whence]
        if not 0 <= place <= len(self):
            raise ValueError("seek out of range")
        self._place = place
        return place

    def tell(self):
        """The position."""
        self._opened()
        return self._place

    def seekable(self):
        return True

    def size(self):
        """The size of the file, which can be larger than the map."""
        self._opened()
        if self._descriptor >= 0:
            return os.fstat(self._descriptor).st_size
        if self._flags[0] == -1:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        raise ValueError("can't get size with trackfd=False")

    def flush(self, offset=0, size=None, /):
        """Write changes back to the file."""
        self._opened()
        size = len(self) - offset if size is None else size
        if offset < 0 or size < 0 or len(self) - offset < size:
            raise ValueError("flush values out of range")
        if self._access not in (ACCESS_READ, ACCESS_COPY):
            self._flush(offset, size)

    def move(self, dest, src, count, /):
        """Copy bytes within the map."""
        self._writable()
        if min(dest, src, count) < 0 or max(dest, src) + count > len(self):
            raise ValueError("source, destination, or count out of range")
        self[dest:dest + count] = self[src:src + count]

    def resize(self, newsize, /):
        """Make the map, and the file if there is one, larger or smaller."""
        self._opened()
        if self._access not in (ACCESS_DEFAULT, ACCESS_WRITE):
            raise TypeError("mmap can't resize a readonly or copy-on-write memory map.")
        if not self._flags[1]:
            raise ValueError("mmap can't resize with trackfd=False.")
        if newsize < 0:
            raise ValueError("new size out of range")
        if self._descriptor >= 0:
            os.ftruncate(self._descriptor, self._offset + newsize)
        self._resize(newsize)

    def madvise(self, option, start=0, length=None, /):
        """Tell the system how a part will be used."""
        self._opened()
        size = len(self)
        if not 0 <= start < size:
            raise ValueError("madvise start out of bounds")
        length = size - start if length is None else length
        if length < 0:
            raise ValueError("madvise length invalid")
        self._advise(start, min(length, size - start), option)

    def close(self):
        """Unmap it; afterwards it cannot be used."""
        self._close()
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __del__(self):
        if getattr(self, "_descriptor", -1) >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    @property
    def closed(self):
        return not self._is_open

    def __enter__(self):
        self._opened()
        return self

    def __exit__(self, *exception):
        self.close()

    def __reduce__(self):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__name__}' object")

    def __repr__(self):
        names = {ACCESS_DEFAULT: "ACCESS_DEFAULT", ACCESS_READ: "ACCESS_READ", ACCESS_WRITE: "ACCESS_WRITE",
                 ACCESS_COPY: "ACCESS_COPY"}
        kind, access = f"{type(self).__module__}.{type(self).__name__}", names[self._access]
        if not self._is_open:
            return f"<{kind} closed=True, access={access}>"
        return (f"<{kind} closed=False, access={access}, length={len(self)}, pos={self._place}, "
                f"offset={self._offset}>")


del Map
