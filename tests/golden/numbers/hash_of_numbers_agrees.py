from decimal import Decimal
from fractions import Fraction
import sys

P = sys.hash_info.modulus
print(sys.hash_info.width, P == 2**61 - 1, sys.hash_info.inf, sys.hash_info.nan, sys.hash_info.imag)
print(hash(P), hash(P + 1), hash(-P), hash(-1), hash(-2), hash(0), hash(2**64), hash(-(2**100)), hash(1e100) == hash(int(1e100)))
print(hash(0.5) == hash(Fraction(1, 2)) == hash(Decimal("0.5")), hash(0.5), hash(-0.5), hash(0.1), hash(float("inf")), hash(float("-inf")), hash(-0.0))
print(hash(3j), hash(1 + 1j), hash(complex(2, 0)), hash(complex(0, -1)), hash(True), hash(Fraction(1, P)), hash(Decimal("1e1000")) == hash(10**1000))
print(len({1, 1.0, True, 1 + 0j, Fraction(1), Decimal(1)}))
