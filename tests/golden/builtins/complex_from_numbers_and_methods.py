class Complexed:
    def __complex__(self):
        return 1 + 2j


class Floated:
    def __float__(self):
        return 2.5


class Indexed:
    def __index__(self):
        return 7


class Wrong:
    def __complex__(self):
        return 1.0


print(complex(), complex(1), complex(1, 2), complex(1j, 1j), complex(imag=3), complex(real=2, imag=1))
print(complex(Complexed()), complex(Floated()), complex(Indexed()), complex(Indexed(), Floated()))
print(complex(-0.0, 0.0), complex(0.0, -0.0), complex(True, False))
for arguments in ((Wrong(),), (1, Complexed()), (None,), (1, None)):
    try:
        print(complex(*arguments))
    except TypeError as error:
        print(error)
try:
    complex(10**400)
except OverflowError as error:
    print(error)
