x, y = 1, 1
for i in range(100):
    x, y = y, x + y
print(x, y)
n = 2**46
for _ in range(6):
    n *= 5
    n += 1
print(n, -n, n - n)
m = -(2**47)
for _ in range(3): m -= 1
print(m, m + 4, abs(m), ~m, m * m)
c = 2**62
c += c
print(c, c // 2, c - 2**63, c >> 63, c & 1)
t = 0
for i in range(2**47 - 2, 2**47 + 2): t += i
print(t)
