"""Kinds of numbers: which hold which, and their limits; what happens at divisions by zero."""

import matrix as _matrix
from matrix import asarray, dtype


def promote_types(type1, type2):
    """The kind that holds numbers of both."""
    return _matrix._joined(type1, type2)


def result_type(*arrays_and_dtypes):
    """The kind of what is made of all."""
    result = None
    for one in arrays_and_dtypes:
        kind = one.dtype if hasattr(one, "dtype") and not isinstance(one, type) else (
            asarray(one).dtype if isinstance(one, (bool, int, float, complex, list)) else dtype(one))
        result = kind if result is None else promote_types(result, kind)
    return result


def can_cast(from_, to, casting="safe"):
    """Do numbers of a kind stay what they are as another?"""
    kind = from_.dtype if hasattr(from_, "dtype") and not isinstance(from_, type) else dtype(from_)
    to = dtype(to)
    if casting == "unsafe":
        return True
    if casting == "same_kind":
        return "buifc".index(kind.kind) <= "buifc".index(to.kind)
    return promote_types(kind, to) == to if casting == "safe" else kind == to


def min_scalar_type(a):
    """The least kind that holds a number; of an array, its kind."""
    if isinstance(a, int) and not isinstance(a, bool):
        names = ("uint8", "uint16", "uint32", "uint64") if a >= 0 else ("int8", "int16", "int32", "int64")
        for name in names:
            if iinfo(name).min <= a <= iinfo(name).max:
                return dtype(name)
    return asarray(a).dtype


def _class(one):
    if isinstance(one, type) and issubclass(one, _matrix.generic):
        return one
    if one is float:
        return _matrix.floating
    if one is int:
        return _matrix.integer
    if one is complex:
        return _matrix.complexfloating
    return dtype(one).type


def issubdtype(arg1, arg2):
    """Is a kind one of a family?"""
    first = arg1 if isinstance(arg1, type) and issubclass(arg1, _matrix.generic) else dtype(arg1).type
    return issubclass(first, _class(arg2))


def isdtype(dtype, kind):
    names = {"bool": "b", "signed integer": "i", "unsigned integer": "u", "integral": "iu", "real floating": "f",
             "complex floating": "c", "numeric": "iufc"}
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return any(dtype.kind in names[one] if isinstance(one, str) else dtype == one for one in kinds)


def astype(x, dtype, /, *, copy=True):
    return x.astype(dtype, copy=copy)


class iinfo:
    """The limits of a kind of ints."""

    def __init__(self, int_type):
        kind = int_type.dtype if hasattr(int_type, "dtype") and not isinstance(int_type, type) else dtype(
            type(int_type) if isinstance(int_type, int) else int_type)
        if kind.kind not in "iu":
            raise ValueError(f"Invalid integer data type {kind.kind!r}.")
        self.dtype, self.kind = kind, kind.kind
        self.bits = 8 * kind.itemsize
        self.min = 0 if kind.kind == "u" else -(1 << self.bits - 1)
        self.max = (1 << self.bits) - 1 + self.min

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"


class finfo:
    """The limits of a kind of floats."""

    def __init__(self, kind=float):
        kind = kind.dtype if hasattr(kind, "dtype") and not isinstance(kind, type) else (
            dtype(type(kind) if isinstance(kind, float) else kind))
        if kind == "complex128":
            kind = dtype("float64")
        if kind.kind != "f":
            raise ValueError(f"data type {kind.type!r} not inexact")
        self.dtype, number = kind, kind.type
        single = kind == "float32"
        self.bits, self.nmant, self.precision = (32, 23, 6) if single else (64, 52, 15)
        self.nexp, self.maxexp, self.minexp = (8, 128, -126) if single else (11, 1024, -1022)
        self.eps = number(2.0 ** -self.nmant)
        self.epsneg = number(2.0 ** (-self.nmant - 1))
        self.max = number((2 - 2.0 ** -self.nmant) * 2.0 ** (self.maxexp - 1))
        self.min = -self.max
        self.tiny = self.smallest_normal = number(2.0 ** self.minexp)
        self.smallest_subnormal = number(2.0 ** (self.minexp - self.nmant))
        self.resolution = number(10.0 ** -self.precision)


_errors = {"divide": "ignore", "over": "ignore", "under": "ignore", "invalid": "ignore"}


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    """Says what happens at divisions by zero and the like; only `ignore` has an effect here."""
    before = dict(_errors)
    for name, value in (("divide", divide), ("over", over), ("under", under), ("invalid", invalid)):
        value = value or all
        if value is not None:
            if value not in ("ignore", "warn", "raise", "call", "print", "log"):
                raise ValueError(f"invalid error state {value!r}")
            _errors[name] = value
    return before


def geterr():
    return dict(_errors)


class errstate:
    """The same within a with statement, or for a function."""

    def __init__(self, **options):
        self.options = options

    def __enter__(self):
        self.before = seterr(**self.options)

    def __exit__(self, *error):
        seterr(**self.before)

    def __call__(self, function):
        import functools

        @functools.wraps(function)
        def called(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return called
