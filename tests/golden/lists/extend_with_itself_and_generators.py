"""extend and += take any iterable, also the list itself and a generator over it that ends."""
x = [1, 2]
x.extend(x)
print(x)
x += x
print(len(x))
x[2:4] = x
print(len(x))
y = [1, 2, 3]
y.extend(i * 10 for i in y[:2])
print(y)
try:
    y.extend(i for i in [1, 1 / 0])
except ZeroDivisionError:
    print(y)


def gen():
    yield 7
    yield 8
    raise ValueError("after two")


try:
    y += gen()
except ValueError as error:
    print(error, y)
y.extend({"k": 1}); y.extend("ab"); y.extend(b"c"); y.extend(range(2)); y.extend({9}); y.extend(()); y.extend(map(str, [1]))
print(y)
z = [0]
z *= 3
z *= 0
print(z, [[]] * 2, ([[]] * 2)[0] is ([[]])[0], [1] * 2 + [3])
