"""isqrt against integer Newton steps, and powers near word boundaries."""
import math


def root(n, k):
    if n < 2: return n
    x = 1 << -(-n.bit_length() // k)
    while True:
        y = ((k - 1) * x + n // x ** (k - 1)) // k
        if y >= x: return x
        x = y


for n in (0, 1, 2, 3, 4, 15, 16, 17, 2**31, 2**32 - 1, 2**52, 2**53 + 1, 2**63 - 1, 2**64, 10**18, 10**19, 10**40 + 1, (10**20 + 39) ** 2, (10**20 + 39) ** 2 - 1):
    r = math.isqrt(n)
    assert r * r <= n < (r + 1) ** 2
    print(r, root(n, 2) == r, root(n, 3), root(n, 5))
print(math.isqrt(True), math.isqrt(2**1000) == 2**500, pow(3, 200) % 10**9, pow(3, 200, 10**9), 3**40, -3**41, (-3)**41, 7**-1, 2**63, 2**64 - 1, -2**63, (2**32) ** 2 == 2**64, 0xFFFFFFFFFFFFFFFF * 0xFFFFFFFFFFFFFFFF, (2**49 + 1) * (2**49 - 1), 2**50 - 1 + 1, -(2**50) - 1)
