"""A part of numpy's interface on the native module `matrix`.

Arrays hold float64, float32, int64 or bool. What is not here is not supported.
"""

from matrix import (
    all, any, arange, argmax, argmin, array, asarray, ceil, cos, dot, empty, empty_like, exp, eye, floor, full,
    full_like, linspace, log, max, mean, min, ndarray, ones, ones_like, prod, sin, sqrt, sum, tanh, where, zeros,
    zeros_like,
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

def identity(n, dtype=None):
    return eye(n, dtype=dtype)

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
