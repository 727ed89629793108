"""Arrays as sets: what is in them, once each, and what several have in common."""

from matrix import argsort, asarray, cumsum, empty, isnan, zeros

from ._axes import _along, _axis
from ._joining import concatenate
from ._statistics import bincount, diff, flatnonzero


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None):
    """The different numbers in order; where they first are, which each is, how often they come."""
    a = asarray(ar)
    if axis is not None:
        return _unique_parts(a, _axis(axis, a.ndim), return_index, return_inverse, return_counts)
    flat = a.ravel()
    order = argsort(flat)
    ordered = flat[order]
    is_new = zeros(flat.size, bool)
    is_new[:1] = True
    is_new[1:] = ordered[1:] != ordered[:-1]
    if a.dtype.kind == "f":
        is_new[1:] = is_new[1:] & ~(isnan(ordered[1:]) & isnan(ordered[:-1]))
    result = [ordered[is_new]]
    if return_index:
        result.append(order[is_new])
    if return_inverse:
        inverse = empty(flat.size, int)
        inverse[order] = cumsum(is_new) - 1
        result.append(inverse.reshape(a.shape))
    if return_counts:
        result.append(diff(concatenate([flatnonzero(is_new), [flat.size]])))
    return tuple(result) if len(result) > 1 else result[0]


def _unique_parts(a, axis, return_index, return_inverse, return_counts):
    """The different parts along an axis, in the order of their numbers."""
    from ._axes import moveaxis

    parts = [tuple(one.ravel().tolist()) for one in moveaxis(a, axis, 0)]
    first = {}
    for place, part in enumerate(parts):
        first.setdefault(part, place)
    ordered = sorted(first)
    places = [first[part] for part in ordered]
    result = [a[_along(axis, asarray(places, int))]]
    number = {part: place for place, part in enumerate(ordered)}
    if return_index:
        result.append(asarray(places, int))
    if return_inverse:
        result.append(asarray([number[part] for part in parts], int))
    if return_counts:
        result.append(bincount(asarray([number[part] for part in parts], int), minlength=len(ordered)))
    return tuple(result) if len(result) > 1 else result[0]


def unique_values(x):
    return unique(x)


def isin(element, test_elements, assume_unique=False, invert=False):
    """Which numbers are among the others?"""
    element, others = asarray(element), set(asarray(test_elements).ravel().tolist())
    found = asarray([one in others for one in element.ravel().tolist()], bool).reshape(element.shape)
    return ~found if invert else found


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    """The numbers in both, in order."""
    first = unique(ar1)
    common = first[isin(first, ar2)]
    if not return_indices:
        return common
    places = [[one.index(number) for number in common.tolist()]
              for one in (asarray(ar1).ravel().tolist(), asarray(ar2).ravel().tolist())]
    return common, asarray(places[0], int), asarray(places[1], int)


def union1d(ar1, ar2):
    return unique(concatenate([asarray(ar1).ravel(), asarray(ar2).ravel()]))


def setdiff1d(ar1, ar2, assume_unique=False):
    first = asarray(ar1).ravel() if assume_unique else unique(ar1)
    return first[isin(first, ar2, invert=True)]


def setxor1d(ar1, ar2, assume_unique=False):
    both = union1d(ar1, ar2)
    return both[~(isin(both, ar1) & isin(both, ar2))]
