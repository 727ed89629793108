# difference: `sys.getsizeof` tells gilly's sizes
# cause: Objects are laid out differently; small ints and floats live inside the word that refers to them and take no memory of their own (they are told as large as in CPython).
# workaround: None needed; compare sizes only within one interpreter.
import sys

print(sys.getsizeof({1: 2}) == 224, sys.getsizeof(set()) == 216)
