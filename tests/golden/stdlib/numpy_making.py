import numpy as np

print(np.zeros((2, 3)), np.ones(2, dtype=int), np.zeros(3, bool), np.empty((2, 0)).shape)
print(np.eye(3), np.eye(2, 4, 1), np.eye(3, k=-1, dtype=int), np.identity(2))
print(np.linspace(0, 1, 5), np.linspace(2, 3, 4, endpoint=False), np.linspace(0, 10, 3, dtype=int), np.linspace(1, 2, 1))
print(np.linspace(0, 1, 5, retstep=True)[1], np.linspace(0, 1, 11).tolist())
a = np.arange(6).reshape(2, 3)
print(np.zeros_like(a), np.ones_like(a, dtype=float), np.full_like(a, 7), np.full((2, 2), 1.5), np.empty_like(a).shape)
print(np.asarray(a) is a, np.array(a) is a, np.asarray([1, 2], float))
for bad in (lambda: np.zeros(-1), lambda: np.linspace(0, 1, -1)):
    try:
        bad()
    except ValueError as error:
        print(error)
