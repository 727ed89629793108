import imports_noisy
import imports_noisy
from imports_noisy import n
import sys
del sys.modules["imports_noisy"]
import imports_noisy as again
print(n, again.n)
