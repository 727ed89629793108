"""round() of floats: halves, negative digits, huge digits, and types of the result."""


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)

for value, digits in ((2.5, None), (3.5, None), (-2.5, None), (0.5, None), (2.675, 2), (2.665, 2), (1.005, 2), (0.125, 2), (0.375, 2), (1e300, 2), (123456.789, -2), (150.0, -2), (250.0, -2), (5e-324, 400), (1.5, 400), (1.5, -400), (12345.678, 0), (-0.4, None), (-0.4, 0),
                      (2.5, 0), (1e22, None), (1.1e23, -22), (0.1 + 0.2, 16), (99.995, 2), (1.0, 20), (float("inf"), 2), (float("nan"), 2), (5.5, -1), (15.0, -1), (25, -1), (35, -1), (-15, -1), (1234, -5), (1234, 5), (True, None)):
    print(value, digits, repr(round(value, digits)) if digits is not None else repr(round(value)))
for bad in ((lambda: round(float("nan"))), (lambda: round(float("inf"))), (lambda: round(1.7e308, -308 + 0)), (lambda: round(1.5, 1.0)), (lambda: round("1")), (lambda: round(1j)), (lambda: round(1.5, "1")), (lambda: round()), (lambda: round(None)), (lambda: round(1.5, ndigits=1)), (lambda: round(number=2.7)), (lambda: round(1.79e308, -308))):
    attempt(bad)


class R:
    def __round__(self, digits="none given"):
        return digits


print(round(R()), round(R(), None), round(R(), 3))
