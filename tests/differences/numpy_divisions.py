# difference: numpy does not warn of divisions by zero
# cause: Kernels do not look at the processor's flags; the results are numpy's. `errstate` and `seterr` are accepted and have no effect.
# workaround: Ask with `np.isfinite`.
import warnings

import numpy as np

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(np.array([1.0, 0.0]) / 0.0, len(caught))
