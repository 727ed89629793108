"""What the native part of decimal takes from Python code: the classes of signals, and the contexts to begin with.

A module of its own: a `decimal` that is imported afresh goes on with the same ones.
"""

from _decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, SignalMap as _SignalMap, _set_classes, _set_templates
from collections import namedtuple as _namedtuple
from collections.abc import MutableMapping as _MutableMapping

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


class DecimalException(ArithmeticError):
    """Something about a result that may be signalled."""


class Clamped(DecimalException):
    """The exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """The operation has no result."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number that is not zero was divided by zero."""


class Inexact(DecimalException):
    """Digits other than zeros were lost."""


class Rounded(DecimalException):
    """Digits were lost."""


class Subnormal(DecimalException):
    """The exponent is below Emin."""


class Overflow(Inexact, Rounded):
    """The exponent is above Emax."""


class Underflow(Inexact, Rounded, Subnormal):
    """The exponent is below Emin, and digits were lost."""


class FloatOperation(DecimalException, TypeError):
    """Floats and decimals were mixed."""


class ConversionSyntax(InvalidOperation):
    """The text is not a number."""


class DivisionImpossible(InvalidOperation):
    """The whole quotient has too many digits."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero was divided by zero."""


class InvalidContext(InvalidOperation):
    """The context makes no sense."""


class SignalDict(_SignalMap, _MutableMapping):
    """The flags or the traps of a context."""

    __slots__ = ()
    copy = _SignalMap.copy


for _class in [_value for _value in globals().values() if isinstance(_value, type)]:
    if _class.__module__ == __name__:
        _class.__module__ = "decimal"

_set_classes({_name: _class for _name, _class in list(globals().items()) if isinstance(_class, type)}, DecimalTuple,
             SignalDict)

DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [DivisionByZero, Overflow, InvalidOperation])
BasicContext = Context(9, ROUND_HALF_UP, -999999, 999999, 1, 0, [],
                       [DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [])
_set_templates(DefaultContext, BasicContext, ExtendedContext)
