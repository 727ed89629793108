# The mappings of a context's flags and traps; a decimal that is imported afresh raises the same signals.
import sys
import decimal
from decimal import *


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


c = Context(traps=[])
print(c.flags is c.flags, c.flags is c.copy().flags, c.flags == c.traps, len(c.flags), type(c.flags).__name__)
c.divide(1, 3)
print([signal.__name__ for signal in c.flags if c.flags[signal]])
d = dict(c.flags)
print(d == c.flags, c.flags == d, c.copy().flags == d, c.flags == {Inexact: False}, c.flags == "x", c.flags != 3)
d[Clamped] = True
print(d == c.flags, c.flags != d)
c.traps[Inexact] = True
attempt(c.divide, 1, 3)
attempt(c.flags.__getitem__, 3)
attempt(c.flags.__delitem__, Inexact)
attempt(setattr, c, "traps", {1: 2})
attempt(setattr, c, "traps", [Inexact])
attempt(len, type(c.flags)())
attempt(repr, type(c.flags)())
c.clear_flags()
c.clear_traps()
print(c, sorted(signal.__name__ for signal, on in c.traps.items() if on))
attempt(Context().is_canonical, 200)
attempt(Decimal(1).__format__, "f", [])

del sys.modules["decimal"]
import decimal as again
print(again is decimal, again.getcontext().prec)
attempt(again.Decimal, "x")
try:
    Decimal(1) / 0
except again.DivisionByZero as error:
    print("the same", isinstance(error, again.DecimalException))
