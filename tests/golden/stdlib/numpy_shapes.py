import numpy as np

a = np.arange(6).reshape(2, 3)
b = np.arange(24).reshape(2, 3, 4)
print(np.concatenate([a, a + 10]), np.concatenate([a, a], axis=1), np.concatenate([a, [[1.5, 2, 3]]], axis=0), np.concatenate([a, a], axis=None))
print(np.stack([a, a]).shape, np.stack([a[0], a[1]], axis=1), np.vstack([a[0], a]), np.hstack([a, a]), np.hstack([[1, 2], [3]]))
print(np.column_stack([a[0], a[1]]), np.append(a, 5), np.append(a, [[7, 8, 9]], axis=0))
print([part.tolist() for part in np.split(np.arange(9), 3)], [part.tolist() for part in np.split(np.arange(6), [2, 3])])
print([part.tolist() for part in np.array_split(np.arange(7), 3)], [part.shape for part in np.hsplit(a, 3)], [part.shape for part in np.vsplit(a, 2)])
print(np.tile([1, 2], 3), np.tile(a, (2, 1)), np.tile([1, 2], (2, 2)), np.repeat([1, 2], 2), np.repeat(a, 2, axis=1), np.repeat(a, [1, 2], axis=0))
print(np.flip(a), np.flip(a, 1), np.flipud(a), np.fliplr(a), np.rot90(a), np.roll(a, 1), np.roll(a, -1, axis=1), np.roll(np.arange(5), 2))
print(np.squeeze(np.zeros((1, 3, 1))).shape, np.expand_dims(a, 0).shape, np.expand_dims(a, -1).shape, np.squeeze(np.zeros((1, 3, 1)), axis=0).shape)
print(b.transpose(1, 0, 2).shape, b.transpose((2, 0, 1))[3, 1].tolist(), np.transpose(b).shape, np.transpose(b, (0, 2, 1)).shape)
print(np.swapaxes(b, 0, 2).shape, np.moveaxis(b, 0, -1).shape, np.broadcast_to([1, 2, 3], (2, 3)), np.atleast_2d([1, 2]), np.ndim(b), np.size(b), np.shape(b))
print(np.diag([1, 2, 3]), np.diag(a), np.diag([1, 2], 1), np.diag(a, 1), np.tril(np.ones((3, 3))), np.triu(np.arange(9).reshape(3, 3), 1), np.trace(np.arange(9).reshape(3, 3)))
x, y = np.meshgrid([1, 2, 3], [10, 20])
print(x, y, [grid.shape for grid in np.meshgrid([1, 2, 3], [10, 20], indexing="ij")])
print(a[np.ix_([0, 1], [0, 2])], a[[0, 1], [1, 2]], b[0, [0, 2]], b[[0, 1], 1:, [0, 3]], b[:, [0, 2], 1:3].shape, b[[0, 1], :, [1, 2]].shape)
print(b[..., [0, 1]].shape, b[None, [0], 0].shape, b[np.array([[0, 1], [1, 0]]), 0].shape, a[a[:, 0] > 0, 1:], b[:, a[0] > 0].shape)
c = np.zeros((3, 3), int)
c[[0, 1, 2], [2, 1, 0]] = [1, 2, 3]
c[1:, [0]] += 5
print(c, np.matmul(b, b.transpose(0, 2, 1)).shape, (b @ np.ones((4, 2))).tolist()[1], (np.ones((5, 1, 2, 3)) @ b).shape)
print(np.outer([1, 2], [3, 4]), np.inner([1, 2], [3, 4]), np.inner(a, a), np.kron([1, 2], [1, 10]), np.cross([1, 0, 0], [0, 1, 0]), np.vdot(a, a))
for bad in (
    lambda: np.concatenate([a, np.ones((2, 2))]), lambda: np.concatenate([a, [1]]), lambda: np.stack([a, a[0]]),
    lambda: np.split(np.arange(5), 2), lambda: a[[0, 1], [0, 1, 2]], lambda: a[[0, 5]], lambda: a[..., ...],
    lambda: a[np.array([0.5])], lambda: b.transpose(0, 1), lambda: b.transpose(0, 0, 1), lambda: np.concatenate([]),
):
    try:
        bad()
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error)
