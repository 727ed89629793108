"""Generators of random numbers. The same seed gives the same numbers, but not those of numpy."""

import posix as _posix

import matrix as _matrix


class Generator:
    def __init__(self, seed):
        self._state = seed

    def _seed(self):
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**63
        return self._state

    def random(self, size=None):
        if size is None:
            return _matrix.random(1, self._seed()).item()
        return _matrix.random(size, self._seed())

    def standard_normal(self, size=None):
        if size is None:
            return _matrix.normal(1, self._seed()).item()
        return _matrix.normal(size, self._seed())


def default_rng(seed=None):
    if seed is None:
        seed = int.from_bytes(_posix.urandom(7), "little")
    return Generator(seed)
