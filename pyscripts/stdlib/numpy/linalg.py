"""Linear algebra on the native functions of `matrix`."""

import builtins

import matrix as _native
from matrix import asarray, eye, float64, max as _max, min as _min, sqrt, sum as _sum, where as _where, zeros

from matrix import matmul  # noqa: F401

from ._products import cross, outer, tensordot, trace, vecdot  # noqa: F401
from ._axes import matrix_transpose, moveaxis  # noqa: F401
from ._joining import stack
from ._shapes import diagonal, tril  # noqa: F401


class LinAlgError(ValueError):
    """What was asked has no solution, or none was found."""


def _identity(n, dtype=None):
    return eye(n, dtype=dtype)


def _checked(a, square=False):
    """The array, if its last two axes are those of matrices of floats."""
    a = asarray(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if square and a.shape[-2] != a.shape[-1]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    if a.dtype == "complex128":
        raise TypeError("linear algebra of complex128 arrays is not supported: the functions of linalg take floats")
    return a


def _each(function, a, *others):
    """A function of each matrix of a stack; its results are stacked likewise."""
    if a.ndim == 2:
        return function(a, *others)
    made = [function(one, *others) for one in a.reshape((-1,) + a.shape[-2:])]
    if not made:
        raise LinAlgError("Arrays cannot be empty")
    if isinstance(made[0], tuple):
        return tuple(stack([asarray(one) for one in part]).reshape(a.shape[:-2] + asarray(part[0]).shape)
                     for part in zip(*made))
    return stack([asarray(one) for one in made]).reshape(a.shape[:-2] + asarray(made[0]).shape)


def solve(a, b):
    """The x with a @ x == b."""
    a, b = _checked(a, square=True), asarray(b)
    side = a.shape[-1]
    if b.ndim == 1:
        if b.shape[0] != side:
            raise ValueError(
                "solve1: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m)->(m) "
                f"(size {b.shape[0]} is different from {side})"
            )
        return solve(a, b.reshape(-1, 1))[..., 0]
    if b.ndim == 0 or b.shape[-2] != side:
        raise ValueError(
            "solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m,n)->(m,n) "
            f"(size {b.shape[-2] if b.ndim else 0} is different from {side})"
        )
    if a.ndim == b.ndim == 2:
        return _solved(a, b)
    from ._shapes import broadcast_shapes, broadcast_to

    outer_shape = broadcast_shapes(a.shape[:-2], b.shape[:-2])
    many = broadcast_to(a, outer_shape + a.shape[-2:]).reshape((-1,) + a.shape[-2:])
    rights = broadcast_to(b, outer_shape + b.shape[-2:]).reshape((-1,) + b.shape[-2:])
    return stack([_solved(one, right) for one, right in zip(many, rights)]).reshape(outer_shape + b.shape[-2:])


def _solved(a, b):
    x = _native._solve(a, b)
    if x is None:
        raise LinAlgError("Singular matrix")
    return x.astype("float32") if a.dtype == b.dtype == "float32" else x


def inv(a):
    """The inverse."""
    a = _checked(a, square=True)
    return _each(lambda one: _solved(one, eye(one.shape[0], dtype=one.dtype)), a)


def det(a):
    """The determinant."""
    def single(one):
        sign, pivots = _native._pivots(one)
        if (pivots == 0).any():
            return float64(0.0)
        # By way of the logarithm, as numpy does it.
        return float64(sign) * _native.sign(pivots).prod() * _native.exp(_native.log(_native.abs(pivots)).sum())

    return _each(single, _checked(a, square=True))


class SlogdetResult(tuple):
    """The sign of a determinant, and the logarithm of its size."""

    sign = property(lambda self: self[0])
    logabsdet = property(lambda self: self[1])

    def __repr__(self):
        return f"SlogdetResult(sign={self[0]!r}, logabsdet={self[1]!r})"


def slogdet(a):
    """The determinant's sign, and the logarithm of its size."""
    def single(one):
        sign, pivots = _native._pivots(one)
        if (pivots == 0).any():
            return float64(0.0), float64(float("-inf"))
        sign = float64(sign) * _native.sign(pivots).prod()
        return sign, _native.log(_native.abs(pivots)).sum()

    return SlogdetResult(_each(single, _checked(a, square=True)))


def matrix_power(a, n):
    """The product of so many of the same matrix; of its inverse where n is negative."""
    a = asarray(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a.shape[-2] != a.shape[-1]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    if not isinstance(n, (int, _native.int64)):
        raise TypeError("exponent must be an integer")
    if n < 0:
        a, n = inv(a), -n
    result = zeros(a.shape, a.dtype) + eye(a.shape[-1], dtype=a.dtype)
    while n:
        if n & 1:
            result = result @ a
        n >>= 1
        if n:
            a = a @ a
    return result


def multi_dot(arrays, *, out=None):
    """The product of several matrices."""
    result = asarray(arrays[0])
    for one in arrays[1:]:
        result = result @ asarray(one)
    return result


def norm(x, ord=None, axis=None, keepdims=False):
    """The length of a vector, or a norm of a matrix."""
    x = asarray(x)
    if x.dtype.kind not in "fc":
        x = x.astype(float)
    sizes = _native.abs(x)
    if axis is None and (ord is None or ord in ("f", "fro") and x.ndim == 2 or ord == 2 and x.ndim == 1):
        flat = sizes.ravel()
        result = sqrt(_native.dot(flat, flat))
        return result if not keepdims else zeros((1,) * x.ndim) + result
    axes = tuple(range(x.ndim)) if axis is None else axis if isinstance(axis, tuple) else (axis,)
    if builtins.any(not -x.ndim <= one < x.ndim for one in axes):
        raise ValueError(f"axis {axes[0]} is out of bounds for array of dimension {x.ndim}")
    if len(axes) == 2:
        return _norm_of_matrices(x, sizes, ord, axes, keepdims)
    if len(axes) != 1:
        raise ValueError("Improper number of dimensions to norm.")
    axis = axes[0]
    if ord is None or ord == 2:
        return sqrt(_sum(sizes * sizes, axis=axis, keepdims=keepdims))
    if isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    if ord == float("inf"):
        return _max(sizes, axis=axis, keepdims=keepdims)
    if ord == float("-inf"):
        return _min(sizes, axis=axis, keepdims=keepdims)
    if ord == 0:
        return _sum((x != 0).astype(float), axis=axis, keepdims=keepdims)
    if ord == 1:
        return _sum(sizes, axis=axis, keepdims=keepdims)
    return _sum(sizes**ord, axis=axis, keepdims=keepdims) ** (1 / ord)


def _norm_of_matrices(x, sizes, ord, axes, keepdims):
    rows, columns = (axis % x.ndim for axis in axes)
    if rows == columns:
        raise ValueError("Duplicate axes given.")
    if ord in (None, "fro", "f"):
        return sqrt(_sum(sizes * sizes, axis=axes, keepdims=keepdims))
    if ord in (1, -1, float("inf"), float("-inf")):
        along, other = (rows, columns) if ord in (1, -1) else (columns, rows)
        lines = _sum(sizes, axis=along, keepdims=True)
        result = (_max if ord > 0 else _min)(lines, axis=other, keepdims=True)
    elif ord in (2, -2, "nuc"):
        values = svd(moveaxis(x, (rows, columns), (-2, -1)), compute_uv=False)
        result = _sum(values, axis=-1) if ord == "nuc" else (_max if ord > 0 else _min)(values, axis=-1)
        return result if not keepdims else asarray(result).reshape(
            tuple(1 if axis in (rows, columns) else side for axis, side in enumerate(x.shape)))
    else:
        raise ValueError("Invalid norm order for matrices.")
    if keepdims:
        return result
    kept = tuple(side for axis, side in enumerate(x.shape) if axis not in (rows, columns))
    return result.reshape(kept)[()]


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    return norm(asarray(x).ravel() if axis is None else x, ord, axis, keepdims)


def matrix_norm(x, /, *, keepdims=False, ord="fro"):
    return norm(x, ord, (-2, -1), keepdims)


def cholesky(a, /, *, upper=False):
    """The lower triangular l with l @ l.T == a."""
    def single(one):
        found = _native._cholesky(tril(one) + tril(one, -1).T)
        if found is None:
            raise LinAlgError("Matrix is not positive definite")
        return found.T if upper else found

    return _each(single, _checked(a, square=True))


class _Result(tuple):
    """Results with names."""

    names = ()

    def __new__(cls, parts):
        return tuple.__new__(cls, parts)

    def __getattr__(self, name):
        if name in type(self).names:
            return self[type(self).names.index(name)]
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

    def __repr__(self):
        return f"{type(self).__name__}(" + ", ".join(f"{name}={one!r}" for name, one in zip(self.names, self)) + ")"


class QRResult(_Result):
    names = "Q", "R"


class SVDResult(_Result):
    names = "U", "S", "Vh"


class EigResult(_Result):
    names = "eigenvalues", "eigenvectors"


class EighResult(_Result):
    names = "eigenvalues", "eigenvectors"


def qr(a, mode="reduced"):
    """An orthogonal q and an upper triangular r with q @ r == a, by reflections."""
    if mode not in ("reduced", "complete", "r"):
        raise ValueError(f"Unrecognized mode '{mode}'")
    q, r = _each(lambda one: _native._qr(one, mode == "complete"), _checked(a))
    return r if mode == "r" else QRResult((q, r))


def _completed(rows, count):
    """Rows at right angles to each other and the given ones, so many in all."""
    side, found = rows.shape[1], rows.shape[0]
    result = zeros((count, side))
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


def _svd(a, full_matrices, compute_uv):
    if not a.size:
        sides = a.shape if full_matrices else (0, 0)
        empty = eye(a.shape[0], sides[0]), zeros(0), eye(sides[1], a.shape[1])
        return empty if compute_uv else empty[1]
    found = _native._svd(a, compute_uv)
    if found is None:
        raise LinAlgError("SVD did not converge")
    if not compute_uv:
        return found
    u, s, v = found
    if full_matrices:
        u, v = _completed(u.T, a.shape[0]).T, _completed(v, a.shape[1])
    return u, s, v


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    """u, the singular values in descending order and v transposed, with u * s @ v == a."""
    made = _each(lambda one: _svd(one, full_matrices, compute_uv), _checked(a))
    return SVDResult(made) if compute_uv else made


def svdvals(x, /):
    return svd(x, compute_uv=False)


def eigh(a, UPLO="L"):
    """The eigenvalues of a symmetric matrix in ascending order, and its eigenvectors as columns."""
    if UPLO.upper() not in ("L", "U"):
        raise ValueError("UPLO argument must be 'L' or 'U'")

    def single(one):
        one = one.T if UPLO.upper() == "U" else one
        found = _native._eigh(tril(one) + tril(one, -1).T)
        if found is None:
            raise LinAlgError("Eigenvalues did not converge")
        return found

    return EighResult(_each(single, _checked(a, square=True)))


def eigvalsh(a, UPLO="L"):
    return eigh(a, UPLO)[0]


def eig(a):
    """The eigenvalues, and the eigenvectors as columns, as complex numbers."""
    def single(one):
        found = _native._eig(one)
        if found is None:
            raise LinAlgError("Array must not contain infs or NaNs")
        return found

    return EigResult(_each(single, _checked(a, square=True)))


def eigvals(a):
    return eig(a)[0]


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    """How many singular values are not as good as zero."""
    a = asarray(A)
    if a.ndim < 2:
        return int((a != 0).any())
    s = svd(a, compute_uv=False)
    if tol is None:
        rtol = builtins.max(a.shape[-2:]) * 2.0**-52 if rtol is None else rtol
        tol = _max(s, axis=-1, keepdims=True) * rtol
    return _sum(s > tol, axis=-1)


def cond(x, p=None):
    """How much errors may grow: the ratio of the greatest and the least singular value, or of other norms."""
    x = _checked(x)
    if p is None or p in (2, -2):
        s = svd(x, compute_uv=False)
        ratio = s[..., 0] / _where(s[..., -1] == 0, float64(0), s[..., -1])
        return ratio if p != -2 else 1 / ratio
    return norm(x, p) * norm(inv(x), p)


def pinv(a, rcond=None, hermitian=False, *, rtol=None):
    """The pseudo-inverse."""
    cut = rcond if rcond is not None else rtol if rtol is not None else 1e-15

    def single(one):
        if not one.size:
            return zeros(one.shape[::-1])
        u, s, v = _svd(one, False, True)
        keep = s > cut * s.max()
        return (v[keep].T / s[keep]) @ u.T[keep]

    return _each(single, _checked(a))


def lstsq(a, b, rcond=None):
    """The x for which a @ x is nearest to b, the squares of the distances, the rank and the singular values."""
    a, b = _checked(a), asarray(b, float)
    if a.shape[0] != b.shape[0]:
        raise LinAlgError("Incompatible dimensions")
    u, s, v = _svd(a, False, True)
    if rcond is None:
        rcond = builtins.max(a.shape) * 2.0**-52
    keep = s > rcond * s.max() if s.size else s > 0
    rank = int(keep.sum())
    y = b.reshape(b.shape[0], -1)
    x = (v[keep].T / s[keep]) @ (u.T[keep] @ y)
    rest = a @ x - y
    is_whole = rank == a.shape[1] and a.shape[0] > a.shape[1]
    residuals = _sum(rest * rest, axis=0) if is_whole else zeros(0)
    return x.reshape(a.shape[1], *b.shape[1:]), residuals, _native.int32(rank), s


def tensorsolve(a, b, axes=None):
    """The x with tensordot(a, x, x.ndim) == b."""
    a, b = asarray(a), asarray(b)
    rest = a.shape[b.ndim :]
    return solve(a.reshape(b.size, -1), b.ravel()).reshape(rest)
