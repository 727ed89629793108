"""Ints beyond a machine word: products, quotients, powers, digits."""
from timing import bench


def factorial():
    product = 1
    for number in range(1, 1_500):
        product *= number
    return product.bit_length()


def digits():
    return len(str(7**5_000)) + int("9" * 3_000) % 97


def powers():
    return sum(pow(3, number, 2**127 - 1) & 1 for number in range(1_000, 3_000))


def spigot():
    """Digits of e, by Rabinowitz and Wagon's spigot, as fractions of growing ints."""
    numerator, denominator, out = 1, 1, 0
    for number in range(1, 400):
        numerator = numerator * number + 1
        denominator *= number
        out += numerator * 10**5 // denominator % 10
    return out


def masks():
    board, total = (1 << 200) - 1, 0
    for shift in range(20_000):
        board ^= 1 << shift % 190
        total += board >> 64 & 15
        total += (board & -board).bit_length()
    return total


bench(factorial)
bench(digits)
bench(powers)
bench(spigot)
bench(masks)
