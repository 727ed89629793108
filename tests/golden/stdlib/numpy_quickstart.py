import numpy as np
a = np.arange(15).reshape(3, 5)
print(a, a.shape, a.ndim, a.dtype.name, a.itemsize, a.size, type(a))
b = np.array([6, 7, 8])
print(repr(b), type(b))
print(np.array([1.2, 3.5, 5.1]).dtype)
print(repr(np.array([(1.5, 2, 3), (4, 5, 6)])))
print(repr(np.array([[1, 2], [3, 4]], dtype=complex)))
print(repr(np.zeros((3, 4))))
print(np.ones((2, 3, 4)).dtype)
print(repr(np.arange(10, 30, 5)), repr(np.arange(0, 2, 0.3)))
from numpy import pi
print(repr(np.linspace(0, 2, 9)))
x = np.linspace(0, 2 * pi, 100)
f = np.sin(x)
print(f[:5])
print(np.arange(24).reshape(2, 3, 4))
print(np.arange(10000))
print(np.arange(10000).reshape(100, 100))
a = np.array([20, 30, 40, 50])
b = np.arange(4)
print(repr(a - b), repr(b ** 2), repr(10 * np.sin(a)), repr(a < 35))
A = np.array([[1, 1], [0, 1]])
B = np.array([[2, 0], [3, 4]])
print(A * B, A @ B, A.dot(B))
rg = np.random.default_rng(1)
a = np.ones((2, 3), dtype=int)
b = rg.random((2, 3))
a *= 3
b += a
print(a, b)
try:
    a += b
except Exception as e:
    print(type(e), e)
a = np.ones(3, dtype=np.int64)
b = np.linspace(0, pi, 3)
c = a + b
print(c, c.dtype.name)
d = np.exp(c * 1j)
print(repr(d), d.dtype.name)
a = rg.random((2, 3))
print(a, a.sum(), a.min(), a.max(), repr(a.sum()))
b = np.arange(12).reshape(3, 4)
print(b.sum(axis=0), b.min(axis=1), b.cumsum(axis=1))
B = np.arange(3)
print(np.exp(B), np.sqrt(B), np.add(B, np.array([2.0, -1.0, 4.0])))
a = np.arange(10) ** 3
print(repr(a), repr(a[2]), a[2:5])
a[:6:2] = 1000
print(a, a[::-1])
for i in a:
    print(i ** (1 / 3.0))
def f(x, y):
    return 10 * x + y
b = np.fromfunction(f, (5, 4), dtype=int)
print(b, b[2, 3], b[0:5, 1], b[:, 1], b[1:3, :], b[-1])
c = np.array([[[0, 1, 2], [10, 12, 13]], [[100, 101, 102], [110, 112, 113]]])
print(c.shape, c[1, ...], c[..., 2])
for row in b:
    print(row)
for element in b.flat:
    print(element, end=' ')
print()
a = np.floor(10 * rg.random((3, 4)))
print(a, a.shape, a.ravel(), a.reshape(6, 2), a.T, a.T.shape, a.shape)
a.reshape(3, -1)
a = np.floor(10 * rg.random((2, 2)))
b = np.floor(10 * rg.random((2, 2)))
print(np.vstack((a, b)), np.hstack((a, b)))
from numpy import newaxis
a = np.array([4.0, 2.0])
b = np.array([3.0, 8.0])
print(np.column_stack((a, b)), np.hstack((a, b)), a[:, newaxis], np.column_stack((a[:, newaxis], b[:, newaxis])))
print(np.r_[1:4, 0, 4])
a = np.floor(10 * rg.random((2, 12)))
print(np.hsplit(a, 3), np.hsplit(a, (3, 4)))
a = np.arange(12).reshape(3, 4)
b = a
print(b is a)
c = a.view()
print(c is a, c.base is a, c.flags.owndata)
c = c.reshape((2, 6))
print(a.shape)
c[0, 4] = 1234
print(a)
s = a[:, 1:3]
s[:] = 10
print(a)
d = a.copy()
print(d is a, d.base is a)
a = np.arange(12) ** 2
i = np.array([1, 1, 3, 8, 5])
print(a[i])
j = np.array([[3, 4], [9, 7]])
print(a[j])
palette = np.array([[0, 0, 0], [255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]])
image = np.array([[0, 1, 2, 0], [0, 3, 4, 0]])
print(palette[image])
a = np.arange(12).reshape(3, 4)
i = np.array([[0, 1], [1, 2]])
j = np.array([[2, 1], [3, 3]])
print(a[i, j], a[i, 2], a[:, j])
a = np.arange(5)
a[[1, 3, 4]] = 0
print(a)
a[[0, 0, 2]] = [1, 2, 3]
print(a)
a[[0, 0, 2]] += 1
print(a)
a = np.arange(12).reshape(3, 4)
b = a > 4
print(b, a[b])
a[b] = 0
print(a)
a = np.arange(12).reshape(3, 4)
b1 = np.array([False, True, True])
b2 = np.array([True, False, True, False])
print(a[b1, :], a[b1], a[:, b2], a[b1, b2])
a = np.array([2, 3, 4, 5])
b = np.array([8, 5, 4])
c = np.array([5, 4, 6, 8, 3])
ax, bx, cx = np.ix_(a, b, c)
print(ax.shape, bx.shape, cx.shape)
r = ax + bx * cx
print(r[3, 2, 4], a[3] + b[2] * c[4])
a = np.arange(30)
b = a.reshape((2, -1, 3))
print(b.shape, b)
x = np.arange(0, 10, 2)
y = np.arange(5)
print(np.vstack([x, y]), np.hstack([x, y]))
mu, sigma = (2, 0.5)
v = rg.normal(mu, sigma, 10000)
n, bins = np.histogram(v, bins=50, density=True)
print(n.shape, bins.shape, (0.5 * (bins[1:] + bins[:-1]))[:3].round(6), n[:4].round(6))
