import numpy as np

rng = np.random.default_rng(3)
a = rng.random((6, 6))
s = a @ a.T + np.eye(6)
near = lambda x, y: bool(np.allclose(x, y, rtol=1e-10, atol=1e-10))
print(near(a @ np.linalg.solve(a, np.arange(6.0)), np.arange(6.0)), near(np.linalg.inv(a) @ a, np.eye(6)), round(float(np.linalg.det(a)), 12), round(float(np.linalg.det([[1.0, 2], [3, 4]])), 12))
print(np.linalg.solve([[3.0, 1], [1, 2]], [9.0, 8]).round(10), np.linalg.solve(a, np.ones((6, 2))).shape, np.linalg.matrix_power([[1, 1], [1, 0]], 10), np.linalg.matrix_power(np.array([[2.0, 0], [0, 4]]), -1))
print(np.linalg.norm([3.0, 4]), round(float(np.linalg.norm(a)), 10), np.linalg.norm([1.0, -2], 1), np.linalg.norm([1.0, -2], np.inf), np.linalg.norm([[3.0, 4], [6, 8]], axis=1), round(float(np.linalg.norm([[1.0, 2], [3, 4]], 2)), 10), np.linalg.norm([[1.0, 2], [3, 4]], 1))
c = np.linalg.cholesky(s)
print(near(c @ c.T, s), near(c, np.tril(c)), round(float(c[0, 0]), 10))
for sides in ((6, 6), (6, 3), (3, 6)):
    m = rng.random(sides)
    q, r = np.linalg.qr(m)
    print(q.shape, r.shape, near(q @ r, m), near(q.T @ q, np.eye(q.shape[1])), near(r, np.triu(r)), round(abs(float(r[0, 0])), 10))
    u, d, v = np.linalg.svd(m, full_matrices=False)
    print(u.shape, d.round(9), v.shape, near(u * d @ v, m))
    u, d, v = np.linalg.svd(m)
    print(u.shape, v.shape, near(u @ u.T, np.eye(u.shape[0])), near(v @ v.T, np.eye(v.shape[0])), near(np.linalg.pinv(m), np.linalg.pinv(m.T).T), np.linalg.matrix_rank(m))
w, v = np.linalg.eigh(s)
print(w.round(9), near(s @ v, v * w), np.linalg.eigvalsh([[2.0, 0], [0, 1]]))
x, rest, rank, values = np.linalg.lstsq(np.array([[0.0, 1], [1, 1], [2, 1], [3, 1]]), np.array([-1, 0.2, 0.9, 2.1]), rcond=None)
print(x.round(9), rest.round(9), rank, values.round(9), np.linalg.matrix_rank(np.ones((3, 3))), np.linalg.slogdet([[1.0, 2], [3, 4]])[0])
for bad in (
    lambda: np.linalg.inv(np.ones((2, 2))), lambda: np.linalg.solve(np.zeros((2, 2)), [1.0, 2]), lambda: np.linalg.det(np.ones((2, 3))),
    lambda: np.linalg.cholesky([[1.0, 2], [2, 1]]), lambda: np.linalg.inv(np.ones((2, 3))), lambda: np.linalg.matrix_power(np.ones((2, 3)), 2),
):
    try:
        bad()
    except np.linalg.LinAlgError as error:
        print(error)
