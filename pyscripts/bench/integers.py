"""Integers: bits, division, numbers that outgrow a word."""
from timing import bench


def collatz():
    longest = 0
    for start in range(1, 5000):
        n, steps = start, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        if steps > longest:
            longest = steps
    return longest


def bits():
    value = 12345
    for _ in range(200_000):
        value = (value * 1103515245 + 12345) & 0x7FFFFFFF
        value ^= value >> 7
    return value >= 0


def big_factorial():
    product = 1
    for i in range(1, 1500):
        product *= i
    return product % 1_000_003 == 0 or product.bit_length() > 1000


def greatest_common_divisors():
    total = 0
    for i in range(1, 300):
        for j in range(1, 300):
            a, b = i, j
            while b:
                a, b = b, a % b
            total += a
    return total


bench(collatz, 237)
bench(bits, True)
bench(big_factorial, True)
bench(greatest_common_divisors)
