a, *b = 1, 2, 3
*c, d = "abc"
e, *f, g = range(6)
h, *i = [1]
print(a, b, c, d, e, f, g, h, i)
(j, *k), *l = [1, 2, 3], 4, 5
print(j, k, l)
*m, = (1, 2)
print(m)
for x, *y in [(1, 2, 3), "ab"]:
    print(x, y)
