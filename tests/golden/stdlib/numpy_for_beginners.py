import numpy as np
a = np.array([[1, 2, 3], [4, 5, 6]])
print(a.shape)
print(repr(a))
print(a[1, 3 - 1])
b = a[0, :]
b[0] = 99
print(a)
data = np.array([1, 2, 3])
print(data[1], data[0:2], data[1:], data[-2:])
a = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
print(a[a < 5])
f = a >= 5
print(a[f])
print(a[a % 2 == 0])
c = a[(a > 2) & (a < 11)]
print(c)
print((a > 5) | (a == 5))
b = np.nonzero(a < 5)
print(b)
print(list(zip(b[0], b[1])))
print(a[b])
print(np.nonzero(a == 42))
arr = np.array([2, 1, 5, 3, 7, 4, 6, 8])
print(np.sort(arr))
print(np.concatenate((arr, arr)))
x = np.array([[1, 2], [3, 4]])
y = np.array([[5, 6]])
print(np.concatenate((x, y), axis=0))
array_example = np.array([[[0, 1, 2, 3], [4, 5, 6, 7]], [[0, 1, 2, 3], [4, 5, 6, 7]], [[0, 1, 2, 3], [4, 5, 6, 7]]])
print(array_example.ndim, array_example.size, array_example.shape)
a = np.arange(6)
print(a.reshape(3, 2), np.reshape(a, shape=(1, 6), order='C'))
a2 = a[np.newaxis, :]
print(a2.shape, a[:, np.newaxis].shape, np.expand_dims(a, axis=1).shape)
a1 = np.array([[1, 1], [2, 2]])
a2 = np.array([[3, 3], [4, 4]])
print(np.vstack((a1, a2)), np.hstack((a1, a2)))
x = np.arange(1, 25).reshape(2, 12)
print(np.hsplit(x, 3), np.hsplit(x, (3, 4)))
data = np.array([1, 2])
ones = np.ones(2, dtype=int)
print(data + ones, data - ones, data * data, data / data)
a = np.array([1, 2, 3, 4])
print(a.sum())
b = np.array([[1, 1], [2, 2]])
print(b.sum(axis=0), b.sum(axis=1))
data = np.array([1.0, 2.0])
print(data * 1.6)
print(data.max(), data.min(), data.sum(), repr(data.max()))
a = np.array([
    [0.45053314, 0.17296777, 0.34376245, 0.5510652],
    [0.54627315, 0.05093587, 0.40067661, 0.55645993],
    [0.12697628, 0.82485143, 0.26590556, 0.56917101],
])
print(a.sum(), a.min(), a.min(axis=0), a.mean(), a.std(), a.var(), np.median(a), np.percentile(a, [25, 50]))
rng = np.random.default_rng(0)
print(rng.random(3), rng.random((3, 2)), rng.integers(5, size=(2, 4)), repr(rng.random()))
a = np.array([11, 11, 12, 13, 14, 15, 16, 17, 12, 13, 11, 14, 18, 19, 20])
u, i = np.unique(a, return_index=True)
print(u, i)
u, c = np.unique(a, return_counts=True)
print(c)
a_2d = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [1, 2, 3, 4]])
print(np.unique(a_2d), np.unique(a_2d, axis=0))
u, i, c = np.unique(a_2d, axis=0, return_counts=True, return_index=True)
print(u, i, c)
arr = np.arange(6).reshape((2, 3))
print(arr.transpose(), arr.T, np.flip(arr), np.flip(arr, axis=0), np.flip(arr[1]))
x = np.array([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
print(x.flatten())
a1 = x.flatten()
a1[0] = 99
print(x, a1)
a2 = x.ravel()
a2[0] = 98
print(x, a2)
predictions = np.array([1.0, 1, 1])
labels = np.array([1.0, 2, 3])
n = 3
error = 1 / n * np.sum(np.square(predictions - labels))
print(error, repr(error))
a = np.array([1, 2, 3, 4, 5, 6])
import tempfile, os
d = tempfile.mkdtemp()
p = os.path.join(d, 'f')
np.save(p, a)
print(np.load(p + '.npy'))
np.savetxt(p + '.csv', a)
print(np.loadtxt(p + '.csv'))
np.savez(p, a=a, b=a * 1.5)
z = np.load(p + '.npz')
print(z.files, z['a'], z['b'])
print(open(p + '.csv').read()[:30])
print(open(p + '.npy', 'rb').read()[:70])
print([a.sum(), a.mean()], (a.max(), a.min()), {'x': a[0]}, a.any(), [a.any()], a[0] == 1, [a[0] == 1])
print(repr(np.float64(1.5)))
print(np.int64(7))
print(repr(np.True_))
print(np.float32(0.1))
print(repr(np.complex128(1 + 2j)))
print(type(a[0]))
print(type(a.mean()))
print(isinstance(a.mean(), float))
print(isinstance(a[0], int))
print(isinstance(a[0], np.integer))
print(f'{a[0]:5d}|{a.mean():.2f}|{a.mean()}|{a[0]!r}')
print(np.issubdtype(a.dtype, np.integer))
print(a.dtype == np.int64)
print(a.dtype == 'int64')
print(a.dtype.type)
print(np.dtype(float))
print(repr(np.dtype('f4')))
print(round(np.float64(2.567), 2))
print(round(np.float64(2.5)))
print(int(np.int64(3)))
print(float(np.float32(1.5)))
print(np.int64(7) // 2)
print(np.int64(7) / 2)
print(np.int64(7) % 3)
print(2 ** np.int64(3))
print(np.float64(1) / 3)
print(-np.int64(3))
print(abs(np.int64(-3)))
print(divmod(np.int64(7), 2))
print([1, 2, 3][np.int64(1)])
print(list(range(np.int64(3))))
print('%d %s %.1f' % (np.int64(3), np.int64(3), np.float64(3)))
print(sum(np.array([1, 2, 3])))
print(max(np.array([1.5, 2])))
print(sorted(np.array([3, 1, 2])))
print(hash(np.int64(5)) == hash(5))
print({np.int64(1): 2}[1])
print(np.int64(1) in [1, 2])
print(a.tolist())
print(a.mean().item())
print(a.sum().dtype)
print(a[0].shape)
for f in (
    lambda: np.ones((2, 3)) @ np.ones((2, 3)),
    lambda: np.array([1, 2]) + np.array([1, 2, 3]),
    lambda: a[10],
    lambda: np.arange(6).reshape(4, 2),
    lambda: np.zeros(3, dtype='foo'),
    lambda: np.array([1, 2, 3])[[True, False]],
    lambda: np.array([[1, 2], [3]]),
    lambda: a[1.5],
    lambda: np.sum(a, axis=2),
    lambda: np.concatenate([np.ones((2, 2)), np.ones((3, 3))]),
    lambda: np.array([]).max(),
    lambda: bool(a),
    lambda: np.linalg.inv(np.zeros((2, 2))),
    lambda: a.foo,
    lambda: np.foo,
    lambda: a & 1.5,
    lambda: ~np.ones(2),
    lambda: np.ones(2, bool) - np.ones(2, bool),
    lambda: np.dot(np.ones((2, 3)), np.ones(2)),
    lambda: int(np.ones(2)),
    lambda: np.stack([np.ones(2), np.ones(3)]),
    lambda: a.reshape(-1, -1),
    lambda: np.array([1, 2, 3]).reshape(2, 2),
    lambda: np.arange(3)[3],
    lambda: np.ones((2, 3))[2, 0],
    lambda: np.ones((2, 3))[0, 0, 0],
):
    try:
        print('no error', f())
    except Exception as e:
        print(type(e).__name__, e)
