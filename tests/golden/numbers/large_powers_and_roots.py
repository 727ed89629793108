print(2**100, (-2) ** 101, 10**30 // 3**40, pow(3, 200, 10**10), pow(-3, 201, 10**10), pow(7, -1, 10**9 + 7), 2**0.5, 8 ** (1 / 3), 0**0, 0.0**0, (-1) ** 0.5, 4**-2, (-4) ** -3, 2.0**-2, True**5)
print((10**50 + 1) % (10**25 - 3), (10**50) & (10**49), (1 << 200) >> 190, -(1 << 100) >> 99, (10**40).bit_length(), int((10**40) ** 0.5), len(str(3**5000)), 3**500 % 1000, sum(2**i for i in range(100)) == 2**100 - 1)
n = 1
for i in range(1, 60):
    n *= i
print(n, n // 10**20, n % 10**9 + 7, n == int(str(n)), hex(n)[-12:], n.bit_count())
for call in (lambda: 0**-1, lambda: 0.0**-2, lambda: 10.0**309, lambda: 2 ** "a", lambda: "a" ** 2, lambda: pow(2, 3, 0), lambda: pow(4, -1, 8), lambda: (10**400) * 1.0, lambda: 10**400 / 3, lambda: 1.0 + 10**400, lambda: float("1e400") - 10**5):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
