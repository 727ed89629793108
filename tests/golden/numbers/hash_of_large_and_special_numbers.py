"""Numeric hashes are taken modulo 2**61 - 1, and special values have fixed ones."""
import sys

P = 2**61 - 1
print(sys.hash_info.modulus == P, sys.hash_info.width, sys.hash_info.inf, sys.hash_info.nan, sys.hash_info.imag)
for n in (0, 1, -1, -2, P, P + 1, -P, 2 * P, 2**64, -(2**64), 10**100, -(10**100)):
    print(hash(n), end=" ")
print()
for x in (0.5, -0.5, 0.1, 1e300, 5e-324, float("inf"), -float("inf"), -0.0, 2.0**61, 1.5, 1e16, -1.0):
    print(hash(x), end=" ")
print()
print(hash(1j) == sys.hash_info.imag, hash(1 + 1j) == hash(1) + sys.hash_info.imag, hash(2.0) == hash(2), hash(-1) == hash(-2) == -2, hash(-1.0), hash(complex(-1, 0)), hash(True), hash(2**61 - 1 + 0.0) == hash(float(2**61)), hash(10**400 // 10**399))
