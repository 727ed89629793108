c = complex(3, 4)
print(c, abs(c), c.real, c.conjugate(), c + 1, c * 2, c / 2, c ** 2, c == 3 + 4j, -c, hash(complex(1, 0)) == hash(1))
print(complex("1-2j"), complex("j"), complex(1.5), complex(0, -1), repr(1j - 0), complex(-0.0, 0), complex(1e20, 1e-7))
for f in (lambda: complex("abc"), lambda: c < c, lambda: int(c), lambda: float(c), lambda: c // 1, lambda: complex("1", 2), lambda: c % 2):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
