for arguments in ((2, 10), (2, -1), (2, 10, 1000), (3, -1, 7), (3, -2, 7), (-3, 3, 5), (3, 3, -5), (0, 0), (0, 0, 1), (5, 0, 1), (2, 0.5), (-8, 1 / 3), (0.0, 0), (True, True, 2)):
    print(arguments, pow(*arguments))
for arguments in ((0, -1), (0.0, -1), (2, 3, 0), (2, -1, 4), (2.0, 3, 5), (2, 3, 5.0), ("a", 2), (2,)):
    try:
        print(pow(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
print(pow(base=2, exp=5), pow(2, exp=5, mod=7), pow(10**40, 10**20, 10**9 + 7))


class Powered:
    def __pow__(self, exponent, modulus=None):
        return exponent, modulus

    def __rpow__(self, base, modulus=None):
        return base, modulus, "reflected"


print(pow(Powered(), 2), pow(Powered(), 2, 3), 2 ** Powered(), pow(2, Powered()))
