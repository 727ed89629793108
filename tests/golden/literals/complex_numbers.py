print(1j, 2.5J, 1 + 2j, 1e3j, -1j, 0j)
print((1 + 2j).real, (1 + 2j).imag, complex(3, -0.0), complex("1+2j"))
print(1j * 1j, (1 + 2j) * (3 - 4j), (1 + 2j) / (3 - 4j), abs(3 + 4j))
print((1 + 2j).conjugate(), 1 + 0j == 1, complex(0, float("inf")))
