# Assertions about arrays and what they say when they fail.
import numpy as np
import numpy.testing as T
for f in (lambda: T.assert_allclose([1.0,2],[1,2.1]), lambda: T.assert_array_equal([1,2,3],[1,2,4]), lambda: T.assert_equal(1,2), lambda: T.assert_almost_equal(1.0,1.1), lambda: T.assert_array_equal([1,2],[1,2,3]), lambda: T.assert_allclose([1,np.nan],[1,np.nan]), lambda: T.assert_array_almost_equal([1.,2],[1,2.00001]), lambda: T.assert_equal([1,2],[1,3]), lambda: T.assert_equal({'a':1},{'a':2}), lambda: T.assert_array_less([1,2],[2,2]), lambda: T.assert_equal(np.array([1,2]), [1,2])):
    try: print(f())
    except AssertionError as e: print(e)
with T.assert_raises(ValueError): np.zeros(-1)
print("raised")
