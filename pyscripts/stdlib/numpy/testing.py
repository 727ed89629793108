"""Assertions about arrays."""

from matrix import asarray, ndarray

from ._printing import array2string
from ._shapes import broadcast_to
from ._statistics import argwhere

__all__ = [
    "assert_", "assert_allclose", "assert_almost_equal", "assert_array_almost_equal", "assert_array_equal",
    "assert_array_less", "assert_equal", "assert_raises", "assert_raises_regex",
]


def assert_(val, msg=""):
    if not val:
        raise AssertionError(msg() if callable(msg) else msg)


def _fail(x, y, header, err_msg="", lines=(), names=("ACTUAL", "DESIRED")):
    """An error that shows both."""
    lines = ["", header, *([err_msg] if err_msg else ()), *lines]
    lines += [f" {name}: {one!r}" for name, one in zip(names, (x, y))]
    raise AssertionError("\n".join(lines))


def _number(number):
    return array2string(asarray(number))


def _differences(x, y, bad, names):
    """How many numbers differ, which, and by how much."""
    x, y = broadcast_to(x, bad.shape), broadcast_to(y, bad.shape)
    count, size = int(bad.sum()), bad.size
    yield f"Mismatched elements: {count} / {size} ({100 * count / size:.3g}%)"
    places = argwhere(bad) if bad.ndim else []
    if len(places):
        several = len(places) > 5
        yield f"First 5 mismatches are at indices:" if several else f"Mismatch at ind{'ex' if count == 1 else 'ices'}:"
        for place in places[:5].tolist():
            key = tuple(place)
            yield f" {place}: {x[key]} ({names[0]}), {y[key]} ({names[1]})"
    if x.dtype.kind not in "iufc" or y.dtype.kind not in "iufc":
        return
    distance = abs(x - y)[bad]
    yield f"Max absolute difference among violations: {_number(distance.max())}"
    wanted = abs(y)[bad]
    known = wanted != 0
    relative = (distance[known] / wanted[known]).max() if known.any() else float("inf")
    yield f"Max relative difference among violations: {_number(relative)}"


def _compared(x, y, close, header, err_msg="", equal_nan=True, strict=False, names=("ACTUAL", "DESIRED")):
    """Both broadcast and compared number by number."""
    x, y = asarray(x), asarray(y)
    fits = x.shape == y.shape or not strict and (x.shape == () or y.shape == ())
    if not fits:
        _fail(x, y, header, err_msg, ["", f"(shapes {x.shape}, {y.shape} mismatch)"], names)
    good = asarray(close(x, y))
    if equal_nan:
        good = good | ((x != x) & (y != y))
    if not good.all():
        _fail(x, y, header, err_msg, ["", *_differences(x, y, ~asarray(good), names)], names)


def assert_array_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    """All numbers are the same."""
    _compared(actual, desired, lambda x, y: x == y, "Arrays are not equal", err_msg, strict=strict)


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True, *, strict=False):
    """All numbers are as close as the tolerances say."""
    from ._elements import isclose

    _compared(actual, desired, lambda x, y: isclose(x, y, rtol, atol),
              f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}", err_msg, equal_nan, strict)


def assert_array_almost_equal(actual, desired, decimal=6, err_msg="", verbose=True):
    """All numbers are equal to so many decimals."""
    _compared(actual, desired, lambda x, y: (x == y) | (abs(x - y) < 1.5 * 10.0 ** -decimal),
              f"Arrays are not almost equal to {decimal} decimals", err_msg)


def assert_array_less(x, y, err_msg="", verbose=True, *, strict=False):
    """All numbers of the first are less."""
    _compared(x, y, lambda x, y: x < y, "Arrays are not strictly ordered `x < y`", err_msg, False, strict, "xy")


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    """Both are equal to so many decimals."""
    if isinstance(actual, (ndarray, list, tuple)) or isinstance(desired, (ndarray, list, tuple)):
        return assert_array_almost_equal(actual, desired, decimal, err_msg)
    if not (actual == desired or actual != actual and desired != desired
            or abs(desired - actual) < 1.5 * 10.0 ** -decimal):
        _fail(actual, desired, f"Arrays are not almost equal to {decimal} decimals", err_msg)


def assert_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    """Both are equal: numbers, arrays, or lists and dicts of them."""
    if isinstance(desired, dict):
        assert_equal(len(actual), len(desired), err_msg)
        for key, value in desired.items():
            assert_(key in actual, repr(key))
            assert_equal(actual[key], value, f"key={key!r}\n{err_msg}")
        return
    if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg)
        for place, (one, other) in enumerate(zip(actual, desired)):
            assert_equal(one, other, f"item={place}\n{err_msg}")
        return
    if isinstance(actual, ndarray) or isinstance(desired, ndarray):
        assert_array_equal(actual, desired, err_msg, strict=strict)
    elif not (actual == desired or actual != actual and desired != desired):
        _fail(actual, desired, "Items are not equal:", err_msg)


def assert_raises(*args, **kwargs):
    """The call raises, or what stands in the with statement."""
    import unittest

    return unittest.TestCase().assertRaises(*args, **kwargs)


def assert_raises_regex(*args, **kwargs):
    """The same, with a pattern for the message."""
    import unittest

    return unittest.TestCase().assertRaisesRegex(*args, **kwargs)
