# difference: `sys.getsizeof` tells gilly's sizes, and small numbers have none of their own
# cause: Small ints and floats live inside the word that refers to them.
# workaround: None needed; compare sizes only within one interpreter.
import sys

print(sys.getsizeof(1) == 28, sys.getsizeof(1.5) == 24)
