import numbers
from decimal import Decimal
from fractions import Fraction

for value in (True, 1, 1.0, 1j, Fraction(1), Decimal(1)):
    print(type(value).__name__, [name for name in ("Number", "Complex", "Real", "Rational", "Integral") if isinstance(value, getattr(numbers, name))])
print(issubclass(int, numbers.Rational), issubclass(float, numbers.Integral), numbers.Integral.__mro__[1].__name__)


class Half(numbers.Number):
    pass


print(isinstance(Half(), numbers.Number), Half.__hash__)
try:
    numbers.Real()
except TypeError as error:
    print(str(error)[:60])
