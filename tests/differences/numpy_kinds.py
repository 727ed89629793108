# difference: numpy's arrays hold five kinds of numbers
# cause: `numpy` is a part of numpy's interface over gilly's own arrays of bool, int64, float32, float64 and complex128 (docs/matrix.md).
# workaround: Use `int64` or `float64`, or the module `array` for numbers of other sizes.
import numpy as np

for make in (lambda: np.zeros(2, dtype="int32").dtype, lambda: np.array(["a", "b"]).tolist()):
    try:
        print(make())
    except TypeError as error:
        print(error)
