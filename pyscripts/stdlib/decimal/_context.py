"""Contexts: to how many digits and which way to round, and which signals raise exceptions."""

import contextvars

from ._rounding import away_from_zero, power_of_ten
from ._signals import (
    MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUNDINGS, SHOWN_SIGNALS, SIGNAL_OF, SIGNALS,
    Clamped, DivisionByZero, InvalidOperation, Overflow, Underflow,
)

_BOUNDS = {"prec": (1, MAX_PREC), "Emin": (MIN_EMIN, 0), "Emax": (0, MAX_EMAX), "capitals": (0, 1), "clamp": (0, 1)}
_RANGE_TEXT = {"prec": "[1, MAX_PREC]", "Emin": "[MIN_EMIN, 0]", "Emax": "[0, MAX_EMAX]", "capitals": "[0, 1]",
               "clamp": "[0, 1]"}


class Context:
    """To how many digits and which way results are rounded, and what is signalled."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        # The context to begin with has no other one to take after.
        model = globals().get("DefaultContext")
        own = self.__dict__
        own["_settled"] = False
        self.prec = prec if prec is not None else model.prec
        self.rounding = rounding if rounding is not None else model.rounding
        self.Emin = Emin if Emin is not None else model.Emin
        self.Emax = Emax if Emax is not None else model.Emax
        self.capitals = capitals if capitals is not None else model.capitals
        self.clamp = clamp if clamp is not None else model.clamp
        own["flags"] = _signal_dict(flags, dict.fromkeys(SIGNALS, False))
        own["traps"] = _signal_dict(traps, model.traps if model is not None and traps is None else None)
        self._settle()

    def _settle(self):
        """What follows from precision and bounds, kept for each operation to look at."""
        own = self.__dict__
        own["_settled"] = True
        own["_limit"] = power_of_ten(self.prec)
        own["_etiny"] = self.Emin - self.prec + 1
        own["_etop"] = self.Emax - self.prec + 1

    def __setattr__(self, name, value):
        if name in _BOUNDS:
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            low, high = _BOUNDS[name]
            if not low <= value <= high:
                if high == 1:
                    raise ValueError(f"valid values for {name} are 0 or 1")
                raise ValueError("valid range for %s is %s" % (name, _RANGE_TEXT[name]))
            self.__dict__[name] = value
            if self._settled:
                self._settle()
        elif name == "rounding":
            if value not in ROUNDINGS:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, "
                                "ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
            self.__dict__[name] = value
        elif name in ("flags", "traps"):
            self.__dict__[name] = _signal_dict(value, None)
        else:
            raise AttributeError("'decimal.Context' object has no attribute '%s'" % name)

    def __delattr__(self, name):
        raise AttributeError("context attributes cannot be deleted")

    def _raise(self, condition, explanation=None, *args):
        """Signal: raise where it is trapped, otherwise note it and give the result for it."""
        from ._number import NAN, Decimal, infinity, largest
        signal = SIGNAL_OF.get(condition, condition)
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([condition])
        if signal is InvalidOperation:
            return args[0] if args else NAN
        if signal is DivisionByZero:
            return infinity(args[0])
        if signal is Overflow:
            return infinity(args[0]) if away_from_zero(args[0], self.rounding) else largest(args[0], self)
        return Decimal(0)

    def _quiet(self):
        """A copy that traps nothing."""
        copy = self.copy()
        copy.traps = dict.fromkeys(SIGNALS, False)
        return copy

    def clear_flags(self):
        """No signal has been seen."""
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        """No signal raises an exception."""
        for signal in self.traps:
            self.traps[signal] = False

    def copy(self):
        """Another context with the same settings and flags."""
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                       dict(self.flags), dict(self.traps))

    __copy__ = copy

    def __reduce__(self):
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                         [signal for signal in SIGNALS if self.flags[signal]],
                         [signal for signal in SIGNALS if self.traps[signal]])

    def __repr__(self):
        def names(signals):
            return ", ".join(signal.__name__ for signal in SHOWN_SIGNALS if signals[signal])
        return ("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])" % (
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, names(self.flags),
            names(self.traps)))

    def Etiny(self):
        """The least exponent."""
        return self._etiny

    def Etop(self):
        """The largest exponent of a number with all digits."""
        return self._etop

    def radix(self):
        """Ten."""
        from ._number import Decimal
        return Decimal(10)

    def create_decimal(self, num="0"):
        """A number, rounded to this context."""
        from ._number import Decimal
        return Decimal(num, self)._fix(self)

    def create_decimal_from_float(self, f):
        """A float's value, rounded to this context."""
        from ._number import Decimal
        return Decimal.from_float(f)._fix(self)

    def _set_rounding(self, rounding):
        before = self.rounding
        self.rounding = rounding
        return before

    def _delegate(self, method, *operands):
        from ._number import operand
        first, *rest = [operand(value) for value in operands]
        return getattr(first, method)(*rest, context=self)

    def __eq__(self, other):
        return self is other

    __hash__ = None

    def divmod(self, x, y):
        """Whole quotient and remainder."""
        from ._number import operand
        return operand(x)._divmod(operand(y), self)

    def power(self, a, b, modulo=None):
        """a ** b, or that modulo a whole number."""
        from ._number import operand
        return operand(a).__pow__(operand(b), modulo if modulo is None else operand(modulo), self)

    def fma(self, x, y, z):
        """x * y + z, rounded once."""
        return self._delegate("fma", x, y, z)

    def plus(self, x):
        """The number rounded."""
        return self._delegate("__pos__", x)

    def minus(self, x):
        """The number with the other sign, rounded."""
        return self._delegate("__neg__", x)

    def abs(self, x):
        """The magnitude, rounded."""
        return self._delegate("__abs__", x)

    def to_sci_string(self, x):
        """The number as a text."""
        from ._number import operand
        return operand(x).__str__(context=self)


def _signal_dict(given, otherwise):
    if given is None:
        if otherwise is None:
            otherwise = dict.fromkeys(SIGNALS, False)
        return dict(otherwise)
    if isinstance(given, dict):
        if given.keys() != set(SIGNALS):
            raise KeyError("invalid signal dict")
        return dict(given)
    given = list(given)
    if any(signal not in SIGNALS for signal in given):
        raise KeyError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
                       "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")
    return {signal: signal in given for signal in SIGNALS}


def _binary(name, method):
    def function(self, x, y, /):
        return self._delegate(method, x, y)
    function.__name__ = name
    return function


def _unary(name, method):
    def function(self, x, /):
        return self._delegate(method, x)
    function.__name__ = name
    return function


for _name in ("add", "subtract", "multiply", "divide", "divide_int", "remainder"):
    setattr(Context, _name, _binary(_name, "_" + _name))
for _name in ("compare compare_signal compare_total compare_total_mag copy_sign logical_and logical_or logical_xor max "
              "max_mag min min_mag next_toward quantize remainder_near rotate scaleb shift").split():
    setattr(Context, _name, _binary(_name, _name))
for _name in ("exp ln log10 logb logical_invert next_minus next_plus normalize number_class sqrt to_integral_exact "
              "to_integral_value is_normal is_subnormal to_eng_string").split():
    setattr(Context, _name, _unary(_name, _name))
Context.to_integral = Context.to_integral_value
for _name in ("canonical copy_abs copy_negate is_canonical is_finite is_infinite is_nan is_qnan is_signed is_snan "
              "is_zero").split():
    def _plain(self, x, /, _name=_name):
        from ._number import operand
        return getattr(operand(x), _name)()
    setattr(Context, _name, _plain)


def _same_quantum(self, x, y, /):
    from ._number import operand
    return operand(x).same_quantum(operand(y))


Context.same_quantum = _same_quantum
Context.copy_decimal = lambda self, x, /: __import__("decimal").Decimal(x)
Context.__module__ = "decimal"

DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [DivisionByZero, Overflow, InvalidOperation])
BasicContext = Context(9, ROUND_HALF_UP, -999999, 999999, 1, 0, [],
                       [DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [])

_current = contextvars.ContextVar("decimal_context")


def getcontext():
    """The context of this thread or coroutine."""
    context = _current.get(None)
    if context is None:
        context = Context()
        _current.set(context)
    return context


def setcontext(context, /):
    """Have this thread or coroutine use the context."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _ContextManager:
    """Another context for a block."""

    def __init__(self, new):
        self.new_context = new.copy()

    def __enter__(self):
        self.saved_context = getcontext()
        setcontext(self.new_context)
        return self.new_context

    def __exit__(self, kind, value, tb):
        setcontext(self.saved_context)


def localcontext(ctx=None, **kwargs):
    """A context manager with a copy of the context, changed as the keywords say."""
    if ctx is not None and not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    manager = _ContextManager(getcontext() if ctx is None else ctx)
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(manager.new_context, name, value)
    return manager
