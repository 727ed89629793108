"""complex() of texts, numbers and pairs, and its attributes."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for text in ("1", "1j", "1+2j", "-1-2j", "1e5j", "+j", "-j", "j", "1+j", " 1+2j ", "(1+2j)", "( 1+2j )", "1 + 2j", "1+2", "1j+2", "", "()", "inf+nanj", "-infj", "1_0+2_0j", "1+2J", "1.5.2", "a", "1+-2j", "+1+2j", "1j2", "١+٢j"):
    attempt(lambda: complex(text))
for args in ((), (1,), (1, 2), (1.5, -0.0), (1j, 2), (1, 2j), (1j, 2j), ("1", 2), (1, "2"), (None,), ([],), (True, False), (1, None), (float("nan"), float("inf")), (-0.0, -0.0)):
    attempt(lambda: complex(*args))


class C:
    def __complex__(self):
        return 3 + 4j


class Wrong:
    def __complex__(self):
        return 3


class F:
    def __float__(self):
        return 2.5


for value in (C(), Wrong(), F()):
    attempt(lambda: complex(value))
attempt(lambda: complex(F(), F()))
attempt(lambda: complex(real=1, imag=2))
attempt(lambda: complex(imag=2))
z = 3 - 4j
print(z.real, z.imag, z.conjugate(), abs(z), -z, +z, z == 3 - 4j, hash(3 + 0j) == hash(3), z.__complex__(), bool(0j), bool(-0j), repr(-0j), repr(complex(-0.0, 1)), str(1e20j), complex(1, float("nan")))
for bad in ((lambda: z < 1), (lambda: int(z)), (lambda: float(z)), (lambda: z // 1), (lambda: divmod(z, 1)), (lambda: setattr(z, "real", 1)), (lambda: round(z)), (lambda: abs(complex(1e308, 1e308))), (lambda: z % 2), (lambda: math_floor(z))):
    attempt(bad)
