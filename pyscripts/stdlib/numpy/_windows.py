"""Windows: weights that fall towards both ends of a signal."""

from matrix import arange, array, asarray, ones
import matrix as _matrix

_pi = 3.141592653589793


def _cosines(M, *weights):
    """Weights of the cosines of 0, 1, 2 ... half turns along the window."""
    if M < 1:
        return array([], float)
    if M == 1:
        return ones(1)
    places = arange(1 - M, M, 2)
    result = weights[0] + weights[1] * _matrix.cos(_pi * places / (M - 1))
    for turns, weight in enumerate(weights[2:], 2):
        result = result + weight * _matrix.cos(turns * _pi * places / (M - 1))
    return result


def hanning(M):
    return _cosines(M, 0.5, 0.5)


def hamming(M):
    return _cosines(M, 0.54, 0.46)


def blackman(M):
    return _cosines(M, 0.42, 0.5, 0.08)


def bartlett(M):
    """A triangle."""
    if M < 1:
        return array([], float)
    if M == 1:
        return ones(1)
    places = arange(1 - M, M, 2)
    sides = places / (M - 1)
    return 1.0 - abs(sides)


def i0(x):
    """The modified Bessel function of the first kind and order 0, by its series."""
    quarters = asarray(x, float) ** 2 / 4.0
    term, total, step = ones(quarters.shape), ones(quarters.shape), 1
    while (term > total * 1e-17).any():
        term = term * quarters / (step * step)
        total = total + term
        step += 1
    return asarray(total)


def kaiser(M, beta):
    if M < 1:
        return array([], float)
    if M == 1:
        return ones(1)
    middle = (M - 1) / 2.0
    places = (arange(M) - middle) / middle
    return i0(beta * _matrix.sqrt(1.0 - places ** 2)) / i0(float(beta))
