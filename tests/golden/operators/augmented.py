x = 5
x += 3; print(x)
x -= 1; print(x)
x *= 2; print(x)
x /= 4; print(x)
x //= 1; print(x)
x **= 3; print(x)
x %= 10; print(x)
y = 6
y <<= 2; print(y)
y >>= 1; print(y)
y |= 1; print(y)
y &= 9; print(y)
y ^= 3; print(y)
l = m = [1]
l += (2,)
print(m, l is m)
t = u = (1,)
t += (2,)
print(u, t)
s = "a"
s += "b"
s *= 3
print(s)
