"""Grids by slices, and walks over the indices of arrays."""

import math

from matrix import arange, asarray, linspace, ndarray

from ._joining import concatenate, stack
from ._shapes import broadcast_arrays, meshgrid


def _numbers(part):
    """The numbers of a slice; with an imaginary step, so many of them."""
    start, stop, step = part.start or 0, part.stop, 1 if part.step is None else part.step
    if isinstance(step, complex):
        return linspace(start, stop, int(abs(step)))
    return arange(start, stop, step)


class _Grid:
    """What `mgrid` and `ogrid` are."""

    def __init__(self, is_full):
        self.is_full = is_full

    def __getitem__(self, key):
        if isinstance(key, slice):
            return _numbers(key)
        parts = [_numbers(part) for part in key]
        if self.is_full:
            return stack(meshgrid(*parts, indexing="ij"))
        return tuple(one.reshape(tuple(-1 if place == axis else 1 for place in range(len(parts))))
                     for axis, one in enumerate(parts))


mgrid = _Grid(True)
ogrid = _Grid(False)


class _Joined:
    """What `r_` and `c_` are."""

    def __init__(self, is_columns):
        self.is_columns = is_columns

    def __getitem__(self, key):
        parts = []
        for part in key if isinstance(key, tuple) else (key,):
            if isinstance(part, str):
                raise TypeError(f"the directive {part!r} of r_ and c_ is not supported")
            one = _numbers(part) if isinstance(part, slice) else asarray(part)
            if self.is_columns and one.ndim < 2:
                one = one.reshape(-1, 1)
            parts.append(one if one.ndim else one.reshape(1))
        return concatenate(parts, -1 if self.is_columns else 0)


r_ = _Joined(False)
c_ = _Joined(True)


class _Slices:
    """What `s_` is: the key itself."""

    def __getitem__(self, key):
        return key


s_ = _Slices()


class ndindex:
    """All indices of a shape."""

    def __init__(self, *shape):
        self.shape = tuple(shape[0]) if len(shape) == 1 and isinstance(shape[0], (tuple, list)) else shape
        self._place, self._count = 0, math.prod(self.shape)

    def __iter__(self):
        return self

    def __next__(self):
        if self._place >= self._count:
            raise StopIteration
        place, index = self._place, []
        for side in self.shape[::-1]:
            place, rest = divmod(place, side)
            index.append(rest)
        self._place += 1
        return tuple(index[::-1])


class ndenumerate:
    """All indices of an array with its numbers."""

    def __init__(self, arr):
        arr = asarray(arr)
        self._pairs = zip(ndindex(arr.shape), arr.ravel())

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._pairs)


class nditer:
    """A walk over the numbers of arrays that broadcast, each as an array without axes."""

    def __init__(self, op, flags=(), op_flags=(), order="K", **others):
        if others:
            raise TypeError(f"nditer() does not support the argument '{next(iter(others))}' here")
        self._single = not isinstance(op, (list, tuple))
        self.operands = broadcast_arrays(*((op,) if self._single else op))
        if self._single and isinstance(op, ndarray):
            self.operands = (op,)
        shape = self.operands[0].shape
        self._indices = list(ndindex(shape))
        if order == "F":
            self._indices.sort(key=lambda index: index[::-1])
        self.iterindex = 0
        self.finished = not self._indices

    @property
    def multi_index(self):
        return self._indices[self.iterindex]

    index = property(lambda self: self.iterindex)

    def _now(self):
        parts = tuple(one[self.multi_index + (...,)] for one in self.operands)
        return parts[0] if self._single else parts

    value = property(_now)

    def __getitem__(self, place):
        return self.operands[place][self.multi_index + (...,)]

    def __setitem__(self, place, value):
        self.operands[place][self.multi_index + (...,)] = value

    def iternext(self):
        self.iterindex += 1
        self.finished = self.iterindex >= len(self._indices)
        return not self.finished

    def __iter__(self):
        while not self.finished:
            yield self._now()
            self.iternext()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass
