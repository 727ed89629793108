"""Shift counts may be large to the right, and not negative at all."""
for source in ("1 << 3", "-1 << 3", "1 >> 100", "-1 >> 100", "0 << 10**20", "1 << 0", "5 >> 0", "(1 << 100) >> 99", "-5 >> 1",
               "1 << -1", "1 >> -1", "0 << -1", "1 << 1.0", "1.0 << 1", "True << True", "1 << True", "1 << 2**70", "-1 >> 2**70",
               "0 >> 2**70", "1 << '1'", "1 >> -2**70", "(-2**70) >> 69", "(-2**70 - 1) >> 70", "2**70 >> 2**40"):
    try:
        value = eval(source)
        print(source, value, type(value).__name__)
    except Exception as error:
        print(source, type(error).__name__, error)


class Index:
    def __index__(self):
        return 2


try:
    print(1 << Index())
except TypeError as error:
    print(error)
x = 1
x <<= 4
x >>= 1
print(x, bin(x), 1 << 2 + 1, 1 + 1 << 2, 8 >> 1 & 1, 1 | 1 << 3)
