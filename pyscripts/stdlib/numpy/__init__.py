"""A part of numpy's interface on the native module `matrix`.

Arrays hold float64, float32, int64 or bool. What is not here is not supported.
"""

from matrix import (
    all, any, arange, argmax, argmin, array, ceil, cos, dot, exp, floor, full, log, max, mean, min, ndarray,
    prod, sin, sqrt, sum, tanh, where,
)

from . import random

pi = 3.141592653589793
e = 2.718281828459045
inf = float("inf")
nan = float("nan")
newaxis = None

float64 = float
float32 = "float32"
int64 = int
bool_ = bool

def asarray(a, dtype=None):
    if isinstance(a, ndarray) and dtype is None:
        return a
    return array(a, dtype)

def zeros(shape, dtype=float):
    return full(shape, 0, dtype)

def ones(shape, dtype=float):
    return full(shape, 1, dtype)

def zeros_like(a, dtype=None):
    return full(a.shape, 0, dtype or a.dtype)

def ones_like(a, dtype=None):
    return full(a.shape, 1, dtype or a.dtype)

def eye(n, dtype=float):
    result = zeros(n * n, dtype)
    result[:: n + 1] = 1
    return result.reshape(n, n)

identity = eye

def linspace(start, stop, num=50):
    if num < 2:
        return full(num, start, float)
    result = arange(num) * ((stop - start) / (num - 1)) + start
    result[-1] = stop
    return result

def matmul(a, b):
    return asarray(a) @ asarray(b)

def transpose(a):
    return asarray(a).transpose()

def reshape(a, shape):
    return asarray(a).reshape(shape)

def abs(a):
    return asarray(a).__abs__()

absolute = abs

def maximum(a, b):
    a = asarray(a)
    return where(a > b, a, b)

def minimum(a, b):
    a = asarray(a)
    return where(a < b, a, b)

def std(a, axis=None):
    if axis is not None:
        raise NotImplementedError("std() along an axis is not supported")
    a = asarray(a)
    return mean((a - mean(a)) ** 2) ** 0.5

def allclose(a, b, rtol=1e-05, atol=1e-08):
    a, b = asarray(a), asarray(b)
    return all((a == b) | (abs(a - b) <= abs(b) * rtol + atol))

def array_equal(a, b):
    a, b = asarray(a), asarray(b)
    return a.shape == b.shape and all(a == b)
