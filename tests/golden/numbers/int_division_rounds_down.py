for a, b in ((7, 3), (-7, 3), (7, -3), (-7, -3), (6, 3), (-6, 3), (0, -3)):
    print(a, b, a // b, a % b, divmod(a, b), a / b)
print(-1 // 10**30, -1 % 10**30, 10**30 // -3, 10**30 % -7, -(10**30) // 10**29)
print(7 // 2.0, -7 // 2.0, 7 % -2.0, -0.0 // 1, 5.5 % 2, -5.5 % 2, 5.5 % -2, 1e300 % 3, 1 % float("inf"), -1 % float("inf"))
print(10**20 / 10**19, (10**400) / (10**399), 2**1000 / 2**999, 1 / 3, 10**16 / 3)
for call in (lambda: 10**400 / 1, lambda: 10**400 / 2.0, lambda: 1 % 0, lambda: 1 // 0, lambda: 1 / 0, lambda: 0.0 % 0, lambda: 1.0 // 0, lambda: 1.0 / 0.0, lambda: 0 ** -1, lambda: True % False):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
