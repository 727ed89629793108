edges = [2**k + d for k in (30, 31, 32, 48, 49, 50, 52, 53, 62, 63, 64) for d in (-1, 0, 1)]
for a in edges:
    assert (a + 1) - 1 == a and -(-a) == a and a - a == 0 and ~~a == a
    assert (a * 3) // 3 == a and (a << 7) >> 7 == a and int(str(a)) == a and int(hex(a), 16) == a
    assert a % 7 == (a - 7) % 7 and divmod(-a, 10) == (-a // 10, -a % 10)
    assert (a ^ -1) == ~a and (a & -a) & (a - 1) == 0 and (a | 0) == a
print("edges hold")
print(2**49 + 2**49, -(2**49) - 1, (2**25) * (2**25), 2**62 * 2, (2**63 - 1) * (2**63 - 1), -(2**63) // -1, (-(2**63)) % -1)
print(1 << 49, 1 << 50, 1 << 63, 1 << 64, -1 << 63, -1 >> 100, 2**70 >> 69, 2**70 >> 71, 1 >> 10**20)
for call in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 << 1.0, lambda: 0 << 10**20, lambda: (2**70) << -(2**70)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
