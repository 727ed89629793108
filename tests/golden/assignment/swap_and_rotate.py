a, b, c = 1, 2, 3
a, b = b, a
a, b, c = c, a, b
print(a, b, c)
l = [3, 1, 2]
l[0], l[2] = l[2], l[0]
i = 0
i, l[i] = 2, 99
print(l, i)
x = y = z = 0
x, y, z = z + 1, x + 2, y + 3
print(x, y, z)
def fib(n):
    a, b = 0, 1
    while n: a, b, n = b, a + b, n - 1
    return a
print([fib(i) for i in range(10)])
