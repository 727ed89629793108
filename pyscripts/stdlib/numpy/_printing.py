"""How arrays are shown."""

import sys

import matrix as _matrix
from matrix import asarray

_options = {
    "edgeitems": 3, "threshold": 1000, "floatmode": "maxprec", "precision": 8, "suppress": False, "linewidth": 75,
    "nanstr": "nan", "infstr": "inf", "sign": "-", "formatter": None, "legacy": False, "override_repr": None,
}
_modes = ("fixed", "unique", "maxprec", "maxprec_equal")


def _given(options):
    """The options that are set now, with those given in their place."""
    merged = dict(_options)
    for name, value in options.items():
        if name not in merged:
            raise TypeError(f"set_printoptions() got an unexpected keyword argument '{name}'")
        if value is not None or name == "formatter":
            merged[name] = value
    if merged["floatmode"] not in _modes:
        names = ", ".join(f'"{name}"' for name in _modes)
        raise ValueError(f"floatmode option must be one of {names}, got {merged['floatmode']}")
    if isinstance(merged["threshold"], float) and merged["threshold"] != merged["threshold"]:
        raise ValueError("threshold must be non-NAN, try sys.maxsize for untruncated representation")
    if not isinstance(merged["precision"], int):
        raise TypeError("precision must be an integer")
    return merged


def _places(options):
    threshold = min(options["threshold"], sys.maxsize)
    return (
        options["precision"], int(threshold), options["edgeitems"], options["linewidth"], options["suppress"],
        options["floatmode"], options["formatter"],
    )


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None,
                     infstr=None, formatter=None, sign=None, floatmode=None, **others):
    """Sets how arrays are shown; what is None stays."""
    given = dict(precision=precision, threshold=threshold, edgeitems=edgeitems, linewidth=linewidth,
                 suppress=suppress, nanstr=nanstr, infstr=infstr, sign=sign, floatmode=floatmode, **others)
    merged = _given(given | {"formatter": formatter})
    _matrix._print_options(*_places(merged))
    _options.update(merged)


def get_printoptions():
    """How arrays are shown."""
    return dict(_options)


class printoptions:
    """Sets how arrays are shown within a with statement."""

    def __init__(self, **options):
        self.options = options

    def __enter__(self):
        self.before = dict(_options)
        set_printoptions(**self.options)
        return get_printoptions()

    def __exit__(self, *error):
        _options.update(self.before)
        _matrix._print_options(*_places(_options))


def array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=" ", prefix="", *,
                 formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix="", legacy=None):
    """An array as text, with options of its own."""
    options = _given(dict(precision=precision, suppress=suppress_small, threshold=threshold, edgeitems=edgeitems,
                          linewidth=max_line_width, floatmode=floatmode))
    if formatter is not None:
        options["formatter"] = formatter
    options["linewidth"] -= len(suffix)
    return _matrix._text(*_places(options), asarray(a), separator, len(prefix))


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    with printoptions(precision=precision, suppress=suppress_small, linewidth=max_line_width):
        return repr(asarray(arr))


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    with printoptions(precision=precision, suppress=suppress_small, linewidth=max_line_width):
        return str(asarray(a))


def format_float_positional(x, precision=None, unique=True, fractional=True, trim="k", sign=False, pad_left=None,
                            pad_right=None, min_digits=None):
    """A float without an exponent."""
    from decimal import Decimal

    x = float(x)
    if precision is None:
        text = format(Decimal(repr(x)), "f")
    else:
        text = format(x, f".{precision}f")
        shortest = format(Decimal(repr(x)), "f")
        if unique and len(shortest) < len(text):
            text = shortest
    if "." not in text:
        text += "."
    if trim in "-.0" or unique:
        text = text.rstrip("0")
    if trim == "-":
        text = text.rstrip(".")
    elif trim == "0" and text.endswith("."):
        text += "0"
    return "+" + text if sign and x >= 0 else text
