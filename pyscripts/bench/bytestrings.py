"""Bytes: walked, searched, gathered, shifted through, and turned into numbers and back."""
import binascii
import zlib
from timing import bench

DATA = bytes(number * 7 & 255 for number in range(50_000))


def walk():
    total = 0
    for byte in DATA:
        total += byte
    return total


def bits():
    value, bit, ones = 0, 0, 0
    for byte in DATA[:20_000]:
        value = value << 8 | byte
        bit += 8
        while bit >= 5:
            bit -= 5
            ones += value >> bit & 1
        value &= (1 << bit) - 1
    return ones


def gathered():
    out = bytearray()
    for start in range(0, 50_000, 10):
        out += DATA[start : start + 10]
        out.append(0)
    return len(out)


def searched():
    return sum(DATA.find(bytes([byte]), 1_000) + DATA.count(byte) for byte in range(256))


def numbers():
    total = 0
    for start in range(0, 40_000, 4):
        number = int.from_bytes(DATA[start : start + 4], "little")
        total += len(number.to_bytes(8, "big"))
    return total


def texts():
    return len(binascii.hexlify(DATA)) + len(DATA.decode("latin-1").encode("utf-8")) + zlib.crc32(DATA) % 2


bench(walk)
bench(bits)
bench(gathered, 55_000)
bench(searched)
bench(numbers, 80_000)
bench(texts)
