# difference: Imports leave no `__pycache__` behind
# cause: A program's own modules are compiled anew at each start; the compiler is quick, and no stale file can be in the way.
# workaround: None needed.
import os
import sys

with open("tiny_module.py", "w") as file:
    file.write("x = 1\n")
sys.dont_write_bytecode = False
sys.path.insert(0, os.getcwd())
import tiny_module

print(sorted(os.listdir()))
