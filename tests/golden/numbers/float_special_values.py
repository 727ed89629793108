inf, nan = float("inf"), float("nan")
print(inf - inf, inf * 0, inf + 1, -inf < 1e308 < inf, nan == nan, nan != nan, nan < 1, max(1, nan), max(nan, 1), min(nan, 1))
print(0.0 == -0.0, 1 / inf, str(-0.0), 0.0 * -1, -0.0 + 0.0, inf // 1, inf % 2 if 0 else "", 5 % inf, -5 % inf, 5.0 // inf)
print(sorted([3.0, inf, -inf, 0.0]), inf == inf, {nan: 1}.get(nan), bool(nan), bool(0.0), bool(-0.0))
for f in (lambda: 1e200 ** 2, lambda: int(inf), lambda: int(nan), lambda: 2.0 ** 10000):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
