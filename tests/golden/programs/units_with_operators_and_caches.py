# Quantities with units: operators, conversions, formats, caching of instances.
import functools
import math
import operator
from fractions import Fraction


class Unit:
    _made = {}

    def __new__(cls, **powers):
        key = frozenset((name, power) for name, power in powers.items() if power)
        try:
            return cls._made[key]
        except KeyError:
            self = cls._made[key] = super().__new__(cls)
            self.powers = dict(sorted(key))
            return self

    def _combined(self, other, sign):
        names = self.powers.keys() | other.powers.keys()
        return Unit(**{name: self.powers.get(name, 0) + sign * other.powers.get(name, 0) for name in names})

    def __mul__(self, other):
        return self._combined(other, 1) if isinstance(other, Unit) else NotImplemented

    def __rmul__(self, number):
        return Quantity(number, self)

    def __truediv__(self, other):
        return self._combined(other, -1)

    def __pow__(self, power):
        return Unit(**{name: value * power for name, value in self.powers.items()})

    def __str__(self):
        return "*".join(name if power == 1 else f"{name}^{power}" for name, power in self.powers.items()) or "1"


@functools.total_ordering
class Quantity:
    __slots__ = "value", "unit"

    def __init__(self, value, unit=Unit()):
        self.value, self.unit = value, unit

    def _same(operation):
        def method(self, other):
            if not isinstance(other, Quantity):
                return NotImplemented
            if other.unit is not self.unit:
                raise TypeError(f"{self.unit} and {other.unit} do not fit")
            result = operation(self.value, other.value)
            return result if isinstance(result, bool) else Quantity(result, self.unit)
        return method

    __add__, __sub__, __lt__, __eq__ = map(_same, (operator.add, operator.sub, operator.lt, operator.eq))
    del _same

    def __mul__(self, other):
        if isinstance(other, Quantity):
            return Quantity(self.value * other.value, self.unit * other.unit)
        return Quantity(self.value * other, self.unit)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return Quantity(self.value / other.value, self.unit / other.unit)

    def __pow__(self, power):
        return Quantity(self.value ** power, self.unit ** power)

    def __format__(self, spec):
        return f"{self.value:{spec}} {self.unit}" if self.unit.powers else format(self.value, spec)

    def __repr__(self):
        return f"<{self}>"

    __str__ = lambda self: format(self, "")

    def __float__(self):
        if self.unit.powers:
            raise TypeError(f"{self!r} is no plain number")
        return float(self.value)


m, s = Unit(m=1), Unit(s=1)
speed = (3 * m) / (2 * s)
print(speed, speed ** 2, 2 * speed * (4 * s), f"{1.5 * m / (3 * s):08.3f}", m * s is s * m, (m / m).powers)
print(5 * m > 3 * m, sum([1 * m, 2 * m], 0 * m), max(3 * m, 7 * m), Fraction(1, 3) * m + Fraction(1, 6) * m)
print(math.sqrt((4 * m) / (1 * m)), sorted([3 * s, 1 * s, 2 * s]))
for attempt in [lambda: 1 * m + 1 * s, lambda: 1 * m + 1, lambda: float(1 * m), lambda: hash(1 * m),
    lambda: setattr(m * 1, "x", 1)]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
