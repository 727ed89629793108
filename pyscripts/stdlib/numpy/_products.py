"""Products of arrays, and sums along diagonals."""

from matrix import asarray, dot

from ._shapes import diagonal, stack


def matmul(a, b):
    return asarray(a) @ asarray(b)


def outer(a, b):
    """All products of a number of one and a number of the other."""
    return asarray(a).reshape(-1, 1) * asarray(b).reshape(1, -1)


def inner(a, b):
    """Sums of products along the last axes."""
    a, b = asarray(a), asarray(b)
    return a * b if a.ndim == 0 or b.ndim == 0 else dot(a, b.T)


def vdot(a, b):
    """The sum of the products of all numbers."""
    return dot(asarray(a).ravel(), asarray(b).ravel())


def trace(a, offset=0):
    """The sum along the diagonal."""
    return diagonal(a, offset).sum()


def kron(a, b):
    """Each number of one times the whole other, side by side."""
    a, b = asarray(a), asarray(b)
    if a.ndim == 1 and b.ndim == 1:
        return outer(a, b).ravel()
    rows, columns = a.shape[0] * b.shape[0], a.shape[1] * b.shape[1]
    return (a[:, None, :, None] * b[None, :, None, :]).reshape(rows, columns)


def cross(a, b):
    """The vector product in space."""
    a, b = asarray(a), asarray(b)
    if a.shape[-1:] != (3,) or b.shape[-1:] != (3,):
        raise ValueError("Both input arrays must be (arrays of) 3-dimensional vectors, "
                         f"but they are {a.shape[-1]} and {b.shape[-1]} dimensional instead.")
    x, y, z = (a[..., i] for i in range(3))
    u, v, w = (b[..., i] for i in range(3))
    return stack([asarray(y * w - z * v), asarray(z * u - x * w), asarray(x * v - y * u)], axis=-1)
