a = [1, 2]
print(a + [3], a * 3, 2 * a, a * 0, a * -1, [[]] * 2, a + list((3,)))
b = [[0]] * 3
b[0].append(1)
print(b)
a *= 2
print(a)
a += "xy"
print(a)
for f in (lambda: a + (1,), lambda: a + None, lambda: a * 1.5):
    try:
        f()
    except TypeError as e:
        print(e)
