print(-5 >> 1, -1 >> 1, -5 << 2, -5 & 3, -5 | 3, -5 ^ 3, ~-5, -5 & -3, -(2**70) & 0xFF, -(2**70) >> 69, -(2**70) - 1 >> 70, -1 & 2**70)
print((-(2**64)) | 1, (-(2**64)) ^ -1, ~(2**64), (2**64 - 1) & ~1, -(2**50) & 2**50, bin(-5 & 0b1111), hex(-1 & 0xFFFF_FFFF))
for call in (lambda: 1.0 & 1, lambda: 1 | 1.5, lambda: ~1.5, lambda: "a" ^ 1, lambda: 1 & None, lambda: 1 << "2", lambda: 1.5 >> 1):
    try:
        print(call())
    except TypeError as error:
        print(error)


class Masked:
    def __rand__(self, other):
        return ("rand", other)

    def __rlshift__(self, other):
        return ("rlshift", other)


print(5 & Masked(), 5 << Masked(), 2**70 & Masked())
