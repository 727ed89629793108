def kind(n):
    if n < 0:
        return "neg"
    elif n == 0:
        return "zero"
    elif n < 10:
        return "small"
    else:
        return "big"
print([kind(n) for n in (-1, 0, 5, 50)])
for v in (0, 0.0, "", [], (), {}, set(), None, range(0), b"", 0j, "0", [0], -1):
    print("T" if v else "F", end=" ")
print()
