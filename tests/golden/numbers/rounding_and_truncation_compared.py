import math

for value in (2.5, -2.5, 3.5, -0.5, 0.5, 1e16 + 0.5, 2.675, -1.0, 1e-10, 123456.789):
    print(value, int(value), round(value), math.floor(value), math.ceil(value), math.trunc(value), value // 1, round(value, 2), round(value, -1), "%.0f" % value, f"{value:.1f}")
print([round(n, -1) for n in (5, 15, 25, 35, -5, -15)], [round(n, -2) for n in (50, 150, 250, 49, 51)], round(2**70 + 1, -5), round(0.1 + 0.2, 17), round(1.0000000000000002, 15), round(5e-324, 400), round(1.5, 400), round(1e300, -400))
print(-7 // 2, int(-7 / 2), -7 % 3, math.fmod(-7, 3), divmod(-7, 3), divmod(7, -3), divmod(-0.0, 1), 7.0 // -2, 1e20 // 1, 0.3 // 0.1, 1 % 0.1)
