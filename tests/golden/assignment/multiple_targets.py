a = b = c = []
a.append(1)
print(b, c is a)
x, y = 1, 2
x, y = y, x
print(x, y)
(p, q), r = [1, 2], 3
[m, [n]] = "a", "b"
print(p, q, r, m, n)
i = 0
i, lst = 1, [0, 0]
i, lst[i] = 0, 9
print(i, lst)
