inf, nan = float("inf"), float("nan")
print(1 + 2j, -(1 + 2j), (1 + 2j) * (3 - 4j), (1 + 2j) / (3 - 4j), (1 + 2j) ** 2, (1 + 2j) ** 0.5, (1 + 2j) ** (1j))
print(0j**0, 1j**2, 2**1j, (-1) ** 0.5j, 1j * 1j, (1j) ** -1, abs(complex(inf, nan)), abs(complex(nan, 1)))
print(complex(0, -0.0), -0j, complex(-0.0, 0), repr(-(0j)), 1 - 0j, complex(inf, -nan), complex(nan, -inf), 1e16j, 1e15 + 1j, 0.1 + 1e-5j)
print((1 + 2j) == complex(1, 2), 1 + 0j == 1, 1j != 1j, (1 + 2j) == "x", hash(1 + 0j) == hash(1), hash(1j) == hash(1j), (3 + 4j).conjugate())
for call in (lambda: 1j // 1, lambda: 1j % 1, lambda: divmod(1j, 1), lambda: 1j < 2j, lambda: 1j / 0, lambda: 0j**-1, lambda: int(1j), lambda: float(1j), lambda: round(1j), lambda: 1j & 1, lambda: ~1j, lambda: (1e200 + 1e200j) ** 2, lambda: abs(complex(1.7e308, 1.7e308)), lambda: 1j @ 1, lambda: setattr(1j, "real", 2)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
