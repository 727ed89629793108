"""Iterators over iterators: endless ones, parts, combinations.

Each is an iterator object made of a generator, so that its arguments are looked at when it is made and its items when
they are asked for.
"""

import operator as _operator

__all__ = ["accumulate", "batched", "chain", "combinations", "combinations_with_replacement", "compress", "count",
           "cycle", "dropwhile", "filterfalse", "groupby", "islice", "pairwise", "permutations", "product", "repeat",
           "starmap", "takewhile", "tee", "zip_longest"]

_absent = object()


class _Iterator:
    __slots__ = ("_items",)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


class count(_Iterator):
    """Numbers from a start on, in equal steps."""

    __slots__ = ("_next", "_step")

    def __init__(self, start=0, step=1):
        if not hasattr(start, "__add__") or isinstance(start, (str, list, tuple)):
            raise TypeError("a number is required")
        self._next, self._step = start, step

    def __next__(self):
        number = self._next
        self._next = number + self._step
        return number

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return f"count({self._next!r})"
        return f"count({self._next!r}, {self._step!r})"


class cycle(_Iterator):
    """The items of an iterable over and over."""

    __slots__ = ()

    def __init__(self, iterable, /):
        self._items = self._run(iter(iterable))

    @staticmethod
    def _run(iterator):
        saved = []
        for item in iterator:
            yield item
            saved.append(item)
        while saved:
            yield from saved


class repeat(_Iterator):
    """An object again and again, or so many times."""

    __slots__ = ("_object", "_left")

    def __init__(self, object, times=None):
        self._object = object
        self._left = None if times is None else max(_operator.index(times), 0)

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        return f"repeat({self._object!r})" if self._left is None else f"repeat({self._object!r}, {self._left})"


class chain(_Iterator):
    """The items of one iterable after the other."""

    __slots__ = ()

    def __init__(self, *iterables):
        self._items = self._run(iter(iterables))

    @staticmethod
    def _run(iterables):
        for iterable in iterables:
            yield from iterable

    @classmethod
    def from_iterable(cls, iterables, /):
        """The same of an iterable of iterables."""
        made = cls()
        made._items = cls._run(iter(iterables))
        return made


class islice(_Iterator):
    """The items that a slice of a sequence would give."""

    __slots__ = ()

    def __init__(self, iterable, *bounds):
        if not 1 <= len(bounds) <= 3:
            got = len(bounds) + 1
            raise TypeError(f"islice expected at {'least 2' if got < 2 else 'most 4'} arguments, got {got}")
        start, stop, step = (0, bounds[0], 1) if len(bounds) == 1 else (*bounds, 1)[:3]
        start, step = 0 if start is None else start, 1 if step is None else step
        if stop is not None and (not hasattr(stop, "__index__") or _operator.index(stop) < 0):
            single = len(bounds) == 1
            raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize." if single
                             else "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if not hasattr(start, "__index__") or _operator.index(start) < 0:
            raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if not hasattr(step, "__index__") or _operator.index(step) < 1:
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._items = self._run(iter(iterable), start, stop, step)

    @staticmethod
    def _run(iterator, start, stop, step):
        place = 0
        wanted = start
        while stop is None or wanted < stop:
            while place < wanted:
                if next(iterator, _absent) is _absent:
                    return
                place += 1
            item = next(iterator, _absent)
            if item is _absent:
                return
            place += 1
            yield item
            wanted += step
        while place < (stop if stop is not None else 0):
            if next(iterator, _absent) is _absent:
                return
            place += 1


class takewhile(_Iterator):
    """The items up to the first of which the predicate is false."""

    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._items = self._run(predicate, iter(iterable))

    @staticmethod
    def _run(predicate, iterator):
        for item in iterator:
            if not predicate(item):
                return
            yield item


class dropwhile(_Iterator):
    """The items from the first of which the predicate is false."""

    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._items = self._run(predicate, iter(iterable))

    @staticmethod
    def _run(predicate, iterator):
        for item in iterator:
            if not predicate(item):
                yield item
                break
        yield from iterator


class filterfalse(_Iterator):
    """The items of which the predicate is false."""

    __slots__ = ()

    def __init__(self, function, iterable, /):
        self._items = self._run(bool if function is None else function, iter(iterable))

    @staticmethod
    def _run(predicate, iterator):
        for item in iterator:
            if not predicate(item):
                yield item


class compress(_Iterator):
    """The items whose selectors are true."""

    __slots__ = ()

    def __init__(self, data, selectors):
        self._items = self._run(iter(data), iter(selectors))

    @staticmethod
    def _run(data, selectors):
        for item, selected in zip(data, selectors):
            if selected:
                yield item


class starmap(_Iterator):
    """What a function makes of each tuple of arguments."""

    __slots__ = ()

    def __init__(self, function, iterable, /):
        self._items = self._run(function, iter(iterable))

    @staticmethod
    def _run(function, iterator):
        for arguments in iterator:
            yield function(*arguments)


class accumulate(_Iterator):
    """Running totals, or what another function of two makes."""

    __slots__ = ()

    def __init__(self, iterable, func=None, *, initial=None):
        self._items = self._run(iter(iterable), _operator.add if func is None else func, initial)

    @staticmethod
    def _run(iterator, function, total):
        if total is None:
            total = next(iterator, _absent)
            if total is _absent:
                return
        yield total
        for item in iterator:
            total = function(total, item)
            yield total


class pairwise(_Iterator):
    """Each item with the one after it."""

    __slots__ = ()

    def __init__(self, iterable, /):
        self._items = self._run(iter(iterable))

    @staticmethod
    def _run(iterator):
        before = next(iterator, _absent)
        for item in iterator:
            yield before, item
            before = item


class batched(_Iterator):
    """Tuples of so many items; the last may be shorter."""

    __slots__ = ()

    def __init__(self, iterable, n, *, strict=False):
        if n < 1:
            raise ValueError("n must be at least one")
        self._items = self._run(iter(iterable), n, strict)

    @staticmethod
    def _run(iterator, size, strict):
        while batch := tuple(islice(iterator, size)):
            if strict and len(batch) != size:
                raise ValueError("batched(): incomplete batch")
            yield batch


class zip_longest(_Iterator):
    """As zip, until the longest has ended; what is missing is filled."""

    __slots__ = ()

    def __init__(self, *iterables, fillvalue=None):
        self._items = self._run([iter(iterable) for iterable in iterables], fillvalue)

    @staticmethod
    def _run(iterators, fill):
        living = len(iterators)
        while living:
            items = []
            for place, iterator in enumerate(iterators):
                item = fill if iterator is None else next(iterator, _absent)
                if item is _absent:
                    item, iterators[place] = fill, None
                    living -= 1
                    if not living:
                        return
                items.append(item)
            yield tuple(items)


class product(_Iterator):
    """Tuples with an item of each iterable, the last turning fastest."""

    __slots__ = ()

    def __init__(self, *iterables, repeat=1):
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        self._items = self._run([tuple(iterable) for iterable in iterables] * repeat)

    @staticmethod
    def _run(pools):
        if not all(pools):
            return
        places = [0] * len(pools)
        while True:
            yield tuple([pool[place] for pool, place in zip(pools, places)])
            for turning in reversed(range(len(pools))):
                places[turning] += 1
                if places[turning] < len(pools[turning]):
                    break
                places[turning] = 0
            else:
                return


class permutations(_Iterator):
    """Tuples of items in every order."""

    __slots__ = ()

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        size = len(pool) if r is None else r
        if size < 0:
            raise ValueError("r must be non-negative")
        self._items = self._run(pool, size)

    @staticmethod
    def _run(pool, size):
        if size > len(pool):
            return
        order = list(range(len(pool)))
        turns = list(range(len(pool), len(pool) - size, -1))
        yield tuple([pool[place] for place in order[:size]])
        while pool:
            for place in reversed(range(size)):
                turns[place] -= 1
                if turns[place]:
                    other = len(pool) - turns[place]
                    order[place], order[other] = order[other], order[place]
                    yield tuple([pool[index] for index in order[:size]])
                    break
                order[place:] = order[place + 1:] + order[place:place + 1]
                turns[place] = len(pool) - place
            else:
                return


class combinations(_Iterator):
    """Tuples of items in the order of the iterable, each item once."""

    __slots__ = ()

    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        self._items = self._run(tuple(iterable), r)

    @staticmethod
    def _run(pool, size):
        if size > len(pool):
            return
        places = list(range(size))
        while True:
            yield tuple([pool[place] for place in places])
            for turning in reversed(range(size)):
                if places[turning] != turning + len(pool) - size:
                    break
            else:
                return
            places[turning] += 1
            for after in range(turning + 1, size):
                places[after] = places[after - 1] + 1


class combinations_with_replacement(_Iterator):
    """Tuples of items in the order of the iterable, each as often as one likes."""

    __slots__ = ()

    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        self._items = self._run(tuple(iterable), r)

    @staticmethod
    def _run(pool, size):
        if not pool and size:
            return
        places = [0] * size
        while True:
            yield tuple([pool[place] for place in places])
            for turning in reversed(range(size)):
                if places[turning] != len(pool) - 1:
                    break
            else:
                return
            places[turning:] = [places[turning] + 1] * (size - turning)


class groupby(_Iterator):
    """Runs of items with the same key: the key with an iterator over the run."""

    __slots__ = ("_iterator", "_key", "_now", "_item", "_run")

    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._now = self._item = self._run = _absent

    def _advance(self):
        self._item = next(self._iterator)
        self._now = self._item if self._key is None else self._key(self._item)

    def __next__(self):
        before = self._run
        if self._now is _absent:
            self._advance()
        while before is not _absent and self._now == before:
            self._advance()
        self._run = self._now
        return self._now, self._group(self._now)

    def _group(self, key):
        while self._run is key and self._now == key:
            yield self._item
            try:
                self._advance()
            except StopIteration:
                self._now = _absent
                self._run = _absent
                return


class _Tee(_Iterator):
    __slots__ = ("_iterator", "_queue")

    def __init__(self, iterator, queue):
        self._iterator, self._queue = iterator, queue

    def __next__(self):
        link = self._queue
        if link[1] is None:
            item = next(self._iterator)
            link[0], link[1] = item, [None, None]
        self._queue = link[1]
        return link[0]

    def __copy__(self):
        return _Tee(self._iterator, self._queue)


def tee(iterable, n=2, /):
    """So many iterators over the items of one."""
    if n < 0:
        raise ValueError("n must be >= 0")
    if isinstance(iterable, _Tee):
        return tuple([iterable.__copy__() for _ in range(n)])
    iterator, link = iter(iterable), [None, None]
    return tuple([_Tee(iterator, link) for _ in range(n)])
