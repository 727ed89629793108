import numpy as np

a = np.arange(12).reshape(3, 4)
row, column, block, odd = a[1], a[:, 2], a[1:, 1:3], a[::2, ::-1]
row[0] = 100
column[:] = -1
block += 10
odd[0, 0] = 7
print(a)
print(row, column, block, odd, sep="\n")
b = a.T
b[0, 2] = 55
print(a[2, 0], b.shape, a.T.copy()[1].tolist())
flat = a.reshape(-1)
flat[0] = -5
print(a[0, 0], a.ravel()[:3], a.flatten()[:3])
for r in a:
    r[3] = 0
print(a)
c = a[a > 5]
c[0] = 1000
print(a.max(), c)
a[a < 0] = 0
a[1] = [1, 2, 3, 4]
print(a, a[..., 0], a[None, 0].shape, a[-1, -1])
d = np.ones(3)
e = d
d += 1
d *= 2.5
print(e, d is e)
try:
    f = np.arange(3)
    f += 0.5
except TypeError as error:
    print(str(error)[:40])
try:
    d += np.ones((2, 3))
except ValueError as error:
    print(error)
g = np.arange(10)
g[2:5] = g[0:3]
g[1:] = g[:-1]
print(g, g[8:2:-2], g[20:], g[3:3].shape)
print(float(a[:, 1] @ a[:, 2]), (a.T @ a).tolist(), a[:, ::2].sum(axis=0), a[1:].mean())
for bad in (lambda: a[5], lambda: a[0, 0, 0], lambda: np.ones((2, 3)) + np.ones((3, 2))):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, str(error)[:90])
