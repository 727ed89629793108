"""Fourier transforms, along one axis or several."""

from matrix import arange, asarray, complex128, empty, zeros
import matrix as _matrix

from ._joining import concatenate
from ._shapes import roll

_pi = 3.141592653589793


def _turns(count, backwards):
    """The roots of unity, so that those on the axes are exact."""
    steps = arange(count)
    angles = (2.0 * _pi / count) * steps
    roots = empty(count, complex128)
    cosines, sines = _matrix.cos(angles), _matrix.sin(angles)
    for eighth in range(0, 8, 2):
        if eighth * count % 8 == 0:
            place = eighth * count // 8
            cosines[place] = (1.0, 0.0, -1.0, 0.0)[eighth // 2]
            sines[place] = (0.0, 1.0, 0.0, -1.0)[eighth // 2]
    roots[:] = cosines + (1j if backwards else -1j) * sines
    return roots


def _transformed(rows, backwards):
    """The transforms of the rows of a matrix: halves apart as long as they are whole, then by a product of matrices."""
    count = rows.shape[1]
    if count == 1:
        return rows
    roots = _turns(count, backwards)
    if count % 2:
        steps = arange(count)
        places = steps.reshape(-1, 1) * steps % count
        return rows @ roots[places]
    even = _transformed(rows[:, ::2], backwards)
    odd = _transformed(rows[:, 1::2], backwards) * roots[:count // 2]
    return concatenate([even + odd, even - odd], axis=1)


def _along(a, n, axis, backwards, norm):
    """The transforms along an axis, whose length is made to be n."""
    a = asarray(a)
    if not a.ndim:
        raise ValueError("a transform needs an array of at least one axis")
    a = a.astype(complex128).swapaxes(axis, -1)
    count = a.shape[-1] if n is None else int(n)
    if count < 1:
        raise ValueError(f"Invalid number of FFT data points ({count}) specified.")
    if count <= a.shape[-1]:
        a = a[..., :count]
    else:
        longer = zeros(a.shape[:-1] + (count,), complex128)
        longer[..., :a.shape[-1]] = a
        a = longer
    result = _transformed(a.reshape(-1, count), backwards).reshape(a.shape).swapaxes(axis, -1)
    scale = _scale(norm, count, backwards)
    return result if scale == 1.0 else result * scale


def _scale(norm, count, backwards):
    if norm not in (None, "backward", "ortho", "forward"):
        raise ValueError(f'Invalid norm value {norm}; should be "backward", "ortho" or "forward".')
    if norm == "ortho":
        return 1.0 / count ** 0.5
    return 1.0 / count if backwards == (norm != "forward") else 1.0


def fft(a, n=None, axis=-1, norm=None, out=None):
    """The transform along an axis."""
    return _along(a, n, axis, False, norm)


def ifft(a, n=None, axis=-1, norm=None, out=None):
    """The way back."""
    return _along(a, n, axis, True, norm)


def rfft(a, n=None, axis=-1, norm=None, out=None):
    """The transform of real numbers: its first half, of which the other is a mirror image."""
    result = _along(asarray(a).astype(float), n, axis, False, norm).swapaxes(axis, -1)
    return result[..., :result.shape[-1] // 2 + 1].copy().swapaxes(axis, -1)


def irfft(a, n=None, axis=-1, norm=None, out=None):
    """The real numbers whose transform begins so; an even number of them unless n says otherwise."""
    a = asarray(a).astype(complex128).swapaxes(axis, -1)
    count = 2 * (a.shape[-1] - 1) if n is None else int(n)
    if count < 1:
        raise ValueError(f"Invalid number of FFT data points ({count}) specified.")
    whole = zeros(a.shape[:-1] + (count,), complex128)
    half = a[..., :count // 2 + 1]
    whole[..., :half.shape[-1]] = half
    mirrored = half[..., 1:(count + 1) // 2]
    whole[..., count - mirrored.shape[-1]:] = mirrored[..., ::-1].conj()
    whole[..., 0] = whole[..., 0].real
    if count % 2 == 0:
        whole[..., count // 2] = whole[..., count // 2].real
    return _along(whole, None, -1, True, norm).real.copy().swapaxes(axis, -1)


def _over(function, a, s, axes, norm):
    a = asarray(a)
    if axes is None:
        axes = range(a.ndim) if s is None else range(-len(s), 0)
    axes = list(axes)
    sizes = [None] * len(axes) if s is None else s
    for axis, size in reversed(list(zip(axes, sizes))):
        a = function(a, size, axis, norm)
    return a


def fftn(a, s=None, axes=None, norm=None, out=None):
    """The transform along all axes, or some."""
    return _over(fft, a, s, axes, norm)


def ifftn(a, s=None, axes=None, norm=None, out=None):
    """The way back."""
    return _over(ifft, a, s, axes, norm)


def fft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The transform along two axes."""
    return _over(fft, a, s, axes, norm)


def ifft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The way back."""
    return _over(ifft, a, s, axes, norm)


def rfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The transform of real numbers along two axes."""
    last = rfft(a, None if s is None else s[-1], axes[-1], norm)
    return _over(fft, last, None if s is None else s[:-1], axes[:-1], norm)


def fftfreq(n, d=1.0, device=None):
    """The frequency of each number of a transform."""
    places = arange(n)
    places[(n + 1) // 2:] -= n
    return places / (n * d)


def rfftfreq(n, d=1.0, device=None):
    """The same for the transform of real numbers."""
    return arange(n // 2 + 1) / (n * d)


def _axes(x, axes):
    return range(x.ndim) if axes is None else (axes,) if isinstance(axes, int) else axes


def fftshift(x, axes=None):
    """The frequency 0 in the middle."""
    x = asarray(x)
    for axis in _axes(x, axes):
        x = roll(x, x.shape[axis] // 2, axis)
    return x


def ifftshift(x, axes=None):
    """The way back."""
    x = asarray(x)
    for axis in _axes(x, axes):
        x = roll(x, -(x.shape[axis] // 2), axis)
    return x
