print([round(n / 2) for n in range(-5, 6)], round(2.675, 2), round(1e22), round(-0.4), round(0.5, 0), round(-2.5, 0))
print(round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(5, -1), round(10**20 + 5, -1), round(7, -100))
print(round(1.5, None), type(round(1.5)).__name__, type(round(1.5, 0)).__name__, round(True), round(1234.5678, -2), round(1e300, 300))


class Rounded:
    def __round__(self, digits="none given"):
        return digits


print(round(Rounded()), round(Rounded(), 2), round(Rounded(), ndigits=None), round(number=3.7))
for arguments in ((float("nan"),), (float("inf"),), ("a",), (1.5, "2"), (1.5, 1.0), (1j,), (1, 2, 3), (object(),)):
    try:
        print(round(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
print(round(float("inf"), 2), round(float("nan"), 1))
