"""Heaps in lists: `heap[k] <= heap[2 * k + 1]` and `heap[k] <= heap[2 * k + 2]`, so the smallest item comes first.

The functions that push and pop are native: see `_heapq`. Those whose names end in `_max` keep the opposite order.
"""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]

from _heapq import _heapify_max, _heappop_max, _heapreplace_max
from _heapq import *


def merge(*iterables, key=None, reverse=False):
    """The items of several sorted iterables, sorted, one at a time.

    The heap holds for each iterable [key of its item, its number, its item, its __next__]; the numbers keep equal
    items in the iterables' order.
    """
    sign = -1 if reverse else 1
    heap = []
    for number, iterable in enumerate(iterables):
        advance = iter(iterable).__next__
        for item in _first(advance):
            heap.append([item if key is None else key(item), number * sign, item, advance])
    if reverse:
        _heapify_max(heap)
        replace, pop = _heapreplace_max, _heappop_max
    else:
        heapify(heap)
        replace, pop = heapreplace, heappop
    while len(heap) > 1:
        entry = heap[0]
        advance = entry[3]
        try:
            while True:
                yield entry[2]
                item = advance()
                entry[0] = item if key is None else key(item)
                entry[2] = item
                replace(heap, entry)
                entry = heap[0]
                advance = entry[3]
        except StopIteration:
            pop(heap)
            if len(heap) <= 1:
                break
    if heap:
        entry = heap[0]
        yield entry[2]
        yield from entry[3].__self__


def _first(advance):
    """A tuple with the first item, if there is one."""
    try:
        return (advance(),)
    except StopIteration:
        return ()


def nsmallest(n, iterable, key=None):
    """The `n` smallest items in rising order: sorted(iterable, key=key)[:n]."""
    if n == 1:
        return _single(min, iterable, key)
    if _is_most(n, iterable):
        return sorted(iterable, key=key)[:n]
    return _select(n, iterable, key, _heapify_max, _heapreplace_max, 1)


def nlargest(n, iterable, key=None):
    """The `n` largest items in falling order: sorted(iterable, key=key, reverse=True)[:n]."""
    if n == 1:
        return _single(max, iterable, key)
    if _is_most(n, iterable):
        return sorted(iterable, key=key, reverse=True)[:n]
    return _select(n, iterable, key, heapify, heapreplace, -1)


def _single(choose, iterable, key):
    missing = object()
    result = choose(iterable, default=missing, key=key)
    return [] if result is missing else [result]


def _is_most(n, iterable):
    """Whether a plain sort does: `n` is all of it."""
    try:
        return n >= len(iterable)
    except TypeError:
        return False


def _select(n, iterable, key, heapify, replace, direction):
    """The best `n`, in a heap whose first entry is the worst of them; earlier ones win among equals."""
    iterator = iter(iterable)
    # range() comes first, so that an n of 0 or less takes nothing from the iterator
    heap = [(item if key is None else key(item), order * direction, item)
            for order, item in zip(range(n), iterator)]
    if not heap:
        return heap
    heapify(heap)
    worst = heap[0][0]
    order = n * direction
    for item in iterator:
        value = item if key is None else key(item)
        if value < worst if direction > 0 else worst < value:
            replace(heap, (value, order, item))
            worst = heap[0][0]
            order += direction
    heap.sort(reverse=direction < 0)
    return [item for _, _, item in heap]
