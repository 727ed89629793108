print(2 ** 10, 2 ** -2, 2.0 ** 3, (-2) ** 3, (-2.0) ** 2, 4 ** 0.5, 0 ** 0, 0.0 ** 0, (-8) ** (1 / 3), 10 ** 20, 1 ** 10**9, (-1) ** 101)
print(pow(2, 5), pow(2, 5, 7), pow(3, -1, 11), pow(-3, 3, 7), pow(2, 100, 1), pow(5, 0, 3), pow(base=2, exp=3))
for f in (lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: pow(2.0, 3, 5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
