"""The signals, the names of the ways to round, and the bounds of contexts."""

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
ROUNDINGS = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
             ROUND_05UP)

MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)


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


for _signal in list(globals().values()):
    if isinstance(_signal, type):
        _signal.__module__ = "decimal"

SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
SHOWN_SIGNALS = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal,
                 Underflow)
SIGNAL_OF = {ConversionSyntax: InvalidOperation, DivisionImpossible: InvalidOperation,
             DivisionUndefined: InvalidOperation, InvalidContext: InvalidOperation}
