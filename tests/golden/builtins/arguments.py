# args: one --two 3
import sys
print(sys.argv[1:], len(sys.argv), sys.argv[0].endswith("arguments.py"))
