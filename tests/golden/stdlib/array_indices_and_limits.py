# Indices and numbers that an array takes, and those that it refuses.
import array
a = array.array("i", range(5)); b = array.array("d", [1, 2])
a[-1] = 7; print(a[0], a[-1], a[4], b[True], a[1:3])
for bad in (5, -6, "x", 1.5):
    try: print(a[bad])
    except (IndexError, TypeError) as e: print(type(e).__name__, e)
for bad in (2**31, -2**31 - 1, 2**70, 1.5):
    try: a[0] = bad
    except (OverflowError, TypeError) as e: print(type(e).__name__, e)
