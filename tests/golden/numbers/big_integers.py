a, b = 10**50 + 7, 3**80
print(a + b, a - b, a * b, a // b, a % b, -a // b, -a % b)
print(a & b, a | b, a ^ b, a >> 20, b << 33, ~a, -a >> 100)
print(divmod(a * b + 1, b)[1], pow(3, 1000, 10**9 + 7), pow(7, -1, 1000), 2**200 == 4**100, str(2**300)[-10:])
f = 1
for i in range(1, 60): f *= i
print(f)
print(hash(2**61 - 1), hash(2**61), hash(-(2**61)), int("9" * 60) + 1, len(str(7**1000)))
print(10**30 / 10**29, 10**30 / 3, 2**1023 * 1.0, -(10**20) < 0 < 10**20)
