# difference: `sys.setcheckinterval` is there, and counts ticks
# cause: gilly hands the GIL over after an exact number of instructions; CPython 3.2 and later ask for it by the clock (`sys.setswitchinterval`, which gilly has too).
# workaround: Ask with `hasattr(sys, "setcheckinterval")`.
import sys

print(hasattr(sys, "setcheckinterval"))
