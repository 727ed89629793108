# env: PYTHONWARNINGS=error::UserWarning,ignore::FutureWarning,default:starts:RuntimeWarning,nonsense,once:::__main__
import sys
import warnings

print(sys.warnoptions)
for message, category in (("x", UserWarning), ("x", FutureWarning), ("starts here", RuntimeWarning), ("other", RuntimeWarning)):
    try:
        print(message, category.__name__, warnings.warn(message, category))
    except UserWarning as error:
        print("raised", error)
print([(f[0], f[2].__name__, f[4]) for f in warnings.filters[:4]])
