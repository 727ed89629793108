"""Generators of random numbers: those of numpy for the same seed (normal ones to some 14 digits).

The state is PCG64's, seeded as numpy's SeedSequence seeds it.
"""

import posix as _posix

import matrix as _matrix

_MASK = 0xFFFFFFFF
_WORD = 2**128 - 1


class _Hash:
    """Mixes 32-bit words, with a constant that changes each time."""

    def __init__(self, constant, factor):
        self.constant = constant
        self.factor = factor

    def __call__(self, word):
        word ^= self.constant
        self.constant = self.constant * self.factor & _MASK
        word = word * self.constant & _MASK
        return word ^ word >> 16


def _mixed(x, y):
    word = 0xCA01F9DD * x - 0x4973F715 * y & _MASK
    return word ^ word >> 16


def _words_of(seed):
    seeds = seed if isinstance(seed, (list, tuple)) else [seed]
    words = []
    for one in seeds:
        if one < 0:
            raise ValueError("expected non-negative integer")
        words.append(one & _MASK)
        while one := one >> 32:
            words.append(one & _MASK)
    return words


def _seeded(seed):
    """PCG64's state and increment."""
    words = _words_of(seed)
    hashed = _Hash(0x43B0D7E5, 0x931E8875)
    pool = [hashed(words[i] if i < len(words) else 0) for i in range(4)]
    for source in range(4):
        for target in range(4):
            if source != target:
                pool[target] = _mixed(pool[target], hashed(pool[source]))
    for word in words[4:]:
        for target in range(4):
            pool[target] = _mixed(pool[target], hashed(word))
    hashed = _Hash(0x8B51F9DD, 0x58F38DED)
    halves = [hashed(pool[i % 4]) for i in range(8)]
    longs = [halves[i] | halves[i + 1] << 32 for i in range(0, 8, 2)]
    increment = ((longs[2] << 64 | longs[3]) << 1 | 1) & _WORD
    state = (increment + (longs[0] << 64 | longs[1])) & _WORD
    state = (state * 0x2360ED051FC65DA44385DF649FCCF645 + increment) & _WORD
    return state, increment, -1


class Generator:
    """Draws numbers."""

    def __init__(self, seed):
        self._state = _seeded(seed)

    def _drawn(self, draw, size, *more):
        result, self._state = draw(1 if size is None else size, self._state, *more)
        return result.item() if size is None else result

    def random(self, size=None):
        """Numbers from 0 up to below 1."""
        return self._drawn(_matrix.random, size)

    def standard_normal(self, size=None):
        """Normally distributed numbers around 0."""
        return self._drawn(_matrix.normal, size)

    def uniform(self, low=0.0, high=1.0, size=None):
        """Numbers from low up to below high."""
        return low + (high - low) * self.random(size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        """Normally distributed numbers around loc."""
        return loc + scale * self.standard_normal(size)

    def integers(self, low, high=None, size=None, endpoint=False):
        """Whole numbers from low (or 0) up to below high."""
        if high is None:
            low, high = 0, low
        if high + endpoint <= low:
            raise ValueError("low >= high" if not endpoint else "low > high")
        return self._drawn(_matrix.integers, size, low, high + endpoint - low)


def default_rng(seed=None):
    """A generator; without a seed its numbers are others each time."""
    if isinstance(seed, Generator):
        return seed
    if seed is None:
        seed = int.from_bytes(_posix.urandom(16), "little")
    return Generator(seed)
