"""Colours in several systems; all values are between 0 and 1, but for those of YIQ."""

__all__ = ["rgb_to_yiq", "yiq_to_rgb", "rgb_to_hls", "hls_to_rgb", "rgb_to_hsv", "hsv_to_rgb"]

ONE_THIRD, ONE_SIXTH, TWO_THIRD = 1.0 / 3.0, 1.0 / 6.0, 2.0 / 3.0


def rgb_to_yiq(r, g, b):
    """Brightness and two chromas."""
    y = 0.30 * r + 0.59 * g + 0.11 * b
    i = 0.74 * (r - y) - 0.27 * (b - y)
    q = 0.48 * (r - y) + 0.41 * (b - y)
    return y, i, q


def yiq_to_rgb(y, i, q):
    """Red, green and blue."""
    r = y + 0.9468822170900693 * i + 0.6235565819861433 * q
    g = y - 0.27478764629897834 * i - 0.6356910791873801 * q
    b = y - 1.1085450346420322 * i + 1.7090069284064666 * q
    return tuple(min(max(value, 0.0), 1.0) for value in (r, g, b))


def _hue(r, g, b, highest, span):
    red, green, blue = ((highest - value) / span for value in (r, g, b))
    if r == highest:
        hue = blue - green
    elif g == highest:
        hue = 2.0 + red - blue
    else:
        hue = 4.0 + green - red
    return hue / 6.0 % 1.0


def rgb_to_hls(r, g, b):
    """Hue, lightness and saturation."""
    highest, lowest = max(r, g, b), min(r, g, b)
    total, span = highest + lowest, highest - lowest
    lightness = total / 2.0
    if lowest == highest:
        return 0.0, lightness, 0.0
    saturation = span / total if lightness <= 0.5 else span / (2.0 - highest - lowest)
    return _hue(r, g, b, highest, span), lightness, saturation


def hls_to_rgb(h, l, s):
    """Red, green and blue."""
    if s == 0.0:
        return l, l, l
    high = l * (1.0 + s) if l <= 0.5 else l + s - l * s
    low = 2.0 * l - high
    return _part(low, high, h + ONE_THIRD), _part(low, high, h), _part(low, high, h - ONE_THIRD)


def _part(low, high, hue):
    hue %= 1.0
    if hue < ONE_SIXTH:
        return low + (high - low) * hue * 6.0
    if hue < 0.5:
        return high
    if hue < TWO_THIRD:
        return low + (high - low) * (TWO_THIRD - hue) * 6.0
    return low


def rgb_to_hsv(r, g, b):
    """Hue, saturation and value."""
    highest, lowest = max(r, g, b), min(r, g, b)
    if lowest == highest:
        return 0.0, 0.0, highest
    span = highest - lowest
    return _hue(r, g, b, highest, span), span / highest, highest


def hsv_to_rgb(h, s, v):
    """Red, green and blue."""
    if s == 0.0:
        return v, v, v
    sector = int(h * 6.0)
    fraction = h * 6.0 - sector
    p, q, t = v * (1.0 - s), v * (1.0 - s * fraction), v * (1.0 - s * (1.0 - fraction))
    return ((v, t, p), (q, v, p), (p, v, t), (p, q, v), (t, p, v), (v, p, q))[sector % 6]
