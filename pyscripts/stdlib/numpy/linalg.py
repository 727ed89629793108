"""Linear algebra for matrices of moderate size: eliminations and reflections, whose rows are arrays."""

import builtins

from matrix import argmax, argsort, array, asarray, dot, eye, max as _max, min as _min, sqrt, sum as _sum, zeros

from ._products import outer
from ._shapes import diagonal, tril


class LinAlgError(ValueError):
    """What was asked has no solution, or none was found."""


def _identity(n, dtype=None):
    return eye(n, dtype=dtype)


def _matrix(a, square=False):
    a = asarray(a)
    if a.ndim != 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional"
                          if a.ndim < 2 else f"{a.ndim}-dimensional array given. Array must be two-dimensional")
    if square and a.shape[0] != a.shape[1]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return array(a, float)


def _eliminated(a, b):
    """Gauss's elimination with the greatest pivots: a, triangular, and b with it; the sign of the exchanges."""
    side, sign = a.shape[0], 1
    for step in range(side):
        pivot = step + argmax(a[step:, step].__abs__())
        if a[pivot, step] == 0:
            return a, b, 0
        if pivot != step:
            sign = -sign
            for one in (a, b):
                row = one[step].copy()
                one[step] = one[pivot]
                one[pivot] = row
        factors = a[step + 1 :, step] / a[step, step]
        a[step + 1 :, step:] -= outer(factors, a[step, step:])
        b[step + 1 :] -= outer(factors, b[step])
    return a, b, sign


def solve(a, b):
    """The x with a @ x == b."""
    a, b = _matrix(a, square=True), array(b, float)
    shape = b.shape
    if b.ndim == 0 or b.shape[0] != a.shape[0]:
        raise ValueError(
            "solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m,n)->(m,n) "
            f"(size {b.shape[0] if b.ndim else 0} is different from {a.shape[0]})"
            if b.ndim != 1 else
            "solve1: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m)->(m) "
            f"(size {b.shape[0]} is different from {a.shape[0]})"
        )
    a, b, sign = _eliminated(a, b.reshape(b.shape[0], -1))
    if not sign:
        raise LinAlgError("Singular matrix")
    return _substituted(a, b).reshape(shape)


def _substituted(a, b):
    """The solution for an upper triangular a."""
    for step in reversed(range(a.shape[0])):
        b[step] = (b[step] - dot(a[step, step + 1 :], b[step + 1 :])) / a[step, step]
    return b


def inv(a):
    """The inverse."""
    a = _matrix(a, square=True)
    return solve(a, eye(a.shape[0]))


def det(a):
    """The determinant."""
    a = _matrix(a, square=True)
    a, _, sign = _eliminated(a, zeros((a.shape[0], 1)))
    result = float(sign)
    for pivot in diagonal(a).tolist():
        result *= pivot
    return result


def slogdet(a):
    """The determinant's sign, and the logarithm of its size."""
    from math import log

    a = _matrix(a, square=True)
    a, _, sign = _eliminated(a, zeros((a.shape[0], 1)))
    if not sign:
        return 0.0, float("-inf")
    pivots = diagonal(a).tolist()
    for pivot in pivots:
        sign = -sign if pivot < 0 else sign
    return float(sign), builtins.sum(log(builtins.abs(pivot)) for pivot in pivots)


def matrix_power(a, n):
    """The product of so many of the same matrix; of its inverse where n is negative."""
    a = asarray(a)
    if a.ndim != 2 or a.shape[0] != a.shape[1]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    if not isinstance(n, int):
        raise TypeError("exponent must be an integer")
    if n < 0:
        a, n = inv(a), -n
    result = eye(a.shape[0], dtype=a.dtype)
    while n:
        if n & 1:
            result = result @ a
        a, n = a @ a, n >> 1
    return result


def norm(x, ord=None, axis=None, keepdims=False):
    """The length of a vector, or a norm of a matrix."""
    x = asarray(x)
    if x.dtype.kind != "f":
        x = x.astype(float)
    if axis is None and ord is None:
        flat = x.ravel()
        return sqrt(dot(flat, flat)) if not keepdims else sqrt(dot(flat, flat)) * _ones(x.ndim)
    if isinstance(axis, tuple) or axis is None and x.ndim == 2:
        if ord in (None, "fro"):
            return sqrt(_sum(x * x, axis=axis, keepdims=keepdims))
        if ord in (1, -1, float("inf"), float("-inf")):
            lines = _sum(x.__abs__(), axis=0 if ord in (1, -1) else 1)
            return _max(lines) if ord > 0 else _min(lines)
        if ord in (2, -2, "nuc"):
            values = svd(x, compute_uv=False)
            return values.sum() if ord == "nuc" else _max(values) if ord > 0 else _min(values)
        raise ValueError("Invalid norm order for matrices.")
    sizes = x.__abs__()
    if ord is None or ord == 2:
        return sqrt(_sum(x * x, axis=axis, keepdims=keepdims))
    if ord == float("inf"):
        return _max(sizes, axis=axis, keepdims=keepdims)
    if ord == float("-inf"):
        return _min(sizes, axis=axis, keepdims=keepdims)
    if ord == 0:
        return _sum((x != 0).astype(float), axis=axis, keepdims=keepdims)
    if isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    return _sum(sizes**ord, axis=axis, keepdims=keepdims) ** (1 / ord)


def _ones(count):
    return zeros((1,) * count) + 1


def cholesky(a):
    """The lower triangular l with l @ l.T == a."""
    a = _matrix(a, square=True)
    side = a.shape[0]
    for step in range(side):
        pivot = a[step, step]
        if not pivot > 0:
            raise LinAlgError("Matrix is not positive definite")
        a[step:, step] = a[step:, step] / pivot**0.5
        column = a[step + 1 :, step]
        a[step + 1 :, step + 1 :] -= outer(column, column)
    return tril(a)


def qr(a, mode="reduced"):
    """An orthogonal q and an upper triangular r with q @ r == a, by reflections."""
    r = _matrix(a)
    rows, columns = r.shape
    least = builtins.min(rows, columns)
    mirrors = []
    for step in range(least):
        x = r[step:, step].copy()
        length = norm(x[1:])
        if length:
            length = norm(x)
            x[0] += length if x[0] >= 0 else -length
            x = x / norm(x)
            r[step:, step:] -= outer(x * 2, x @ r[step:, step:])
            r[step + 1 :, step] = 0
            mirrors.append((step, x))
    width = rows if mode == "complete" else least
    q = eye(rows, width)
    for step, x in reversed(mirrors):
        q[step:, step:] -= outer(x * 2, x @ q[step:, step:])
    return (q, r[:width]) if mode != "r" else r[:least]


def _rotations(columns, others):
    """Turns pairs of columns until all are at right angles (Hestenes, one-sided Jacobi); the others turn with them."""
    count = columns.shape[0]
    for _ in range(60):
        turned = False
        for i in range(count - 1):
            for j in range(i + 1, count):
                x, y = columns[i], columns[j]
                xx, yy, xy = dot(x, x), dot(y, y), dot(x, y)
                if builtins.abs(xy) <= 1e-16 * (xx * yy) ** 0.5 or xy == 0:
                    continue
                turned = True
                ratio = (yy - xx) / (2 * xy)
                t = (1 if ratio >= 0 else -1) / (builtins.abs(ratio) + (1 + ratio * ratio) ** 0.5)
                c = 1 / (1 + t * t) ** 0.5
                s = c * t
                for one in (columns, others):
                    x, y = one[i].copy(), one[j].copy()
                    one[i] = x * c - y * s
                    one[j] = x * s + y * c
        if not turned:
            return
    raise LinAlgError("SVD did not converge")


def svd(a, full_matrices=True, compute_uv=True):
    """u, the singular values in descending order and v transposed, with u * s @ v == a."""
    a = _matrix(a)
    if a.shape[0] < a.shape[1]:
        if not compute_uv:
            return svd(a.T, False, False)
        u, s, v = svd(a.T, full_matrices)
        return v.T, s, u.T
    columns, v = a.T.copy(), eye(a.shape[1])
    _rotations(columns, v)
    s = sqrt(_sum(columns * columns, axis=1))
    order = argsort(-s)
    s = s[order]
    if not compute_uv:
        return s
    columns, v = columns[order], v[order]
    count = int((s > s.max() * 1e-300).sum()) if s.size else 0
    u = _completed(columns[:count] / s[:count].reshape(-1, 1), a.shape[0] if full_matrices else s.size)
    return u.T, s, v


def _completed(rows, count):
    """Rows at right angles to each other and the given ones, so many in all."""
    side = rows.shape[1]
    result = zeros((count, side))
    found = rows.shape[0]
    result[:found] = rows
    for axis in range(side):
        if found == count:
            break
        row = zeros(side)
        row[axis] = 1.0
        for _ in range(2):
            row = row - (result[:found] @ row) @ result[:found] if found else row
        length = norm(row)
        if length > 0.5 / side**0.5:
            result[found] = row / length
            found += 1
    return result


def eigh(a):
    """The eigenvalues of a symmetric matrix in ascending order, and its eigenvectors as columns (Jacobi's rotations)."""
    a = _matrix(a, square=True)
    a = tril(a) + tril(a, -1).T
    side = a.shape[0]
    v = eye(side)
    least = 1e-17 * norm(a)
    for _ in range(60):
        turned = False
        for i in range(side - 1):
            for j in range(i + 1, side):
                off = a[i, j]
                if builtins.abs(off) <= least:
                    continue
                turned = True
                ratio = (a[j, j] - a[i, i]) / (2 * off)
                t = (1 if ratio >= 0 else -1) / (builtins.abs(ratio) + (1 + ratio * ratio) ** 0.5)
                c = 1 / (1 + t * t) ** 0.5
                s = c * t
                x, y = a[i].copy(), a[j].copy()
                a[i], a[j] = x * c - y * s, x * s + y * c
                x, y = a[:, i].copy(), a[:, j].copy()
                a[:, i], a[:, j] = x * c - y * s, x * s + y * c
                x, y = v[i].copy(), v[j].copy()
                v[i], v[j] = x * c - y * s, x * s + y * c
        if not turned:
            values = diagonal(a).copy()
            order = argsort(values)
            return values[order], v[order].T
    raise LinAlgError("Eigenvalues did not converge")


def eigvalsh(a):
    return eigh(a)[0]


def matrix_rank(a, tol=None):
    """How many singular values are not as good as zero."""
    a = asarray(a)
    if a.ndim < 2:
        return int((a != 0).any())
    s = svd(a, compute_uv=False)
    if tol is None:
        tol = s.max() * builtins.max(a.shape) * 2.0**-52
    return int((s > tol).sum())


def cond(a):
    """The ratio of the greatest and the least singular value."""
    s = svd(a, compute_uv=False)
    return s[0] / s[-1]


def pinv(a, rcond=1e-15):
    """The pseudo-inverse."""
    u, s, v = svd(a, full_matrices=False)
    keep = s > rcond * s.max()
    return (v[keep].T / s[keep]) @ u.T[keep]


def lstsq(a, b, rcond=None):
    """The x for which a @ x is nearest to b, the squares of the distances, the rank and the singular values."""
    a, b = _matrix(a), asarray(b, float)
    if a.shape[0] != b.shape[0]:
        raise LinAlgError("Incompatible dimensions")
    u, s, v = svd(a, full_matrices=False)
    if rcond is None:
        rcond = builtins.max(a.shape) * 2.0**-52
    keep = s > rcond * s.max()
    rank = int(keep.sum())
    y = b.reshape(b.shape[0], -1)
    x = (v[keep].T / s[keep]) @ (u.T[keep] @ y)
    rest = a @ x - y
    is_whole = rank == a.shape[1] and a.shape[0] > a.shape[1]
    residuals = _sum(rest * rest, axis=0) if is_whole else zeros(0)
    return x.reshape(a.shape[1], *b.shape[1:]), residuals, rank, s
