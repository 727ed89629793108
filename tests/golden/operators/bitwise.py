print(6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 10, 1024 >> 3, -1 >> 5, -5 >> 1)
print(-6 & 3, -6 | 3, -6 ^ 3, True & False, True | False, True ^ True)
print(1 << 100, (1 << 100) >> 98, (1 << 70) & ((1 << 70) - 1) | 5, ~(1 << 65))
for f in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1.0 & 1):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
