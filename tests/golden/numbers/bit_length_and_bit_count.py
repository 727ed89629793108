"""bit_length and bit_count of ints of all sizes and signs, and of bools."""
for n in (0, 1, -1, 2, 3, -4, 255, 256, -256, 2**31, 2**63 - 1, -2**63, 2**64, 10**30, -(10**30), True, False):
    print(n, n.bit_length(), n.bit_count(), bin(n), len(bin(abs(n))) - 2 == max(n.bit_length(), 1))
for f in (lambda: (1.0).bit_length(), lambda: int.bit_length(), lambda: int.bit_length("a"), lambda: (5).bit_length(1), lambda: int.bit_count(True), lambda: int.bit_length(1.5), lambda: (5).is_integer(), lambda: (5).as_integer_ratio(), lambda: True.numerator, lambda: (-5).denominator, lambda: (5).conjugate(), lambda: True.real, lambda: (7).imag, lambda: (5).__index__(), lambda: True.__index__(), lambda: (5).__trunc__(), lambda: (5).__ceil__(), lambda: True.__floor__(), lambda: (1234).__round__(-2)):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)
