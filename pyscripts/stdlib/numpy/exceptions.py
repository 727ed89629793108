"""The exceptions of numpy."""


class AxisError(ValueError, IndexError):
    """An array has no such axis."""

    def __init__(self, axis, ndim=None, msg_prefix=None):
        if ndim is None:
            message = axis
        else:
            message = f"axis {axis} is out of bounds for array of dimension {ndim}"
        super().__init__(message if msg_prefix is None else f"{msg_prefix}: {message}")


class UFuncTypeError(TypeError):
    """A function of numbers is not for these kinds."""


class _UFuncOutputCastingError(UFuncTypeError):
    """Results cannot be written to an array of this kind."""


for _one in UFuncTypeError, _UFuncOutputCastingError:
    _one.__module__ = "numpy._core._exceptions"
# As numpy has it: the type says by its short name what it is a case of.
_UFuncOutputCastingError.__name__ = "UFuncTypeError"


class ComplexWarning(RuntimeWarning):
    """Imaginary parts are lost."""


class VisibleDeprecationWarning(UserWarning):
    """Something will be another way."""


class RankWarning(RuntimeWarning):
    """A fit has too few points."""
