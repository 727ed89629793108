"""Strings: building, joining, splitting, formatting, searching."""
from timing import bench


def concatenate():
    text = ""
    for i in range(100_000):
        text += "ab"
    return len(text)


def join_pieces():
    return len(",".join([str(i) for i in range(100_000)]))


def format_fields():
    size = 0
    for i in range(50_000):
        size += len(f"{i}: {i * 0.5:.2f} {'x':>4}")
    return size


def split_and_strip():
    line = " alpha, beta ,gamma , delta"
    count = 0
    for _ in range(30_000):
        for field in line.split(","):
            count += len(field.strip())
    return count


def characters():
    text = "the quick brown fox" * 50
    vowels = 0
    for _ in range(100):
        for character in text:
            if character in "aeiou":
                vowels += 1
    return vowels


bench(concatenate, 200_000)
bench(join_pieces, 588_889)
bench(format_fields)
bench(split_and_strip, 570_000)
bench(characters, 25_000)
