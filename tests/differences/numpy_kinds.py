# difference: numpy's arrays hold twelve kinds of numbers and nothing else
# cause: `numpy` is a part of numpy's interface over gilly's own arrays of truth values, ints, float32, float64 and complex128 (docs/matrix.md).
# workaround: Use `float32` or `complex128`, and lists for what is no number.
import numpy as np

for make in (lambda: np.zeros(2, dtype="float16").dtype, lambda: np.array(["a", "b"]).tolist()):
    try:
        print(make())
    except TypeError as error:
        print(error)
