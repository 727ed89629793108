"""Texts and comparisons that several parts of unittest need."""

from collections import Counter
from os.path import commonprefix

__unittest = True

_MAX_LENGTH = 80
_PLACEHOLDER_LEN = 12
_MIN_BEGIN_LEN = 5
_MIN_END_LEN = 5
_MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - (_MIN_BEGIN_LEN + _PLACEHOLDER_LEN + _MIN_COMMON_LEN + _PLACEHOLDER_LEN + _MIN_END_LEN)


def _shorten(text, prefixlen, suffixlen):
    skipped = len(text) - prefixlen - suffixlen
    if skipped > _PLACEHOLDER_LEN:
        text = "%s[%d chars]%s" % (text[:prefixlen], skipped, text[len(text) - suffixlen:])
    return text


def _common_shorten_repr(*args):
    """The values' reprs, shortened where they are alike."""
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    prefix = commonprefix(texts)
    length = len(prefix)
    common = _MAX_LENGTH - (longest - length + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if common > _MIN_COMMON_LEN:
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, common)
        return tuple(prefix + text[length:] for text in texts)
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple(prefix + _shorten(text[length:], _MIN_DIFF_LEN, _MIN_END_LEN) for text in texts)


def safe_repr(obj, short=False):
    """The object's repr, whatever its `__repr__` does."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _MAX_LENGTH:
        return text
    return text[:_MAX_LENGTH] + " [truncated]..."


def strclass(cls):
    """The class with its module."""
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def unorderable_list_difference(expected, actual):
    """What only the one or the other list has; takes the elements away."""
    missing = []
    while expected:
        item = expected.pop()
        try:
            actual.remove(item)
        except ValueError:
            missing.append(item)
    return missing, actual


def count_difference(first, second):
    """(count in first, count in second, element) for each that differs, of any elements."""
    found = []
    first, second = list(first), list(second)
    seen = []
    for item in first + second:
        if any(item == other for other in seen):
            continue
        seen.append(item)
        ours = sum(1 for other in first if other == item)
        theirs = sum(1 for other in second if other == item)
        if ours != theirs:
            found.append((ours, theirs, item))
    return found


def hashed_count_difference(first, second):
    """The same, of elements that have hashes."""
    first, second = Counter(first), Counter(second)
    found = [(count, second.get(item, 0), item) for item, count in first.items() if second.get(item, 0) != count]
    found += [(0, count, item) for item, count in second.items() if item not in first]
    return found
