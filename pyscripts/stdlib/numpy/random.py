"""Generators of random numbers: those of numpy for the same seed (normal and exponential ones to some 14 digits)."""

import random as _random
from math import log as _log, sqrt as _sqrt

from matrix import Generator, arange, array, asarray, default_rng, int64, ndarray


class RandomState:
    """The generator that numpy had first: `np.random.seed(0)` and the functions of `numpy.random`."""

    def __init__(self, seed=None):
        self._source = _random.Random()
        self._other = None
        self.seed(seed)

    def seed(self, seed=None):
        """Starts again, from a number or by chance."""
        self._other = None
        if seed is None:
            self._source.seed()
            return
        if isinstance(seed, (list, tuple, ndarray)):
            key = sum(int(word) << 32 * place for place, word in enumerate(seed))
            self._source.seed(key)
            return
        if not 0 <= seed < 2**32:
            raise ValueError("Seed must be between 0 and 2**32 - 1")
        words = [int(seed)]
        for place in range(1, 624):
            before = words[-1]
            words.append((1812433253 * (before ^ before >> 30) + place) & 0xFFFFFFFF)
        self._source.setstate((3, tuple(words) + (624,), None))

    def get_state(self):
        return self._source.getstate(), self._other

    def set_state(self, state):
        self._source.setstate(state[0])
        self._other = state[1]

    def _made(self, draw, size, dtype=None):
        """One number, or an array of a size."""
        if size is None:
            return draw()
        shape = tuple(size) if isinstance(size, (tuple, list)) else (int(size),)
        count = 1
        for side in shape:
            count *= side
        return array([draw() for _ in range(count)], dtype or float).reshape(shape)

    def _spread(self, draw, parameters, size, dtype=None):
        """The same where parameters may be arrays."""
        if any(isinstance(one, (ndarray, list, tuple)) for one in parameters):
            from ._shapes import broadcast_arrays, broadcast_to

            parameters = broadcast_arrays(*parameters)
            if size is not None:
                shape = tuple(size) if isinstance(size, (tuple, list)) else (int(size),)
                parameters = [broadcast_to(one, shape) for one in parameters]
            numbers = [draw(*one) for one in zip(*(one.ravel().tolist() for one in parameters))]
            return array(numbers, dtype or float).reshape(parameters[0].shape)
        return self._made(lambda: draw(*parameters), size, dtype)

    def _below(self, largest):
        """A whole number up to the largest."""
        if not largest:
            return 0
        mask = (1 << largest.bit_length()) - 1
        while True:
            if largest <= 0xFFFFFFFF:
                word = self._source.getrandbits(32) & mask
            else:
                word = (self._source.getrandbits(32) << 32 | self._source.getrandbits(32)) & mask
            if word <= largest:
                return word

    def random_sample(self, size=None):
        """Numbers from 0 up to below 1."""
        return self._made(self._source.random, size)

    random = ranf = sample = random_sample

    def rand(self, *sides):
        return self.random_sample(sides or None)

    def _gauss(self):
        if self._other is not None:
            number, self._other = self._other, None
            return number
        draw = self._source.random
        while True:
            x, y = 2.0 * draw() - 1.0, 2.0 * draw() - 1.0
            square = x * x + y * y
            if 0.0 < square < 1.0:
                break
        scale = _sqrt(-2.0 * _log(square) / square)
        self._other = scale * x
        return scale * y

    def standard_normal(self, size=None):
        return self._made(self._gauss, size)

    def randn(self, *sides):
        return self.standard_normal(sides or None)

    def normal(self, loc=0.0, scale=1.0, size=None):
        if not isinstance(scale, (ndarray, list, tuple)) and scale < 0:
            raise ValueError("scale < 0")
        return self._spread(lambda loc, scale: loc + scale * self._gauss(), (loc, scale), size)

    def uniform(self, low=0.0, high=1.0, size=None):
        return self._spread(lambda low, high: low + (high - low) * self._source.random(), (low, high), size)

    def standard_exponential(self, size=None):
        return self._made(lambda: -_log(1.0 - self._source.random()), size)

    def exponential(self, scale=1.0, size=None):
        return self._spread(lambda scale: scale * -_log(1.0 - self._source.random()), (scale,), size)

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        from math import exp

        return self._spread(lambda mean, sigma: exp(mean + sigma * self._gauss()), (mean, sigma), size)

    def randint(self, low, high=None, size=None, dtype=int):
        """Whole numbers from low (or 0) up to below high."""
        if high is None:
            low, high = 0, low
        if isinstance(low, (ndarray, list)) or isinstance(high, (ndarray, list)):
            return self._spread(lambda low, high: low + self._below(high - low - 1), (low, high), size, dtype)
        if low >= high:
            raise ValueError("low >= high")
        low, largest = int(low), int(high) - int(low) - 1
        return self._made(lambda: low + self._below(largest), size, dtype)

    def random_integers(self, low, high=None, size=None):
        return self.randint(*((1, low + 1) if high is None else (low, high + 1)), size)

    def shuffle(self, x):
        """Puts items into random order."""
        for place in reversed(range(1, len(x))):
            other = self._below(place)
            if isinstance(x, ndarray) and x.ndim > 1:
                row = x[place].copy()
                x[place] = x[other]
                x[other] = row
            else:
                x[place], x[other] = x[other], x[place]

    def permutation(self, x):
        """Items in random order."""
        x = arange(x) if isinstance(x, (int, int64)) else array(x)
        if x.ndim == 1:
            self.shuffle(x)
            return x
        order = arange(len(x))
        self.shuffle(order)
        return x[order]

    def choice(self, a, size=None, replace=True, p=None):
        """Items drawn at random."""
        items = None if isinstance(a, (int, int64)) else asarray(a)
        count = int(a) if items is None else len(items)
        if not count:
            raise ValueError("'a' cannot be empty unless no samples are taken")
        shape = () if size is None else tuple(size) if isinstance(size, (tuple, list)) else (int(size),)
        wanted = 1
        for side in shape:
            wanted *= side
        if p is not None:
            places = self._weighted(asarray(p, float), count, wanted, replace, shape)
        elif replace:
            places = [self._below(count - 1) for _ in range(wanted)]
        elif wanted > count:
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        else:
            places = self.permutation(count)[:wanted].tolist()
        places = array(places, int).reshape(shape)
        if size is None:
            return places[()].item() if items is None else items[places.item()]
        return places if items is None else items[places]

    def _weighted(self, p, count, wanted, replace, shape):
        from ._sets import unique
        from ._statistics import searchsorted

        if p.size != count:
            raise ValueError("'a' and 'p' must have same size")
        if (p < 0).any():
            raise ValueError("probabilities are not non-negative")
        if abs(p.sum() - 1.0) > 1e-8:
            raise ValueError("probabilities do not sum to 1")
        if replace:
            chances = p.cumsum()
            chances /= chances[-1]
            return searchsorted(chances, self.random_sample(wanted), "right").tolist()
        if (p > 0).sum() < wanted:
            raise ValueError("Fewer non-zero entries in p than size")
        p, found = p.copy(), []
        while len(found) < wanted:
            drawn = self.random_sample(wanted - len(found))
            p[array(found, int)] = 0
            chances = p.cumsum()
            chances /= chances[-1]
            new = searchsorted(chances, drawn, "right")
            first = sorted(unique(new, return_index=True)[1].tolist())
            found += [int(new[place]) for place in first]
        return found

    def multivariate_normal(self, mean, cov, size=None):
        from .linalg import svd

        mean, cov = asarray(mean, float), asarray(cov, float)
        shape = () if size is None else tuple(size) if isinstance(size, (tuple, list)) else (int(size),)
        drawn = self.standard_normal(shape + mean.shape).reshape(-1, mean.size)
        _, s, v = svd(cov)
        return (mean + drawn @ (s.reshape(-1, 1) ** 0.5 * v)).reshape(shape + mean.shape)

    def poisson(self, lam=1.0, size=None):
        """How many events there are in a time in which lam are expected."""
        from ._counts import poisson

        if not (asarray(lam) >= 0).all():
            raise ValueError("lam < 0 or lam is NaN")
        return self._spread(lambda lam: poisson(self._source.random, lam), (lam,), size, int)

    def binomial(self, n, p, size=None):
        """How many of so many trials succeed."""
        from ._counts import binomial

        if not (asarray(n) >= 0).all():
            raise ValueError("n < 0")
        if not ((asarray(p) >= 0) & (asarray(p) <= 1)).all():
            raise ValueError("p < 0, p > 1 or p is NaN")
        return self._spread(lambda n, p: binomial(self._source.random, n, p), (n, p), size, int)

    def bytes(self, length):
        return b"".join(self._source.getrandbits(32).to_bytes(4, "little") for _ in range(-(-length // 4)))[:length]

    def __getattr__(self, name):
        if name not in _DISTRIBUTIONS or hasattr(type(self), name):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        _add_distributions()
        return getattr(self, name)

    def __repr__(self):
        return "RandomState(MT19937)"


_DISTRIBUTIONS = (
    "beta chisquare dirichlet f gamma geometric gumbel laplace logistic multinomial negative_binomial pareto power rayleigh "
    "standard_cauchy standard_gamma standard_t triangular weibull"
).split()


def _add_distributions():
    """Those of `Generator`, made of this generator's uniform, normal and exponential numbers."""
    from . import _distributions

    for name in _DISTRIBUTIONS:
        setattr(RandomState, name, getattr(_distributions, name))


_state = RandomState()
# Where libraries look for the state that the functions of this module share.
mtrand = type(_random)("numpy.random.mtrand")
mtrand.RandomState, mtrand._rand = RandomState, _state
seed = _state.seed
get_state = _state.get_state
set_state = _state.set_state
random = _state.random
random_sample = _state.random_sample
ranf = _state.ranf
sample = _state.sample
rand = _state.rand
randn = _state.randn
randint = _state.randint
random_integers = _state.random_integers
standard_normal = _state.standard_normal
normal = _state.normal
uniform = _state.uniform
exponential = _state.exponential
standard_exponential = _state.standard_exponential
lognormal = _state.lognormal
shuffle = _state.shuffle
permutation = _state.permutation
choice = _state.choice
multivariate_normal = _state.multivariate_normal
poisson = _state.poisson
binomial = _state.binomial
bytes = _state.bytes


def __getattr__(name):
    if name in _DISTRIBUTIONS:
        return getattr(_state, name)
    raise AttributeError(f"module 'numpy.random' has no attribute {name!r} here")
